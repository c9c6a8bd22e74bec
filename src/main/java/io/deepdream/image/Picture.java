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

import java.io.Serializable;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import io.deepdream.params.DreamException;

/**
 * A picture with values of 0..255 in one array: channel fastest, then x, then y. A
 * network that normalises each image by its own values may get values beyond 0..255.
 * This is the NHWC order of TensorFlow, so the array is the network's input tensor
 * without any rearrangement.
 *
 * <pre>
 * Picture picture = Pictures.fromReal(gray16, 0, 4095);
 * float[] nhwc = picture.data();
 * ArrayImg&lt;FloatType, FloatArray&gt; img = picture.img();
 * </pre>
 */
public final class Picture implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Red, green, blue. */
	public static final int RGB = 3;

	/** Some virtual machines stop a few elements short of Integer.MAX_VALUE. */
	private static final int MAX_VALUES = Integer.MAX_VALUE - 8;

	private final Size size;
	private final int channels;
	private final float[] data;

	/**
	 * @param data width * height * channels values, not copied
	 */
	public Picture(final Size size, final int channels, final float[] data) {
		if (data.length != size.pixels() * channels) throw new IllegalArgumentException(data.length + " values for " + size +
			" pixels of " + channels + " channels");
		this.size = size;
		this.channels = channels;
		this.data = data;
	}

	/** An RGB picture of the given values, which are not copied. */
	public static Picture of(final float[] data, final int width, final int height) {
		return new Picture(new Size(width, height), RGB, data);
	}

	/**
	 * A black RGB picture.
	 *
	 * @throws DreamException above what one array can hold (about 715 megapixels)
	 */
	public static Picture create(final long width, final long height) {
		return create(width, height, RGB);
	}

	/**
	 * A picture of zeros.
	 *
	 * @throws DreamException above what one array can hold (about 2147 million values)
	 */
	public static Picture create(final long width, final long height, final int channels) {
		final float[] data = new float[values(width, height, channels)];
		return new Picture(new Size((int) width, (int) height), channels, data);
	}

	/**
	 * The number of values of a picture.
	 *
	 * @throws DreamException above what one array can hold (about 2147 million values)
	 */
	public static int values(final long width, final long height, final int channels) {
		final long values = Math.multiplyExact(Math.multiplyExact(width, height), channels);
		if (values > MAX_VALUES) throw new DreamException("An image of " + width + "x" + height +
			" pixels is more than one array can hold (" + MAX_VALUES / channels / 1_000_000 +
			" megapixels): crop it or scale it down.");
		return (int) values;
	}

	public Size size() {
		return size;
	}

	public int width() {
		return size.width();
	}

	public int height() {
		return size.height();
	}

	public int channels() {
		return channels;
	}

	/** The picture's own values, not a copy. */
	public float[] data() {
		return data;
	}

	/** An ImgLib2 image of dimensions [channels, width, height] on the same values. */
	public ArrayImg<FloatType, FloatArray> img() {
		return ArrayImgs.floats(data, channels, width(), height());
	}

	public Picture copy() {
		return new Picture(size, channels, data.clone());
	}

	/** A copy of a rectangle. */
	public Picture region(final int x, final int y, final int width, final int height) {
		final Picture region = create(width, height, channels);
		for (int row = 0; row < height; row++)
			System.arraycopy(data, channels * ((y + row) * width() + x), region.data, channels * row * width, channels * width);
		return region;
	}

	/** Replaces a rectangle by a picture of as many channels. */
	public void insert(final Picture region, final int x, final int y) {
		final int n = channels * region.width();
		for (int row = 0; row < region.height(); row++)
			System.arraycopy(region.data, n * row, data, channels * ((y + row) * width() + x), n);
	}

	/** Limits the values to 0..255, in place. */
	public void clamp() {
		clamp(ValueRange.GREY_LEVELS);
	}

	/** Limits the values to a range, in place. */
	public void clamp(final ValueRange range) {
		range.clamp(data);
	}

	/** Rounds the values to whole grey levels, in place. */
	public void round() {
		for (int i = 0; i < data.length; i++)
			data[i] = (float) Math.rint(data[i]);
	}

	/**
	 * Scales an unbounded picture for display, in place, as the DeepDream tutorial
	 * does: to mean 0.5 and standard deviation 0.1 of full scale, then clamped.
	 */
	public void standardise() {
		final Moments moments = Moments.of(data, data.length);
		final double scale = 0.1 * 255 / Math.max(moments.std(), 1e-4 * 255);
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (0.5 * 255 + (data[i] - moments.mean()) * scale);
		clamp();
	}
}
