/**
 * Reads frozen graphs and SavedModels. Graph rewrites replace operations without a
 * gradient in TensorFlow's C++ library or without a known receptive field.
 */
package io.deepdream.engine.tensorflow.load;
