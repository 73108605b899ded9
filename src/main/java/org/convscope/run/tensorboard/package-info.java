/**
 * A run in the words of TensorBoard: event files that it reads, written by hand, since its own library is larger than
 * this program. The records are those of TensorFlow's {@code record_writer.h}, what is in them those of its {@code
 * event.proto} and {@code summary.proto}.
 */
package org.convscope.run.tensorboard;
