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

import java.util.Random;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;

/** A procedurally generated sample image: clouds over hills. */
public final class SampleSky {

	private static final long SEED = 2015;
	private static final int[] ZENITH = { 44, 92, 168 };
	private static final int[] HORIZON = { 206, 220, 232 };
	private static final int[] CLOUD = { 250, 246, 238 };
	private static final int[] HILL = { 58, 84, 56 };

	private final int width;
	private final int height;
	private final float[][] lattice = new float[256][256];

	private SampleSky(final int width, final int height, final long seed) {
		this.width = width;
		this.height = height;
		final Random random = new Random(seed);
		for (final float[] row : lattice)
			for (int i = 0; i < row.length; i++)
				row[i] = random.nextFloat();
	}

	/**
	 * The image as a picture: RGB, its luminance, or for other numbers of channels red, green and blue by turns.
	 *
	 * @param side width and height in pixels
	 */
	public static Picture picture(final int side, final int channels) {
		return withChannels(ImagePixels.fromColour(new SampleSky(side, side, SEED).paint()), channels);
	}

	/** An RGB picture itself, its luminance, or for other numbers of channels red, green and blue by turns. */
	public static Picture withChannels(final Picture rgb, final int channels) {
		if (channels == Picture.RGB) return rgb;
		if (channels == 1) return ColourChannels.luminance(rgb);
		final float[] data = new float[rgb.width() * rgb.height() * channels];
		for (int i = 0; i < data.length; i++)
			data[i] = rgb.data()[i / channels * Picture.RGB + i % channels % Picture.RGB];
		return new Picture(rgb.size(), channels, data);
	}

	/** Deterministic for a given size. */
	public static ImagePlus draw(final int width, final int height) {
		return new ImagePlus("Sky", new SampleSky(width, height, SEED).paint());
	}

	private ColorProcessor paint() {
		final ColorProcessor ip = new ColorProcessor(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				ip.set(x, y, colour((double) x / height, (double) y / height));
		return ip;
	}

	private int colour(final double x, final double y) {
		final double ridge = 0.82 + 0.22 * (noise(2.2 * x + 7, 3.1, 4) - 0.5);
		if (y > ridge) {
			final double light = 0.55 + 0.9 * noise(14 * x, 22 * y, 5) * Math.min(1, 0.4 + 3 * (y - ridge));
			return rgb(HILL, HILL, 0, light);
		}
		// clouds are flatter near the horizon
		final double cover = noise(2.6 * x + 3, 2.4 * y / (1.15 - 0.5 * y) + 5, 6);
		final double cloud = Math.max(0, Math.min(1, (cover - 0.48) * 5));
		final double shade = 1 - 0.25 * cloud * noise(5 * x + 1, 7 * y + 2, 4);
		final int[] sky = new int[3];
		for (int c = 0; c < 3; c++)
			sky[c] = (int) (ZENITH[c] + (HORIZON[c] - ZENITH[c]) * Math.pow(y / 0.85, 1.4));
		return rgb(sky, CLOUD, cloud, shade);
	}

	private static int rgb(final int[] from, final int[] to, final double mix, final double light) {
		int rgb = 0;
		for (int c = 0; c < 3; c++)
			rgb = rgb << 8 | (int) Math.max(0, Math.min(255, (from[c] + (to[c] - from[c]) * mix) * light));
		return rgb;
	}

	/** Fractal value noise in 0..1: octaves of a smoothed random lattice. */
	private double noise(final double x, final double y, final int octaves) {
		double sum = 0;
		double amplitude = 0.5;
		double norm = 0;
		for (int o = 0; o < octaves; o++) {
			sum += amplitude * lattice(x * (1 << o) + 17 * o, y * (1 << o) + 29 * o);
			norm += amplitude;
			amplitude /= 2;
		}
		return sum / norm;
	}

	private double lattice(final double x, final double y) {
		final int i = (int) Math.floor(x);
		final int j = (int) Math.floor(y);
		final double u = smooth(x - i);
		final double v = smooth(y - j);
		return mix(mix(at(i, j), at(i + 1, j), u), mix(at(i, j + 1), at(i + 1, j + 1), u), v);
	}

	private float at(final int i, final int j) {
		return lattice[j & 255][i & 255];
	}

	private static double mix(final double a, final double b, final double t) {
		return a + (b - a) * t;
	}

	private static double smooth(final double t) {
		return t * t * (3 - 2 * t);
	}
}
