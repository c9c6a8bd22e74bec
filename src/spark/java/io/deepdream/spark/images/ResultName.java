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
package io.deepdream.spark.images;

import java.util.List;
import java.util.Locale;

/** The names of results: that of the input, in a format that keeps all values. */
final class ResultName {

	/** Formats of 8 bits per channel, whose results fit into PNG. */
	private static final List<String> EIGHT_BITS = List.of("jpg", "jpeg", "bmp");
	private static final List<String> KEPT = List.of("png", "tif", "tiff");

	private ResultName() {}

	/** The result of an image: NAME.png for PNG, JPEG and BMP, otherwise NAME.tif. */
	static String of(final String name) {
		final String type = type(name);
		if (KEPT.contains(type)) return name;
		return base(name) + (EIGHT_BITS.contains(type) ? ".png" : ".tif");
	}

	/**
	 * The result of a frame: NAME-00001.png for AVI and GIF, whose frames have 8 bits per channel, otherwise NAME-00001.tif.
	 *
	 * @param frame from 1
	 */
	static String of(final String name, final int frame) {
		return String.format(Locale.ROOT, "%s-%05d.%s", base(name), frame, List.of("avi", "gif").contains(type(name)) ? "png"
			: "tif");
	}

	/** What follows the last dot, in lower case. */
	static String type(final String name) {
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	private static String base(final String name) {
		return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
	}
}
