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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.deepdream.imagej.job.Version;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.cluster.Storage;

/**
 * The folder of results. A file in it records the settings of the first start, so that a later start with others does not
 * mix results.
 */
final class ResultFolder {

	static final String SETTINGS = "deepdream-images.txt";

	private final String uri;

	/** @param uri complete */
	ResultFolder(final String uri) {
		this.uri = uri;
	}

	/**
	 * Creates the folder, or continues an earlier start with the same settings.
	 *
	 * @param guide SHA-256 of the guide; empty if there is none
	 * @return the names of existing results
	 * @throws DreamException if it has other files, or results of other settings, or cannot be written
	 */
	Set<String> begin(final DreamParams params, final SharedNetwork network, final String guide) {
		if (Storage.exists(uri) && !Storage.isFolder(uri)) throw new DreamException("The output " + uri +
			" is a file: give a folder, because each image has a result of its own.");
		final String settings = "DeepDream " + Version.get() + "\nparameters: " + params.toOptions() + "\nmodel SHA-256: " +
			network.sha256() + (guide.isEmpty() ? "" : "\nguide SHA-256: " + guide) + "\n";
		final Set<String> names = Storage.names(uri);
		if (!names.contains(SETTINGS)) {
			if (!names.isEmpty()) throw new DreamException("The output " + uri +
				" contains files that this job has not made, such as " + names.iterator().next() + ": give a new folder.");
			Storage.write(Storage.child(uri, SETTINGS), out -> out.write(settings.getBytes(StandardCharsets.UTF_8)));
		}
		else {
			final String before = new String(Storage.read(Storage.child(uri, SETTINGS)), StandardCharsets.UTF_8);
			if (!before.equals(settings)) throw new DreamException("The output " + uri + " contains results of other settings (" +
				difference(before, settings) + "): give another folder, or delete this one.");
			Storage.deleteIncomplete(uri);
		}
		return names;
	}

	/** The earlier settings that differ, such as iterations=10. */
	private static String difference(final String before, final String now) {
		final List<String> words = Arrays.asList(now.split("\\s+"));
		final String others = Arrays.stream(before.split("\\s+")).filter(word -> !words.contains(word)).collect(Collectors
			.joining(" "));
		return others.isEmpty() ? "without a guide" : others;
	}
}
