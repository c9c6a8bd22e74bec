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
package io.deepdream.train;

import java.util.Map;
import java.util.TreeMap;

/** Arguments of the form key=value. */
final class Options {

	/** The teacher of the embedded network. */
	static final String TEACHER = "../shared/models/googlenet-bvlc.pb";

	private Options() {}

	/** JavaCPP limits native memory to a multiple of the heap, but training needs little heap and much native memory. */
	static void liftMemoryLimit() {
		System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
	}

	/** @throws IllegalArgumentException for a key without a default; the message lists the valid ones */
	static Map<String, String> parse(final Map<String, String> defaults, final String... args) {
		final Map<String, String> result = new TreeMap<>(defaults);
		for (final String arg : args) {
			final String[] pair = arg.split("=", 2);
			if (pair.length != 2 || !defaults.containsKey(pair[0])) throw new IllegalArgumentException("\"" + arg +
				"\" is not one of the options " + String.join("=, ", result.keySet()) + "=");
			result.put(pair[0], pair[1]);
		}
		return result;
	}
}
