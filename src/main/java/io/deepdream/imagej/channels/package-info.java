/**
 * The windows of channels: the channel explorer, and the activations of an image.
 */
package io.deepdream.imagej.channels;
