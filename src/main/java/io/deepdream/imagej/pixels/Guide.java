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

import ij.ImagePlus;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.params.DreamException;

/** The guide image. */
public final class Guide {

	/** Null without a guide. */
	private final ImagePlus image;

	private Guide(final ImagePlus image) {
		this.image = image;
	}

	/**
	 * Finds the guide before a network is loaded.
	 *
	 * @param titleOrPath title of an open image, or path of a file; empty = no guide
	 * @throws DreamException if the image does not exist
	 */
	public static Guide of(final String titleOrPath) {
		if (titleOrPath.isEmpty()) return new Guide(null);
		final ImagePlus open = ImageTitles.find(titleOrPath);
		return new Guide(open != null ? SharedPixels.of(open) : read(titleOrPath));
	}

	/** @param image null = no guide */
	public static Guide of(final ImagePlus image) {
		return new Guide(image == null ? null : SharedPixels.of(image));
	}

	/**
	 * The current position of the guide, as the network reads it; null without a guide.
	 *
	 * @throws DreamException if the network reads another number of channels
	 */
	public Picture picture(final NetworkInput input) {
		return image == null ? null : Planes.current(image, input).picture(new Rectangle(image.getWidth(), image.getHeight()));
	}

	private static ImagePlus read(final String path) {
		final ImagePlus image = ImageFiles.open(path);
		if (image != null) return image;
		throw new DreamException("There is no guide \"" + path +
			"\": give the title of an open image, or the path of a file that ImageJ can open.");
	}
}
