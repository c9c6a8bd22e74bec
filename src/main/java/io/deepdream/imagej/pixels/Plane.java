package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.process.ImageProcessor;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/** One plane of an image: conversion to a picture, and back to the type of the result. */
public interface Plane {

	/** What is dreamed: a part of the plane, RGB 0..255. */
	ArrayImg<FloatType, FloatArray> picture(Rectangle part);

	/** The plane without a dream, in the type of the result; a copy. */
	ImageProcessor original();

	/** A dreamed picture of any size, in the type of the result. */
	ImageProcessor result(ArrayImg<FloatType, FloatArray> picture);

	/** Whether the result's type can hold nothing but one value, since min = max in the display range. */
	default boolean isFlat() {
		return false;
	}
}
