/**
 * Training of networks such as the embedded one: the commands {@code Fit},
 * {@code Train} and {@code Measure} of docs/training.md, and what they consist of.
 * Compiled and tested with the tests, and in no jar.
 */
package io.deepdream.train;
