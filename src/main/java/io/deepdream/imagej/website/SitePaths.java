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

/** The files of a website. Names of layers may contain slashes, so folders have names of their own. */
final class SitePaths {

	static final String INDEX = "index.html";
	static final String STYLE = "style.css";
	static final String SEARCH = "search.js";
	/** What the website was made with. */
	static final String MADE_WITH = "made-with.properties";

	private SitePaths() {}

	/** The name of a layer in paths; unique in a network except for the characters that are replaced. */
	static String folder(final String layer) {
		final String safe = layer.replaceAll("[^A-Za-z0-9_.-]", "-");
		// two layers whose names differ in a replaced character only
		return safe.equals(layer) ? layer : safe + "-" + Integer.toHexString(layer.hashCode());
	}

	static String layerPage(final String layer) {
		return folder(layer) + "/" + INDEX;
	}

	static String channelPage(final String layer, final int channel) {
		return folder(layer) + "/" + channelPage(channel);
	}

	/** Within the layer's folder. */
	static String channelPage(final int channel) {
		return channel + ".html";
	}

	static String picture(final String layer, final int channel) {
		return folder(layer) + "/" + picture(channel);
	}

	/** Within the layer's folder. */
	static String picture(final int channel) {
		return channel + ".png";
	}

	static String variation(final String layer, final int channel, final int number) {
		return folder(layer) + "/" + variation(channel, number);
	}

	/** Within the layer's folder. */
	static String variation(final int channel, final int number) {
		return channel + "-variation" + number + ".png";
	}

	static String example(final String layer, final int channel, final int number) {
		return folder(layer) + "/" + example(channel, number);
	}

	/** Within the layer's folder. */
	static String example(final int channel, final int number) {
		return channel + "-image" + number + ".jpg";
	}

	/** Written after all pictures of a channel. */
	static String entry(final String layer, final int channel) {
		return folder(layer) + "/" + channel + ".properties";
	}
}
