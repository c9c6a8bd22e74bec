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
package io.deepdream.imagej.website;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

import io.deepdream.dream.ChannelRenderer.Origin;

/** What is known of one channel of a layer besides its pictures. Stored in a file, written last, so that it marks the channel as finished. */
public final class ChannelEntry implements Serializable {

	private static final long serialVersionUID = 1L;

	private final String layer;
	private final int channel;
	private final double score;
	private final Origin origin;

	/** @param score rounded to the digits that are stored, so that pages are the same whether it was rendered or read */
	ChannelEntry(final String layer, final int channel, final double score, final Origin origin) {
		this.layer = layer;
		this.channel = channel;
		this.score = Double.parseDouble(digits(score));
		this.origin = origin;
	}

	/** Null if the channel is not finished. */
	static ChannelEntry read(final SiteFiles files, final String layer, final int channel) {
		final byte[] content = files.read(SitePaths.entry(layer, channel));
		if (content == null) return null;
		final Properties properties = new Properties();
		try {
			properties.load(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
			return new ChannelEntry(layer, channel, Double.parseDouble(properties.getProperty("score")), Origin.valueOf(
				properties.getProperty("origin")));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		catch (final IllegalArgumentException | NullPointerException exc) {
			// damaged: rendered again
			return null;
		}
	}

	void write(final SiteFiles files) {
		// not Properties.store, which writes the time
		files.write(SitePaths.entry(layer, channel), ("score=" + digits(score) + "\norigin=" + origin + "\n").getBytes(
			StandardCharsets.UTF_8));
	}

	/** As many as cached pictures keep. */
	private static String digits(final double score) {
		return String.format(Locale.ROOT, "%.6g", score);
	}

	public String layer() {
		return layer;
	}

	public int channel() {
		return channel;
	}

	double score() {
		return score;
	}

	Origin origin() {
		return origin;
	}
}
