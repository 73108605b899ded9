/** The datasets that ship with the program, one file each: what its card says, and nothing else. */
package org.convscope.data.source;
