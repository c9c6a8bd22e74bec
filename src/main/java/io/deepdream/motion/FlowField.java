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

/** Where each pixel of an image is in another image of the same size: pixel (x, y) is at (x + dx, y + dy). */
public final class FlowField {

	private final Size size;
	private final float[] dx;
	private final float[] dy;

	/**
	 * @param dx displacements to the right, in pixels, row by row, not copied
	 * @param dy displacements downwards
	 */
	public FlowField(final Size size, final float[] dx, final float[] dy) {
		if (dx.length != size.pixels() || dy.length != size.pixels()) throw new IllegalArgumentException(dx.length + " and " +
			dy.length + " displacements for " + size + " pixels");
		this.size = size;
		this.dx = dx;
		this.dy = dy;
	}

	/** The same displacement everywhere, in pixels. */
	public static FlowField constant(final Size size, final double dx, final double dy) {
		final float[] across = new float[(int) size.pixels()];
		final float[] down = new float[across.length];
		Arrays.fill(across, (float) dx);
		Arrays.fill(down, (float) dy);
		return new FlowField(size, across, down);
	}

	public Size size() {
		return size;
	}

	/** Displacements to the right, row by row; not a copy. */
	public float[] dx() {
		return dx;
	}

	/** Displacements downwards, row by row; not a copy. */
	public float[] dy() {
		return dy;
	}

	/** The same motion of images of another size, in their pixels, interpolated linearly. */
	FlowField resized(final Size target) {
		if (target.equals(size)) return this;
		final float[] across = resize(dx, size, target);
		final float[] down = resize(dy, size, target);
		for (int i = 0; i < across.length; i++) {
			across[i] *= (float) target.width() / size.width();
			down[i] *= (float) target.height() / size.height();
		}
		return new FlowField(target, across, down);
	}

	/** Interpolates values of each pixel linearly. */
	static float[] resize(final float[] values, final Size size, final Size target) {
		if (target.equals(size)) return values;
		final float[] result = new float[(int) target.pixels()];
		for (int y = 0, i = 0; y < target.height(); y++) {
			// pixels are areas: the image's corners keep their place
			final double v = (y + 0.5) * size.height() / target.height() - 0.5;
			for (int x = 0; x < target.width(); x++, i++)
				result[i] = (float) at(values, size, (x + 0.5) * size.width() / target.width() - 0.5, v);
		}
		return result;
	}

	/** The displacement to the right at a position, interpolated linearly; NaN beside one that is NaN. */
	double dx(final double x, final double y) {
		return at(dx, size, x, y);
	}

	double dy(final double x, final double y) {
		return at(dy, size, x, y);
	}

	private static double at(final float[] values, final Size size, final double x, final double y) {
		final double u = Math.max(0, Math.min(size.width() - 1, x));
		final double v = Math.max(0, Math.min(size.height() - 1, y));
		final int left = (int) u;
		final int top = (int) v;
		final int right = Math.min(size.width() - 1, left + 1);
		final int bottom = Math.min(size.height() - 1, top + 1);
		final double a = u - left;
		final double b = v - top;
		final int w = size.width();
		return (1 - b) * ((1 - a) * values[top * w + left] + a * values[top * w + right]) + b * ((1 - a) * values[bottom * w +
			left] + a * values[bottom * w + right]);
	}
}
