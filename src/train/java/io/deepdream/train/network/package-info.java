/** Student and teacher networks, their graphs, gradients and losses, for {@link io.deepdream.train}. */
package io.deepdream.train.network;
