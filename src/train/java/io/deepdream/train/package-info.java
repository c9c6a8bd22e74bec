/**
 * Training of the embedded network: the commands {@link io.deepdream.train.Fit},
 * {@link io.deepdream.train.Train} and {@link io.deepdream.train.Measure}. Tested with the
 * tests; no jar contains it.
 */
package io.deepdream.train;
