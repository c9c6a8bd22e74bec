/**
 * Compiles objectives to gradients: the graph of an objective, its session, the
 * self-check against finite differences, the caches, and the engine with its factory.
 */
package io.deepdream.engine.tensorflow.compile;
