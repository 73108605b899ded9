/**
 * What the network map knows, without a toolkit: where a person looks, what is selected and walked to,
 * which kernels lead there, and what is said about all of it.
 */
package org.convscope.ui.map.model;
