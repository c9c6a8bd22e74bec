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

/**
 * A random transform of a periodic picture that is periodic itself, which no rotation
 * and no scale is: a shift, and displacements by one sine wave of each axis, whose
 * local rotations and scales vary within the range of {@link RandomAffine}.
 */
public final class RandomWarp extends RandomTransform {

	private final double[] columnOfX;
	private final double[] columnOfY;
	private final double[] rowOfX;
	private final double[] rowOfY;

	private RandomWarp(final int width, final int height, final double[] columnOfX, final double[] columnOfY,
		final double[] rowOfX, final double[] rowOfY)
	{
		super(width, height);
		this.columnOfX = columnOfX;
		this.columnOfY = columnOfY;
		this.rowOfX = rowOfX;
		this.rowOfY = rowOfY;
	}

	/** Shifts within 8 pixels; largest local rotations within 5 degrees and scales within 5 percent. */
	public static RandomWarp random(final int width, final int height, final Random random) {
		final double shear = Math.sin(Math.toRadians(RandomAffine.MAX_DEGREES)) * RandomAffine.symmetric(random);
		final double[] columnOfX = wave(width, RandomAffine.MAX_SCALE * RandomAffine.symmetric(random), random);
		final double[] columnOfY = wave(height, -shear, random);
		final double[] rowOfX = wave(width, shear, random);
		final double[] rowOfY = wave(height, RandomAffine.MAX_SCALE * RandomAffine.symmetric(random), random);
		advance(columnOfX, RandomAffine.MAX_SHIFT * RandomAffine.symmetric(random));
		advance(rowOfY, RandomAffine.MAX_SHIFT * RandomAffine.symmetric(random));
		return new RandomWarp(width, height, columnOfX, columnOfY, rowOfX, rowOfY);
	}

	/** One period of a sine wave with a random phase, given its largest slope. */
	private static double[] wave(final int length, final double slope, final Random random) {
		final double phase = 2 * Math.PI * random.nextDouble();
		final double[] wave = new double[length];
		for (int i = 0; i < length; i++)
			wave[i] = slope * length / (2 * Math.PI) * Math.sin(2 * Math.PI * i / length + phase);
		return wave;
	}

	/** Adds the position and a shift. */
	private static void advance(final double[] wave, final double shift) {
		for (int i = 0; i < wave.length; i++)
			wave[i] += i + shift;
	}

	@Override
	double column(final int x, final int y) {
		return columnOfX[x] + columnOfY[y];
	}

	@Override
	double row(final int x, final int y) {
		return rowOfX[x] + rowOfY[y];
	}

	@Override
	int index(final int i, final int length) {
		return Math.floorMod(i, length);
	}
}
