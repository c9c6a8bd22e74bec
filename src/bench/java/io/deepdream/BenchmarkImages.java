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
package io.deepdream;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;

/** Input images of the benchmarks. */
public final class BenchmarkImages {

	private BenchmarkImages() {}

	/** A square of grey with noise, the same at each call. */
	public static Picture noise(final int side) {
		return noise(side, side);
	}

	/** Grey with noise, the same at each call. */
	public static Picture noise(final int width, final int height) {
		final Picture picture = Picture.create(width, height);
		final float[] data = picture.data();
		final Random random = new Random(1);
		for (int i = 0; i < data.length; i++)
			data[i] = 100 + 50 * random.nextFloat();
		return picture;
	}

	/** @throws IOException if Java cannot read the file as an image */
	public static Picture read(final File file) throws IOException {
		final BufferedImage image = ImageIO.read(file);
		if (image == null) throw new IOException(file + " is not an image that Java can read");
		final int width = image.getWidth();
		final int height = image.getHeight();
		return Pictures.fromARGB(ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height));
	}
}
