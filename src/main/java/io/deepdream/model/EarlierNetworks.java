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
package io.deepdream.model;

import java.util.Map;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The files that networks had when an image was made, as far as they differ from the current ones. */
public final class EarlierNetworks {

	/** A file that was embedded before. */
	private static final class Embedded {

		final String release;
		final String revision;

		Embedded(final String release, final String revision) {
			this.release = release;
			this.revision = revision;
		}
	}

	/** By SHA-256. */
	private static final Map<String, Embedded> EMBEDDED = Map.of(
		"a820630bca65e13f327a227f5913a671f5f8806623a8f16a4a3b1b3eb1d594bf", new Embedded("release 0.1.0", "48200c2"),
		"be168b8cdf62429a4bc6cf41b1b9d74c7cc1adaa920c431bbcb5f9f7d4948edb", new Embedded("the first revisions of 0.1.0",
			"f83ea67"));

	private EarlierNetworks() {}

	/**
	 * Explains why recorded parameters give another picture now.
	 *
	 * @param params whose network is compared
	 * @param sha256 of the network's file when they were recorded, lower-case hex
	 * @return a sentence; null if the file is the same, or unknown
	 */
	public static String difference(final DreamParams params, final String sha256) {
		final String name = params.get(Parameter.MODEL);
		if (!ModelCatalogue.names().contains(name)) return null;
		final String current = ModelCatalogue.find(name).sha256();
		if (current.isEmpty() || current.equals(sha256)) return null;
		final Embedded earlier = ModelCatalogue.EMBEDDED.equals(name) ? EMBEDDED.get(sha256) : null;
		if (earlier == null) return "The image was made with another file of the network " + name + ", with the SHA-256 " +
			sha256 + ", so the same parameters give another picture now: for the same picture, set model to that file.";
		return "The network " + name + " was improved after the image was made, so the same parameters give another picture now" +
			": for the same picture, set model to the network of " + earlier.release + ", which \"git show " + earlier.revision +
			":models/" + name + "/" + name + ".pb > earlier.pb\" extracts from the history of DeepDream's repository.";
	}
}
