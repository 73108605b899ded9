/**
 * The datasets that the program knows by name, one file each: what its card says, and for those that are drawn, how.
 */
package org.convscope.data.source;
