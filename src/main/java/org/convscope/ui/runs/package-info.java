/** Every recorded run: to be found, opened, named, set aside, taken along and brought back. */
package org.convscope.ui.runs;
