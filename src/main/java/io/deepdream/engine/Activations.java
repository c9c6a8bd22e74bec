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
package io.deepdream.engine;

/** The output of a layer: one value for each position and channel. */
public final class Activations {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] values;

	/**
	 * @param width number of positions along the image's width
	 * @param height number of positions along the image's height
	 * @param channels number of channels
	 * @param values height * width * channels values, with the channel varying fastest,
	 *          then x, then y; not copied
	 */
	public Activations(final int width, final int height, final int channels, final float[] values) {
		if (values.length != Math.multiplyExact(Math.multiplyExact(width, height), channels))
			throw new IllegalArgumentException(values.length + " values for " + width + "x" + height + "x" + channels);
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.values = values;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/** The values in the order of the constructor; not a copy. */
	public float[] values() {
		return values;
	}

	/**
	 * @param x column, from 0
	 * @param y row, from 0
	 * @param channel index of the channel, from 0
	 */
	public float get(final int x, final int y, final int channel) {
		return values[(y * width + x) * channels + channel];
	}
}
