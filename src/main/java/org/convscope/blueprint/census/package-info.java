/**
 * Censuses in the large: counted by block and by stage, laid beside each other, and written as tables.
 *
 * <p>All of it is arithmetic on {@link org.convscope.blueprint.Census}; commands and the Anatomy view show the same
 * values.
 */
package org.convscope.blueprint.census;
