/**
 * What can go wrong, said so that a person can act.
 *
 * <p>A {@link org.convscope.problem.Problem} is an <em>expected</em> situation: a damaged file, a
 * learning rate of minus one. It names what happened, the value, what was expected and what to do,
 * in the reader's language. Whatever is not expected is a bug: it rises to the nearest boundary and
 * gets a {@link org.convscope.problem.Fingerprint}.
 *
 * <p>The sentences live in {@code resources/text/problems/<room>*.properties}, one bundle a room.
 */
package org.convscope.problem;
