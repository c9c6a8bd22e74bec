/**
 * ImageJ images as pictures and back: planes, selections, types, calibration, image files.
 */
package io.deepdream.imagej.pixels;
