/**
 * Named ways of looking: a probe joined to a picture, and the question that it answers.
 *
 * <p>To add one, write a {@link org.convscope.lens.Lens} and add it to {@link
 * org.convscope.lens.Lenses#ALL}; its title and question stand in the bundle {@code text/lenses}.
 */
package org.convscope.lens;
