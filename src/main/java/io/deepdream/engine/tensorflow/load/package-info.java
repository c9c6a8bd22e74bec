/**
 * Reads frozen graphs and SavedModels, and prepares them: a few graph rewrites
 * replace operations that have no gradient or no known geometry.
 */
package io.deepdream.engine.tensorflow.load;
