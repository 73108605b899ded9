/** One step with everything shown: forward, loss, gradients, update. */
package org.convscope.ui.dock.study;
