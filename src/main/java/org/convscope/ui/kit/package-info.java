/**
 * What every screen is made of: the one door onto the FX thread, texts in the reader's language, the
 * theme, and painters for frames.
 */
package org.convscope.ui.kit;
