package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/** One plane of an image: conversion to a picture, and back to the type of the result. */
public interface Plane {

	/** A region of the plane, as the input of a dream: RGB 0..255. */
	Picture picture(Rectangle part);

	/** A copy of the unchanged plane, in the type of the result. */
	ImageProcessor original();

	/** Converts a picture of any size to the type of the result. */
	ImageProcessor result(Picture picture);

	/** Whether the display range is empty (min = max), so that the result would be constant. */
	default boolean isFlat() {
		return false;
	}
}
