/** Labelled images: read, checked, prepared. */
package org.convscope.data;
