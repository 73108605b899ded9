/**
 * libtorch as a peer in ConvScope's benches: it gets the same network, parameters and images, and learns or looks
 * while it is its turn.
 *
 * <p>A process and a build of its own: libtorch's javacpp is another than ND4J's. It obeys lines on standard input and
 * answers each with one line of JSON; {@link org.convscope.bench.torch.TorchPeer} lists them.
 */
package org.convscope.bench.torch;
