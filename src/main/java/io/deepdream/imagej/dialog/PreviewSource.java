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
package io.deepdream.imagej.dialog;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.Guide;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.imagej.pixels.Plane;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.Selection;
import io.deepdream.imagej.pixels.SharedPixels;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The input of a preview: a crop around the centre of the image or its selection, at
 * full resolution, because the size of the patterns is fixed in pixels; or noise.
 */
final class PreviewSource {

	private static final int NOISE_SIDE = 128;
	private static final int MAX_ITERATIONS = 20;

	/** The displayed colours of the region, with its selection; null = start from noise. */
	private final ImagePlus crop;
	private final ImagePlus image;
	private final Rectangle region;
	/** The region as the network with this checksum reads it. */
	private Plane plane;
	private String network = "";

	/** @param image null = start from noise */
	PreviewSource(final ImagePlus image) {
		this.image = image == null ? null : SharedPixels.of(image);
		region = image == null ? null : region(image);
		crop = image == null ? null : crop(image, region);
	}

	private static Rectangle region(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		final Rectangle selected = roi == null ? all : roi.getBounds().intersection(all);
		final Rectangle centre = selected.isEmpty() ? all : selected;
		final int w = Math.min(Preview.SIDE, all.width);
		final int h = Math.min(Preview.SIDE, all.height);
		final int x = Math.max(0, Math.min(all.width - w, (int) centre.getCenterX() - w / 2));
		final int y = Math.max(0, Math.min(all.height - h, (int) centre.getCenterY() - h / 2));
		return new Rectangle(x, y, w, h);
	}

	private static ImagePlus crop(final ImagePlus image, final Rectangle region) {
		final ImageProcessor colours = Planes.displayed(image);
		colours.setRoi(region);
		final ImagePlus crop = new ImagePlus("preview", colours.crop());
		final Roi roi = image.getRoi();
		if (roi == null) return crop;
		final Roi moved = (Roi) roi.clone();
		moved.setLocation(roi.getXBase() - region.x, roi.getYBase() - region.y);
		crop.setRoi(moved);
		return crop;
	}

	/** The unchanged crop; null when starting from noise. */
	ColorProcessor before() {
		return crop == null ? null : (ColorProcessor) crop.getProcessor();
	}

	/** The parameters of the preview, with fewer iterations and less noise, so that it takes seconds. */
	DreamParams reduced(final DreamParams params) {
		final DreamParams fewer = params.with(Parameter.ITERATIONS, Math.min(MAX_ITERATIONS, params.whole(
			Parameter.ITERATIONS)));
		if (crop != null) return fewer;
		return fewer.with(Parameter.WIDTH, Math.min(NOISE_SIDE, params.whole(Parameter.WIDTH))).with(Parameter.HEIGHT, Math
			.min(NOISE_SIDE, params.whole(Parameter.HEIGHT)));
	}

	/**
	 * @param params as {@link #reduced}
	 * @return null if cancelled
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	ImageProcessor dream(final DeepDream deepDream, final DreamParams params, final DreamListener listener) {
		final NetworkInput input = NetworkInput.of(deepDream);
		final Picture guide = Guide.of(params.get(Parameter.GUIDE)).picture(input);
		if (crop == null) {
			final Dream dream = deepDream.dream(null, guide, params, listener);
			return isPartial(dream) ? null : PictureStack.displayed(dream.picture());
		}
		final Plane read = plane(deepDream, input);
		if (!read.obstacle().isEmpty()) throw new DreamException(read.obstacle());
		final Selection selection = Selection.of(crop, params.whole(Parameter.EDGE));
		final Picture base = read.picture(selection.bounds());
		final Dream dream = deepDream.dream(base, guide, params, listener);
		return isPartial(dream) ? null : PictureStack.displayed(read.blended(selection, dream.picture()));
	}

	private static boolean isPartial(final Dream dream) {
		return dream.picture() == null || dream.cancelled();
	}

	/** Displayed colours as they are cropped; other values with the limits of the whole image, which take time to find. */
	private Plane plane(final DeepDream deepDream, final NetworkInput input) {
		if (network.equals(deepDream.sha256())) return plane;
		plane = input.readsDisplayed() ? Planes.current(crop, input) : Planes.current(image, input, region);
		network = deepDream.sha256();
		return plane;
	}
}
