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

/** A procedurally generated sample image: clouds over mountains, woods, a lake and a meadow. */
public final class SampleSky {

	private static final long SEED = 2015;
	private static final int[] ZENITH = { 44, 92, 168 };
	private static final int[] HORIZON = { 206, 220, 232 };
	private static final int[] CLOUD = { 250, 246, 238 };
	private static final int[] ROCK = { 104, 112, 132 };
	private static final int[] SNOW = { 236, 240, 246 };
	private static final int[] HILL = { 92, 118, 66 };
	private static final int[] WOOD = { 44, 66, 44 };
	private static final int[] WATER = { 30, 52, 74 };
	private static final int[] MEADOW = { 112, 132, 62 };
	private static final int[] FLOWER = { 226, 196, 92 };
	/** Heights, as shares of the picture's, from the top. */
	private static final double SHORE = 0.8;
	private static final double BANK = 0.91;
	/** Mean distance of the trees of a row, relative to the picture's height. */
	private static final double TREE_DISTANCE = 0.045;

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
		if (y > BANK + 0.05 * (noise(3 * x + 11, 1.7, 3) - 0.5)) return meadow(x, y);
		if (isTree(x, y, BANK + 0.015, 0.3, 7)) return rgb(WOOD, HILL, 0, 0.5 + 0.9 * noise(60 * x, 40 * y, 3));
		if (y < SHORE) return land(x, y);
		// the reflection, stretched and distorted by waves that are longer near the observer
		final double depth = (y - SHORE) / (BANK - SHORE);
		final double wave = (noise(9 * x, 60 * y / (0.4 + depth), 3) - 0.5) * (0.02 + 0.05 * depth);
		return mixed(land(x + wave, SHORE - 1.9 * (y - SHORE) + wave), rgb(WATER, WATER, 0, 1), 0.3 + 0.25 * depth);
	}

	/** Everything beyond the lake. */
	private int land(final double x, final double y) {
		if (isTree(x, y, SHORE + 0.002, 0.085, 3)) return rgb(WOOD, HILL, 0, 0.5 + 0.8 * noise(90 * x, 60 * y, 3));
		final double hill = 0.73 + 0.12 * (noise(2.2 * x + 7, 3.1, 4) - 0.5);
		if (y > hill) {
			final double wood = Math.max(0, Math.min(1, (noise(5 * x + 2, 9 * y, 4) - 0.45) * 8));
			return rgb(HILL, WOOD, wood, (0.6 + 0.8 * noise(40 * x, 50 * y, 4)) * Math.min(1, 0.7 + 4 * (y - hill)));
		}
		final double peak = 0.68 - 0.3 * ridges(1.6 * x + 4.3, 8.3);
		if (y > peak) {
			// faces of the slopes, lit from the left
			final double face = ridges(4 * x + 2 * y, 3 * y + 1) - ridges(4 * x + 2 * y + 0.12, 3 * y + 1);
			final double snow = Math.max(0, Math.min(1, (0.52 + 0.16 * noise(14 * x, 14 * y, 4) - y) * 16));
			return mixed(rgb(ROCK, SNOW, snow, Math.max(0.45, 0.85 + 1.5 * face)), rgb(HORIZON, HORIZON, 0, 1), 0.15);
		}
		return sky(x, y);
	}

	private int sky(final double x, final double y) {
		// clouds are flatter near the horizon
		final double cover = noise(2.6 * x + 3, 2.4 * y / (0.95 - 0.5 * y) + 5, 6);
		final double cloud = Math.max(0, Math.min(1, (cover - 0.44) * 5));
		final double shade = 1 - 0.3 * cloud * noise(5 * x + 1, 7 * y + 2, 5);
		final int[] sky = new int[3];
		for (int c = 0; c < 3; c++)
			sky[c] = (int) (ZENITH[c] + (HORIZON[c] - ZENITH[c]) * Math.pow(Math.max(0, y) / 0.7, 1.4));
		return rgb(sky, CLOUD, cloud, shade);
	}

	private int meadow(final double x, final double y) {
		final double near = (y - BANK) / (1 - BANK);
		final boolean flower = noise(70 * x, 90 * y, 2) > 0.79 - 0.05 * near;
		return flower ? rgb(FLOWER, FLOWER, 0, 1) : rgb(MEADOW, WOOD, 0.5 * noise(8 * x, 14 * y, 3), 0.5 + noise(60 * x, 25 * y,
			4));
	}

	/**
	 * Whether a point belongs to a row of firs.
	 *
	 * @param foot height of the row's foot
	 * @param tall height of the tallest tree
	 * @param row its number, for the random numbers
	 */
	private boolean isTree(final double x, final double y, final double foot, final double tall, final int row) {
		if (y > foot || y < foot - tall) return false;
		final double distance = TREE_DISTANCE * (tall / 0.085);
		final int nearest = (int) Math.floor(x / distance);
		for (int tree = nearest - 1; tree <= nearest + 1; tree++) {
			final double size = at(tree, row);
			// gaps in the row
			if (size < 0.35) continue;
			final double top = foot - tall * (0.3 + 0.7 * size);
			final double fromTop = (y - top) / (foot - top);
			if (fromTop < 0) continue;
			// branches, shorter between than at their tips
			final double layers = 0.62 + 0.38 * (fromTop * 7 % 1);
			final double half = 0.16 * (foot - top) * fromTop * layers * (0.7 + 0.6 * noise(140 * x, 140 * y, 2));
			if (Math.abs(x - (tree + at(tree, row + 1)) * distance) < Math.max(half, 0.012 * tall)) return true;
		}
		return false;
	}

	private static int mixed(final int a, final int b, final double share) {
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			rgb = rgb << 8 | (int) mix(a >> shift & 0xff, b >> shift & 0xff, share);
		return rgb;
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

	/** Sharp ridges: 1 on the middle line of a noise, less on both sides of it, in several octaves. */
	private double ridges(final double x, final double y) {
		double sum = 0;
		double amplitude = 0.5;
		for (int o = 0; o < 5; o++) {
			sum += amplitude * (1 - Math.abs(2 * lattice(x * (1 << o) + 13 * o, y * (1 << o) + 5 * o) - 1));
			amplitude /= 2;
		}
		return sum;
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
