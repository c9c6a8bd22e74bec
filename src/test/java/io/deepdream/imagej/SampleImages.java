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
package io.deepdream.imagej;

import java.awt.Color;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Small images of all ImageJ types, with a different texture in every plane. */
public final class SampleImages {

	public static final int WIDTH = 48;
	public static final int HEIGHT = 40;

	private SampleImages() {}

	/** A plane with a texture that depends on the seed. */
	static ImageProcessor plane(final int bits, final int seed) {
		final ImageProcessor ip = bits == 24 ? new ColorProcessor(WIDTH, HEIGHT) : bits == 8 ? new ByteProcessor(WIDTH,
			HEIGHT) : bits == 16 ? new ShortProcessor(WIDTH, HEIGHT) : new FloatProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				final int level = (int) (128 + 50 * Math.sin((x + 7 * seed) / 5.0) + 50 * Math.cos((y - 3 * seed) / 6.0));
				if (bits == 24) ip.set(x, y, level << 16 | (255 - level) << 8 | 20 * seed & 255);
				else ip.setf(x, y, bits == 8 ? level : bits == 16 ? 11 * level + 300 + seed : level / 200f);
			}
		ip.resetMinAndMax();
		return ip;
	}

	public static ImagePlus single(final int bits) {
		return named(new ImagePlus("", plane(bits, 1)));
	}

	/** A stack in ImageJ's order: channels, slices, frames. */
	public static ImagePlus stack(final int bits, final int c, final int z, final int t) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < c * z * t; i++)
			stack.addSlice("plane " + (i + 1), plane(bits, i));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(c, z, t);
		image.setOpenAsHyperStack(true);
		return named(image);
	}

	/** A composite with a different colour and display range for each channel. */
	public static ImagePlus composite(final int bits, final int c, final int z, final int t, final int mode) {
		final CompositeImage image = new CompositeImage(stack(bits, c, z, t), mode);
		final Color[] colours = { Color.magenta, Color.green, Color.cyan, Color.yellow };
		for (int i = 0; i < c; i++) {
			final LUT lut = LUT.createLutFromColor(colours[i]);
			final ImageProcessor first = plane(bits, i);
			lut.min = first.getMin();
			final double max = first.getMax() - (first.getMax() - first.getMin()) / (i + 4);
			lut.max = bits == 32 ? max : Math.rint(max);
			image.setChannelLut(lut, i + 1);
		}
		return named(image);
	}

	/** A virtual stack, which creates its planes on demand. */
	static ImagePlus virtual(final int bits, final int n) {
		final VirtualStack stack = new VirtualStack(WIDTH, HEIGHT, null, "") {

			@Override
			public ImageProcessor getProcessor(final int i) {
				return plane(bits, i);
			}

			@Override
			public int getSize() {
				return n;
			}

			@Override
			public int size() {
				return n;
			}

			@Override
			public String getSliceLabel(final int i) {
				return "plane " + i;
			}
		};
		stack.setBitDepth(bits);
		return named(new ImagePlus("", stack));
	}

	static ImagePlus withLut(final int bits, final String lutName) {
		final ImagePlus image = single(bits);
		final LUT lut = lutName.equals("inverted") ? image.getProcessor().getLut().createInvertedLut() : new LUT(LutLoader
			.getLut(lutName), image.getDisplayRangeMin(), image.getDisplayRangeMax());
		image.setLut(lut);
		return image;
	}

	private static ImagePlus named(final ImagePlus image) {
		image.setTitle("my \"cells\" [1]");
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().pixelDepth = 2;
		image.getCalibration().frameInterval = 7;
		image.setProperty("Info", "Objective: 63x");
		return image;
	}
}
