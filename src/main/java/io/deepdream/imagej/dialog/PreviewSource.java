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
import io.deepdream.imagej.job.PlaneDreams;
import io.deepdream.imagej.pixels.Guide;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.Selection;
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

	private final ImagePlus crop;

	/** @param image null = start from noise */
	PreviewSource(final ImagePlus image) {
		crop = image == null ? null : crop(image);
	}

	private static ImagePlus crop(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		final Rectangle selected = roi == null ? all : roi.getBounds().intersection(all);
		final Rectangle region = selected.isEmpty() ? all : selected;
		final int w = Math.min(Preview.SIDE, all.width);
		final int h = Math.min(Preview.SIDE, all.height);
		final int x = Math.max(0, Math.min(all.width - w, (int) region.getCenterX() - w / 2));
		final int y = Math.max(0, Math.min(all.height - h, (int) region.getCenterY() - h / 2));
		final ImageProcessor plane = new Planes(image, false, false).get(0).original();
		plane.setRoi(x, y, w, h);
		final ImagePlus crop = new ImagePlus("preview", plane.crop());
		if (roi == null) return crop;
		final Roi moved = (Roi) roi.clone();
		moved.setLocation(roi.getXBase() - x, roi.getYBase() - y);
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
		if (crop == null) {
			final Dream dream = deepDream.dream(null, Guide.picture(params.get(Parameter.GUIDE)), params, listener);
			return dream.picture() == null || dream.cancelled() ? null : ImagePixels.toColour(dream.picture());
		}
		final PlaneDreams dreams = new PlaneDreams(deepDream, new Planes(crop, false, false), Selection.of(crop, params
			.whole(Parameter.EDGE)), Guide.picture(params.get(Parameter.GUIDE)), params, listener);
		dreams.run();
		return dreams.finished().isEmpty() || dreams.last().cancelled() ? null : dreams.finished().get(0);
	}
}
