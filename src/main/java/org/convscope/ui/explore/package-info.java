/** What is open and where a person looks: the state that map, inspector, input and dock share. */
package org.convscope.ui.explore;
