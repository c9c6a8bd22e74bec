/**
 * The windows of Channel Explorer and Activations.
 */
package io.deepdream.imagej.channels;
