/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.imagej.pixels;

import java.awt.Rectangle;
import java.util.List;

import ij.process.ImageProcessor;

import io.deepdream.image.Picture;

/**
 * One plane of an image, or the channels at one position: conversion to a picture, and back to the type of the result.
 * The result has one processor, or one per channel.
 */
public interface Plane {

	/** A region of the plane, as the input of a dream: the channels that the network reads, 0..255. */
	Picture picture(Rectangle part);

	/** A copy of the unchanged plane, in the type of the result. */
	List<ImageProcessor> originals();

	/** Converts a picture of any size to the type of the result. */
	List<ImageProcessor> results(Picture picture);

	/**
	 * The plane with a dream blended in within a selection, in the type of the result.
	 *
	 * @param dream of the selection's bounds
	 */
	default List<ImageProcessor> blended(final Selection selection, final Picture dream) {
		final List<ImageProcessor> blended = originals();
		final List<ImageProcessor> results = results(dream);
		for (int c = 0; c < blended.size(); c++)
			selection.blend(blended.get(c), results.get(c));
		return blended;
	}

	/** Why the result would be constant, and what to do, as a sentence; empty if it would not. */
	default String obstacle() {
		return "";
	}
}
