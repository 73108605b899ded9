/** One paper, one file: the architectures that a person can choose. */
package org.convscope.blueprint.zoo;
