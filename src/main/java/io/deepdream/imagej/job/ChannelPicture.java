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
package io.deepdream.imagej.job;

import java.util.List;
import java.util.Locale;

import ij.process.ImageProcessor;

import io.deepdream.dream.ChannelRenderer.Origin;

/** The image that maximises one channel of a layer. */
public final class ChannelPicture {

	private final int channel;
	private final ImageProcessor pixels;
	private final double score;
	private final Origin origin;
	private final String name;

	/** @param score mean activation of the channel after the last step */
	public ChannelPicture(final int channel, final ImageProcessor pixels, final double score, final Origin origin) {
		this(channel, pixels, score, origin, "");
	}

	private ChannelPicture(final int channel, final ImageProcessor pixels, final double score, final Origin origin,
		final String name)
	{
		this.channel = channel;
		this.pixels = pixels;
		this.score = score;
		this.origin = origin;
		this.name = name;
	}

	public int channel() {
		return channel;
	}

	public ImageProcessor pixels() {
		return pixels;
	}

	/** Mean activation of the channel after the last step. */
	public double score() {
		return score;
	}

	/** The same picture with the name that the network gives to its channel. */
	ChannelPicture named(final List<String> names) {
		return channel < names.size() ? new ChannelPicture(channel, pixels, score, origin, names.get(channel)) : this;
	}

	public Origin origin() {
		return origin;
	}

	/** For tooltips and slice labels. */
	public String label() {
		final String label = String.format(Locale.ROOT, "channel %d%s, score %.4g", channel, name.isEmpty() ? "" : " (" + name + ")", score);
		return origin == Origin.NOISE ? label : label + ", " + origin.note();
	}
}
