/**
 * The algorithm: octaves, steps, tiles. Knows no network library, no window and no
 * parameter as text: it receives typed settings and a
 * {@link io.deepdream.engine.GradientEngine}.
 */
package io.deepdream.dream;
