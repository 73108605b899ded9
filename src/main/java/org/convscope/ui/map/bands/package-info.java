/** What surrounds the pictures of the network map in words: headings, legends, tools, search, the words under the mouse. */
package org.convscope.ui.map.bands;
