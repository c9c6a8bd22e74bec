/**
 * From objectives to gradients: the objective's graph, its session, the self-check
 * against finite differences, the caches, and the engine with its factory.
 */
package io.deepdream.engine.tensorflow.compile;
