/** The face. Sees choices, news and pictures; knows nothing of networks, probes or the engine. */
package org.convscope.ui;
