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

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Licence and citation of a bioimage.io package. */
final class Attribution {

	private Attribution() {}

	/** Sets licence and citation as far as the package states them. */
	static void add(final Metadata description, final Properties properties) {
		if (!description.text("license").isEmpty()) properties.setProperty("licence", description.text("license"));
		final List<String> parts = new ArrayList<>();
		if (!description.text("name").isEmpty()) parts.add(description.text("name"));
		if (description.get("cite") instanceof List) for (final Metadata cited : description.maps("cite"))
			parts.add(citation(cited));
		parts.removeIf(String::isEmpty);
		if (!parts.isEmpty()) properties.setProperty("citation", String.join("; ", parts));
	}

	private static String citation(final Metadata cited) {
		final String text = cited.text("text");
		final String doi = cited.text("doi").replaceFirst("^https?://(dx\\.)?doi\\.org/", "");
		final String link = doi.isEmpty() ? cited.text("url") : "https://doi.org/" + doi;
		return link.isEmpty() || text.contains(link) ? text : (text + " " + link).trim();
	}
}
