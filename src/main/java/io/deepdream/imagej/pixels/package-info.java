/**
 * Conversion between ImageJ images and pictures: planes, selections, types, calibration, image files.
 */
package io.deepdream.imagej.pixels;
