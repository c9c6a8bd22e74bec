package io.deepdream.imagej.pixels;

import java.awt.Rectangle;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/** One plane of an image: conversion to a picture, and back to the type of the result. */
public interface Plane {

	/** What is dreamed: a part of the plane, RGB 0..255. */
	Picture picture(Rectangle part);

	/** The plane without a dream, in the type of the result; a copy. */
	ImageProcessor original();

	/** A dreamed picture of any size, in the type of the result. */
	ImageProcessor result(Picture picture);

	/** Whether the result's type can hold nothing but one value, since min = max in the display range. */
	default boolean isFlat() {
		return false;
	}
}
