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
package io.deepdream.motion;

import io.deepdream.image.ParallelChunks;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;

/** The motion from one frame to the next: where each pixel of the later frame was, and whether it was visible there. */
public final class Motion {

	/** Above it, flow is estimated at a lower resolution, to limit memory and time. */
	static final int MAX_PIXELS = 1 << 18;
	/** Smaller frames have too few levels for flow. */
	private static final int MIN_SIDE = 8;
	private static final int FADE = 3;

	private final FlowField backward;
	private final float[] visible;

	private Motion(final FlowField backward, final float[] visible) {
		this.backward = backward;
		this.visible = visible;
	}

	/**
	 * Estimates the motion between two frames.
	 *
	 * @throws io.deepdream.params.DreamException if the library of optical flow is not
	 *          installed
	 */
	public static Motion between(final Picture before, final Picture after) {
		return between(Luminance.of(before, MAX_PIXELS), Luminance.of(after, MAX_PIXELS), after.size());
	}

	/**
	 * Estimates the motion between two frames of a size, given their luminances at the same
	 * or a lower resolution.
	 */
	static Motion between(final Luminance before, final Luminance after, final Size size) {
		final Size reduced = after.size();
		if (reduced.shorterSide() < MIN_SIDE) return known(FlowField.constant(size, 0, 0));
		final OpticalFlow flow = FlowLibrary.get();
		final FlowField backward = flow.between(after, before);
		final float[] visible = Occlusion.visible(backward, flow.between(before, after));
		return enlarged(backward, visible, size);
	}

	/** A motion that was estimated at the same or a lower resolution. */
	static Motion enlarged(final FlowField backward, final float[] visible, final Size size) {
		final Size reduced = backward.size();
		final Motion motion = new Motion(backward.resized(size), FlowField.resize(Occlusion.fade(visible, reduced, FADE), reduced,
			size));
		motion.hideOutside();
		return motion;
	}

	/**
	 * A motion that is known.
	 *
	 * @param backward where each pixel of the later frame was; pixels that were outside of
	 *          the frame were not visible
	 */
	public static Motion known(final FlowField backward) {
		final Size size = backward.size();
		final float[] visible = new float[(int) size.pixels()];
		for (int y = 0, i = 0; y < size.height(); y++)
			for (int x = 0; x < size.width(); x++, i++)
				if (Occlusion.isInside(x + backward.dx()[i], y + backward.dy()[i], size)) visible[i] = 1;
		return new Motion(backward, visible);
	}

	/** Interpolation makes pixels beside visible ones partly visible, even if the flow there leaves the frame or has diverged. */
	private void hideOutside() {
		final Size size = backward.size();
		for (int i = 0; i < visible.length; i++)
			if (!Occlusion.isInside(i % size.width() + backward.dx()[i], i / size.width() + backward.dy()[i], size)) visible[i] = 0;
	}

	/** Where each pixel of the later frame was in the earlier one. */
	public FlowField backward() {
		return backward;
	}

	/** From 0, not visible in the earlier frame, to 1; row by row, not a copy. */
	public float[] visible() {
		return visible;
	}

	/**
	 * Moves values of the earlier frame to where they are in the later one, by cubic
	 * convolution with a = -0.5 (R. Keys 1981).
	 *
	 * @param values one for each channel of each pixel, of any range
	 * @return 0 where a pixel was not visible
	 */
	public float[] carry(final float[] values) {
		final Size size = backward.size();
		final int width = size.width();
		final int channels = values.length / (int) size.pixels();
		final float[] result = new float[values.length];
		ParallelChunks.each(size.height(), width, (from, to) -> {
			for (int i = from * width; i < to * width; i++)
				if (visible[i] > 0) interpolate(values, i % width + backward.dx()[i], i / width + backward.dy()[i], size, channels, result, i);
		});
		return result;
	}

	private static void interpolate(final float[] values, final float x, final float y, final Size size,
		final int channels, final float[] result, final int target)
	{
		final int left = (int) Math.floor(x) - 1;
		final int top = (int) Math.floor(y) - 1;
		final float[] across = cubic(x - left - 1);
		final float[] down = cubic(y - top - 1);
		for (int j = 0; j < 4; j++) {
			final int row = clip(top + j, size.height()) * size.width();
			for (int i = 0; i < 4; i++) {
				final float weight = across[i] * down[j];
				final int source = channels * (row + clip(left + i, size.width()));
				for (int c = 0; c < channels; c++)
					result[channels * target + c] += weight * values[source + c];
			}
		}
	}

	private static int clip(final int index, final int length) {
		return Math.max(0, Math.min(length - 1, index));
	}

	/** Weights of four neighbours for a position behind the second one, from 0 to 1. */
	private static float[] cubic(final float t) {
		final float s = 1 - t;
		return new float[] { -0.5f * t * s * s, 1 + t * t * (1.5f * t - 2.5f), 1 + s * s * (1.5f * s - 2.5f), -0.5f * s * t * t };
	}
}
