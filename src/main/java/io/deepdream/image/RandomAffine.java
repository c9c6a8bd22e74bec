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

import java.util.Random;

/** A random shift, rotation and scale about the middle; outside, the picture is mirrored. */
public final class RandomAffine extends RandomTransform {

	static final double MAX_SHIFT = 8;
	static final double MAX_DEGREES = 5;
	static final double MAX_SCALE = 0.05;

	private final double middleX;
	private final double middleY;
	private final double cos;
	private final double sin;
	private final double shiftX;
	private final double shiftY;

	/**
	 * @param scale distance in the picture of two neighbouring pixels of the
	 *          transformed picture
	 * @param degrees rotation from the transformed picture to the picture
	 * @param shiftX shift of the middle, in pixels
	 * @param shiftY the same, down
	 */
	RandomAffine(final int width, final int height, final double scale, final double degrees, final double shiftX,
		final double shiftY)
	{
		super(width, height);
		middleX = (width - 1) / 2.0;
		middleY = (height - 1) / 2.0;
		cos = scale * Math.cos(Math.toRadians(degrees));
		sin = scale * Math.sin(Math.toRadians(degrees));
		this.shiftX = shiftX;
		this.shiftY = shiftY;
	}

	/** Uniform within 8 pixels, 5 degrees and 5 percent, in both directions. */
	public static RandomAffine random(final int width, final int height, final Random random) {
		return new RandomAffine(width, height, 1 + MAX_SCALE * symmetric(random), MAX_DEGREES * symmetric(random),
			MAX_SHIFT * symmetric(random), MAX_SHIFT * symmetric(random));
	}

	/** Uniform in -1..1. */
	static double symmetric(final Random random) {
		return 2 * random.nextDouble() - 1;
	}

	@Override
	double column(final int x, final int y) {
		return middleX + cos * (x - middleX) - sin * (y - middleY) + shiftX;
	}

	@Override
	double row(final int x, final int y) {
		return middleY + sin * (x - middleX) + cos * (y - middleY) + shiftY;
	}

	@Override
	int index(final int i, final int length) {
		return Similarity.mirrored(i, length);
	}
}
