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
package io.deepdream.spark.pyramid;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

import net.imglib2.util.Util;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;

/** Converts between pictures and images of Java's Image I/O. */
final class Rasters {

	private Rasters() {}

	/** Whether an image has one channel; a second one is transparency. */
	static boolean isGray(final BufferedImage image) {
		return image.getRaster().getNumBands() < Picture.RGB && !(image.getColorModel() instanceof IndexColorModel);
	}

	/** Whether the values of an image have at most 8 bits. */
	static boolean hasBytes(final BufferedImage image) {
		for (int band = 0; band < image.getRaster().getNumBands(); band++)
			if (image.getSampleModel().getSampleSize(band) > 8) return false;
		return true;
	}

	/** The values of a gray image, or those of the three colours; transparency is ignored. */
	static Picture picture(final BufferedImage image) {
		final Size size = new Size(image.getWidth(), image.getHeight());
		final Raster raster = image.getRaster();
		if (isGray(image)) return new Picture(size, 1, raster.getSamples(0, 0, size.width(), size.height(), 0, (float[]) null));
		if (raster.getNumBands() == Picture.RGB && raster.getTransferType() == DataBuffer.TYPE_BYTE) return new Picture(size,
			Picture.RGB, raster.getPixels(0, 0, size.width(), size.height(), (float[]) null));
		final int[] argb = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
		final float[] data = new float[Picture.RGB * argb.length];
		for (int i = 0; i < argb.length; i++)
			for (int c = 0; c < Picture.RGB; c++)
				data[Picture.RGB * i + c] = argb[i] >> 8 * (Picture.RGB - 1 - c) & 0xff;
		return new Picture(size, Picture.RGB, data);
	}

	/** A region of a picture of 1 or 3 channels, rounded and limited to 0..255. */
	static BufferedImage image(final Picture picture, final int x, final int y, final int width, final int height) {
		final int channels = picture.channels();
		final BufferedImage image = new BufferedImage(width, height, channels == 1 ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_3BYTE_BGR);
		final WritableRaster raster = image.getRaster();
		final int[] row = new int[width * channels];
		for (int i = 0; i < height; i++) {
			final int start = ((y + i) * picture.width() + x) * channels;
			for (int j = 0; j < row.length; j++)
				row[j] = level(picture.data()[start + j]);
			raster.setPixels(0, i, width, 1, row);
		}
		return image;
	}

	/** A value as a grey level, rounded as in ImageJ's window of a result; NaN becomes 0. */
	private static int level(final float value) {
		return Util.roundToInt(Math.max(0, Math.min(255, value)));
	}
}
