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

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.deepdream.image.Size;

/** Reads PNG and JPEG by Java's Image I/O. */
final class ImageDecoder implements AutoCloseable {

	private final ImageReader reader;
	private boolean truncated;

	/**
	 * @param in closed by the caller
	 * @param format such as png
	 */
	ImageDecoder(final ImageInputStream in, final String format) {
		reader = ImageIO.getImageReadersByFormatName(format).next();
		reader.setInput(in);
		// the JPEG reader makes the missing rest of an image gray
		reader.addIIOReadWarningListener((source, warning) -> truncated |= warning.contains("Truncated") || warning.contains(
			"Premature"));
	}

	Size size() throws IOException {
		return new Size(reader.getWidth(0), reader.getHeight(0));
	}

	/** @throws EOFException if the image ends within the region */
	BufferedImage read(final Rectangle region) throws IOException {
		final ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceRegion(region);
		final BufferedImage image = reader.read(0, param);
		if (truncated) throw new EOFException("it is truncated");
		return image;
	}

	@Override
	public void close() {
		reader.dispose();
	}
}
