/**
 * Networks as the algorithm sees them: {@link io.deepdream.engine.GradientEngine}
 * yields gradients of objectives with respect to the image, whatever library
 * computes them. Cached networks and memory limits are here as well.
 */
package io.deepdream.engine;
