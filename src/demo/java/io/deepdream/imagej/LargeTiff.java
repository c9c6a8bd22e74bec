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

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

/** Writes an RGB TIFF of any size for memory measurements. */
public final class LargeTiff {

	private LargeTiff() {}

	/** @param args output file; width; height */
	public static void main(final String... args) {
		final int width = Integer.parseInt(args[1]);
		final int height = Integer.parseInt(args[2]);
		final ColorProcessor ip = new ColorProcessor(width, height);
		final int[] pixels = (int[]) ip.getPixels();
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int level = (int) (128 + 60 * Math.sin(x * 0.01 + y * 0.003) + 60 * Math.sin(1e-5 * x * y));
				pixels[y * width + x] = level << 16 | (255 - level) << 8 | (x ^ y) & 255;
			}
		new FileSaver(new ImagePlus("large", ip)).saveAsTiff(args[0]);
	}
}
