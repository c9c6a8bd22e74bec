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

import java.util.Arrays;

import io.deepdream.image.Size;

/**
 * Which pixels of a frame were visible in the frame before: those that the flow to the
 * frame before and the flow back from there return to where they were, up to an error.
 * Error and bounds are those of Sundaram, Brox and Keutzer, "Dense Point Trajectories by
 * GPU-accelerated Large Displacement Optical Flow" (ECCV 2010), which Ruder, Dosovitskiy
 * and Brox, "Artistic Style Transfer for Videos" (2016), use for films.
 */
final class Occlusion {

	private static final double RELATIVE_ERROR = 0.01;
	/** In square pixels. */
	private static final double ABSOLUTE_ERROR = 0.5;

	private Occlusion() {}

	/**
	 * @param backward the flow from a frame to the frame before it
	 * @param forward the flow from the frame before to the frame
	 * @return 1 for pixels that were visible, 0 for others
	 */
	static float[] visible(final FlowField backward, final FlowField forward) {
		final Size size = backward.size();
		final float[] visible = new float[(int) size.pixels()];
		for (int y = 0, i = 0; y < size.height(); y++)
			for (int x = 0; x < size.width(); x++, i++)
				if (returns(backward.dx()[i], backward.dy()[i], x, y, forward)) visible[i] = 1;
		return visible;
	}

	private static boolean returns(final double dx, final double dy, final int x, final int y, final FlowField forward) {
		final double u = x + dx;
		final double v = y + dy;
		if (!isInside(u, v, forward.size())) return false;
		final double backX = forward.dx(u, v);
		final double backY = forward.dy(u, v);
		return square(dx + backX) + square(dy + backY) < RELATIVE_ERROR * (square(dx) + square(dy) + square(backX) + square(
			backY)) + ABSOLUTE_ERROR;
	}

	/** Whether a position lies in an image; not where it is NaN. */
	static boolean isInside(final double x, final double y, final Size size) {
		return x >= -0.5 && y >= -0.5 && x <= size.width() - 0.5 && y <= size.height() - 0.5;
	}

	private static double square(final double value) {
		return value * value;
	}

	/**
	 * Fades a mask out towards its border, inside of it, where flow is least reliable.
	 *
	 * @param radius width of the border, in pixels; the border of the image is none
	 */
	static float[] fade(final float[] mask, final Size size, final int radius) {
		final float[] rows = mean(mask, size.width(), size.height(), 1, size.width(), radius);
		final float[] mean = mean(rows, size.height(), size.width(), size.width(), 1, radius);
		for (int i = 0; i < mean.length; i++)
			// at a straight border the mean is about 1/2
			mean[i] = mask[i] * Math.max(0, 2 * mean[i] - 1);
		return mean;
	}

	/** Running means along one axis; the window is cut at the ends. */
	private static float[] mean(final float[] values, final int length, final int lines, final int step, final int lineStep,
		final int radius)
	{
		final float[] result = new float[values.length];
		final double[] sums = new double[length + 1];
		for (int line = 0; line < lines; line++) {
			final int start = line * lineStep;
			Arrays.fill(sums, 0);
			for (int i = 0; i < length; i++)
				sums[i + 1] = sums[i] + values[start + i * step];
			for (int i = 0; i < length; i++) {
				final int first = Math.max(0, i - radius);
				final int end = Math.min(length, i + radius + 1);
				result[start + i * step] = (float) ((sums[end] - sums[first]) / (end - first));
			}
		}
		return result;
	}
}
