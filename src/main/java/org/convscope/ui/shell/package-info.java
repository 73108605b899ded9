/**
 * The window's frame: tool bar, status bar, the four areas and how they share the room, notices, keys,
 * and a way to close during training with nothing lost.
 */
package org.convscope.ui.shell;
