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
package io.deepdream.model.packages;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceConfigurationError;

import io.deepdream.engine.loading.IsolatedPackage;
import io.deepdream.params.DreamException;

/** Reads YAML and JSON files. Loads the parser once per process. */
final class Documents {

	private static final String ISOLATED = "model.yaml";
	/** Descriptions have some kB; more is not read into memory. */
	private static final long MAX_BYTES = 3_000_000;

	private static DocumentReader reader;

	private Documents() {}

	private static synchronized DocumentReader reader() {
		if (reader == null) reader = IsolatedPackage.service(DocumentReader.class, ISOLATED).orElseThrow(() -> missing(null));
		return reader;
	}

	private static DreamException missing(final Throwable cause) {
		return new DreamException("The parser of YAML is missing from this installation of DeepDream: run Help > Update... in " +
			"Fiji, or install DeepDream again.", cause);
	}

	/**
	 * @param file a YAML or JSON file with a mapping at the top
	 * @throws DreamException if the file cannot be read, or is invalid or too large
	 */
	static Metadata read(final Path file) {
		try {
			if (Files.size(file) > MAX_BYTES) throw new DreamException("The file " + file.getFileName() +
				" of the package is too large (" + Files.size(file) / 1_000_000 + " MB) to be a description of a network.");
			final Object content = reader().read(Files.readString(file));
			if (content instanceof Map) return new Metadata(file.getFileName().toString(), (Map<?, ?>) content);
			throw new DreamException("The file " + file.getFileName() + " of the package has no keys and values: " +
				"download or export the package again.");
		}
		catch (final ServiceConfigurationError | LinkageError exc) {
			throw missing(exc);
		}
		catch (final MalformedInputException exc) {
			throw new DreamException("The file " + file.getFileName() + " of the package is not a text in UTF-8: " +
				"download or export the package again.", exc);
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + file + " cannot be read (" + exc.getMessage() + "): check its permissions.",
				exc);
		}
		catch (final IllegalArgumentException exc) {
			throw new DreamException("The file " + file.getFileName() + " of the package cannot be read (" + exc.getMessage()
				.replaceAll("\\s+", " ").trim() + "): download or export the package again.", exc);
		}
	}
}
