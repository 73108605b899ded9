/**
 * The dock's pictures of how learning goes: two panels of curves, each of any {@link
 * org.convscope.ui.curves.Measure}, and how the layers fare now.
 *
 * <p>{@link org.convscope.ui.curves.CurvesModel} knows every event of the open run and which part of it all panels show;
 * {@link org.convscope.ui.curves.PanelModel} what one of them shows; where things lie is decided by {@link
 * org.convscope.ui.curves.CurvesLayout}, which knows no toolkit.
 */
package org.convscope.ui.curves;
