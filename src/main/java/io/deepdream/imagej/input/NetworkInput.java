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
package io.deepdream.imagej.input;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;

/** What a network reads: the number of channels, and how the values of an image are scaled to those of a picture. */
public final class NetworkInput {

	/** Networks of photographs: displayed colours. */
	public static final NetworkInput DISPLAYED = new NetworkInput(Picture.RGB, InputLimits.DISPLAY);

	/** Note for the user of a colour image. */
	public static final String LUMINANCE =
		"The network reads one channel: the colours of the image become luminance (0.299 R + 0.587 G + 0.114 B).";

	private final int channels;
	private final InputLimits limits;

	public NetworkInput(final int channels, final InputLimits limits) {
		this.channels = channels;
		this.limits = limits;
	}

	public static NetworkInput of(final DeepDream deepDream) {
		return new NetworkInput(deepDream.inputChannels(), InputLimits.of(deepDream.model().inputNormalisation()));
	}

	/** The same input with the limits of the first image for all, so that the frames of a movie are scaled alike. */
	public NetworkInput ofFrames() {
		return new NetworkInput(channels, limits.ofFirst());
	}

	public int channels() {
		return channels;
	}

	public InputLimits limits() {
		return limits;
	}

	/** @throws DreamException if an image has another number of channels, with both numbers */
	public void requireChannels(final int count) {
		if (count == channels) return;
		throw new DreamException("The network reads " + channels + " channels, but the image has " + count + ": " + (count < channels
			? "combine the channels with Image > Color > Merge Channels..., in the order in which the network was trained."
			: "choose those that the network was trained on with Image > Duplicate..."));
	}

	/** Whether the network reads what is displayed, whatever the values of the rest of the image. */
	public boolean readsDisplayed() {
		return isRgb() && limits.areDisplayed();
	}

	/** Whether the network reads displayed colours; otherwise the channels of an image. */
	public boolean isRgb() {
		return channels == Picture.RGB;
	}

	public boolean isGray() {
		return channels == 1;
	}

	/** Whether several channels of an image are one picture. */
	public boolean joinsChannels() {
		return !isGray() && !isRgb();
	}
}
