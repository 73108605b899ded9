/** The front door: wires the rooms together and starts the window or a command. */
package org.convscope.app;
