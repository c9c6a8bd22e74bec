/**
 * Rewrites of gradient graphs, in one ordered list: each is a class and has one
 * reason. They change how a gradient is computed, not its value.
 */
package io.deepdream.engine.tensorflow.rewrite;
