/**
 * Rewrites of gradient graphs, each one class with one reason, in one ordered
 * list. They change how a gradient is computed, not its value.
 */
package io.deepdream.engine.tensorflow.rewrite;
