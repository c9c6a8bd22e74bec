/**
 * Checks before TensorFlow is loaded: whether it can run on this computer, where its
 * jars are, whether the disk has enough space to unpack it, and whether it crashed an
 * earlier process. Independent of networks and of TensorFlow's classes.
 */
package io.deepdream.engine.loading;
