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
import java.io.IOException;
import java.util.Locale;

import javax.imageio.stream.ImageInputStream;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** A PNG or JPEG file, which is decoded from its start for each region. */
final class WholeImageSource implements PictureSource {

	private static final long serialVersionUID = 1L;

	/** About two seconds of decoding for a region. */
	private static final long MAX_PIXELS = 100_000_000;

	private final String uri;
	private final String format;
	private final long length;
	private final int width;
	private final int height;
	private final boolean gray;
	private final boolean deep;

	/**
	 * @param format png or jpeg
	 * @param length of the file, in bytes
	 * @throws DreamException if the file is damaged, too large or has an unsupported pixel type
	 */
	WholeImageSource(final String uri, final String format, final long length) {
		this.uri = uri;
		this.format = format;
		this.length = length;
		final Size size = read(ImageDecoder::size);
		width = size.width();
		height = size.height();
		if (size.pixels() > MAX_PIXELS) throw new DreamException(uri + " has " + size.pixels() / 1_000_000 +
			" megapixels, but PNG and JPEG are read up to " + MAX_PIXELS / 1_000_000 +
			", since they have no tiles: convert it to a TIFF with tiles.");
		final BufferedImage first = image(0, 0, 1, 1);
		gray = Rasters.isGray(first);
		deep = !Rasters.hasBytes(first);
		if (deep && !gray) throw new DreamException(uri + " has colours of 16 bits: convert it to 8-bit RGB.");
	}

	/** Whether values have 16 bits. */
	boolean isDeep() {
		return deep;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int channels() {
		return gray ? 1 : Picture.RGB;
	}

	/** Values of 16 bits are not scaled. */
	@Override
	public Picture read(final int x, final int y, final int w, final int h) {
		return Rasters.picture(image(x, y, w, h));
	}

	private BufferedImage image(final int x, final int y, final int w, final int h) {
		return read(decoder -> decoder.read(new Rectangle(x, y, w, h)));
	}

	private interface Reading<T> {

		T get(ImageDecoder decoder) throws IOException;
	}

	private <T> T read(final Reading<T> reading) {
		try (ImageInputStream in = new HadoopImageInput(Storage.open(uri), length); ImageDecoder decoder = new ImageDecoder(in,
			format))
		{
			return reading.get(decoder);
		}
		catch (final IOException exc) {
			throw new DreamException(uri + " cannot be read as " + format.toUpperCase(Locale.ROOT) + " (" + exc.getMessage() +
				"): check that the file is complete.", exc);
		}
	}
}
