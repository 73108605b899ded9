/**
 * The dock's pictures of how learning goes: loss and accuracy over the steps, and how the layers fare.
 *
 * <p>{@link org.convscope.ui.curves.CurvesModel} gathers every event of the open run; what is drawn of it,
 * and where, is decided by {@link org.convscope.ui.curves.CurvesLayout}, which knows no toolkit.
 */
package org.convscope.ui.curves;
