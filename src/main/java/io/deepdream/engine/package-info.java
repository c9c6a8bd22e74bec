/**
 * Interfaces between the DeepDream algorithm and a network:
 * {@link io.deepdream.engine.GradientEngine} computes gradients of objectives with
 * respect to the image, independently of the library. Also caches open networks and
 * determines the memory limit.
 */
package io.deepdream.engine;
