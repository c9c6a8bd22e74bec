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
import java.io.EOFException;
import java.io.IOException;

import javax.imageio.stream.ImageInputStream;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ValueLimits;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** The first image of a TIFF or BigTIFF file, read by region. */
final class TiffSource implements PictureSource {

	private static final long serialVersionUID = 1L;

	private final String uri;
	private final long length;
	private final int width;
	private final int height;
	private final int channels;
	/** Of an image of n tiles it has 16 n bytes, so each task reads it by itself. */
	private transient TiffDirectory directory;

	/**
	 * @param length of the file, in bytes
	 * @throws DreamException if the file is damaged or has an unsupported pixel type
	 */
	TiffSource(final String uri, final long length) {
		this.uri = uri;
		this.length = length;
		final TiffDirectory tags = directory();
		width = tags.width();
		height = tags.height();
		channels = orFail(() -> {
			if (!tags.isSupported()) throw new DreamException(uri + " has an unsupported pixel type (" + tags.type() +
				"): convert it to 8-bit or 16-bit gray, or to 8-bit RGB.");
			return tags.samples();
		});
	}

	private synchronized TiffDirectory directory() {
		if (directory == null) directory = orFail(() -> {
			try (ImageInputStream in = open()) {
				return new TiffDirectory(in);
			}
		});
		return directory;
	}

	private ImageInputStream open() {
		return new HadoopImageInput(Storage.open(uri), length);
	}

	/** Whether values have 16 bits. */
	boolean isDeep() {
		return orFail(() -> directory().bits() == 16);
	}

	/** The display range that ImageJ has stored; null if there is none. */
	ValueLimits displayed() {
		return directory().displayed();
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
		return channels;
	}

	/** Values of 16 bits are not scaled. */
	@Override
	public Picture read(final int x, final int y, final int w, final int h) {
		final TiffDirectory tags = directory();
		return orFail(() -> {
			try (ImageInputStream in = open()) {
				return Rasters.picture(new TiffRegion(tags, in, new Rectangle(x, y, w, h)).decode());
			}
		});
	}

	private interface Reading<T> {

		T get() throws IOException;
	}

	private <T> T orFail(final Reading<T> reading) {
		try {
			return reading.get();
		}
		catch (final EOFException exc) {
			throw new DreamException(uri + " is truncated: copy it again.", exc);
		}
		catch (final TiffRegion.TooLargeException exc) {
			throw new DreamException(uri + " has compressed strips or tiles of which a region needs more than " +
				TiffRegion.MAX_BYTES / (1 << 20) + " MB: convert it to a TIFF with tiles of 256 to 1024 pixels.", exc);
		}
		catch (final IOException exc) {
			throw unreadable(exc.getMessage(), exc);
		}
		catch (final DreamException exc) {
			throw exc;
		}
		catch (final RuntimeException exc) {
			// the library checks no types of tags
			throw unreadable("its tags contradict each other", exc);
		}
	}

	private DreamException unreadable(final String reason, final Exception exc) {
		return new DreamException(uri + " cannot be read as TIFF (" + reason +
			"): check that it is complete, or convert it to an uncompressed TIFF.", exc);
	}
}
