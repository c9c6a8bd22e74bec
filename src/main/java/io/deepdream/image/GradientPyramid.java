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
package io.deepdream.image;

/**
 * Normalises the gradients of successive steps by Laplacian pyramids. The pyramid of a
 * periodic picture whose side is no multiple of its coarsest pixels has one irregular
 * distance along that side. It falls elsewhere in each step, so that it does not become
 * visible.
 *
 * <pre>
 * GradientPyramid pyramid = new GradientPyramid(size, 4, true, LaplacianPyramid::normalise);
 * pyramid.normalise(gradient);
 * </pre>
 */
public final class GradientPyramid {

	/** One of the methods of {@link LaplacianPyramid}. */
	public interface Method {

		void normalise(float[] data, int width, int height, int levels, boolean periodic);
	}

	/** Multiples of these shares of a side are spread evenly over it (golden ratio, square root of 2). */
	private static final double SHARE_X = (Math.sqrt(5) - 1) / 2;
	private static final double SHARE_Y = Math.sqrt(2) - 1;

	private final Size size;
	private final int levels;
	private final boolean periodic;
	private final Method method;
	private int step;

	/**
	 * @param levels the number of times the size is halved
	 * @param periodic whether opposite borders are joined
	 */
	public GradientPyramid(final Size size, final int levels, final boolean periodic, final Method method) {
		this.size = size;
		this.levels = levels;
		this.periodic = periodic;
		this.method = method;
	}

	/** Normalises the gradient of the next step, in place: channel fastest, of any number of channels. */
	public void normalise(final float[] gradient) {
		step++;
		final int width = size.width();
		final int height = size.height();
		final int x = shift(width, SHARE_X);
		final int y = shift(height, SHARE_Y);
		if (x == 0 && y == 0) {
			method.normalise(gradient, width, height, levels, periodic);
			return;
		}
		final float[] shifted = new float[gradient.length];
		new PeriodicView(gradient, width, height, x, y).read(0, 0, width, height, shifted);
		method.normalise(shifted, width, height, levels, true);
		new PeriodicView(shifted, width, height, -x, -y).read(0, 0, width, height, gradient);
	}

	private int shift(final int length, final double share) {
		return periodic && length % (1 << levels) != 0 ? (int) (step * share % 1 * length) : 0;
	}
}
