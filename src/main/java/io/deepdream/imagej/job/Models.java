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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.deepdream.DeepDream;
import io.deepdream.model.CatalogueEntry;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;

/**
 * The Models command without its window: lists, installs, imports and removes
 * networks. Used by the window, macros, SciJava and the command line.
 */
public final class Models {

	/** Headings of {@link #rows()}. */
	public static final String HEADINGS = "network\tstate\tsize\tdescription\tlicence";

	static final String INSTALLED = "installed";
	static final String NOT_INSTALLED = "not installed";

	private static final String EMBEDDED = "part of DeepDream";

	private final ModelStore store;

	public Models(final ModelStore store) {
		this.store = store;
	}

	/**
	 * @return a report for the user, with a summary in the first line
	 * @throws DreamException for errors that the user can correct
	 * @throws CancellationException if the listener cancelled; the next installation
	 *           resumes the download
	 */
	public String run(final ModelRequest request, final TransferListener listener) {
		switch (request.action()) {
			case "install":
				return install(ModelCatalogue.entry(requireModel(request)), listener);
			case "import":
				return new ModelImport(store, listener).run(request);
			case "remove":
				if (ModelCatalogue.EMBEDDED.equals(request.model())) throw new DreamException(request.model() +
					" is part of DeepDream and cannot be removed.");
				store.remove(requireModel(request));
				// the network may still be cached
				DeepDream.closeCached();
				return request.model() + " was removed.";
			default:
				return HEADINGS + "\n" + String.join("\n", rows()) + "\nfolder\t" + store.folders().get(0);
		}
	}

	private static String requireModel(final ModelRequest request) {
		if (request.model().isEmpty()) throw new DreamException("No network is given for action=" + request
			.action() + ": add model=... with its name.");
		return request.model();
	}

	private String install(final CatalogueEntry entry, final TransferListener listener) {
		if (store.graph(entry.name()) != null) return entry.name() + " is already installed.";
		store.install(entry, ImageJProxy.selector(), listener);
		return entry.name() + " is installed: use it with model=" + entry.name();
	}

	/** One tab-separated line per network. */
	public List<String> rows() {
		final Map<String, String> rows = new LinkedHashMap<>();
		final ModelSpec embedded = ModelCatalogue.find(ModelCatalogue.EMBEDDED, store);
		rows.put(embedded.name(), row(embedded.name(), EMBEDDED, "", embedded.citation(), embedded.licence()));
		for (final CatalogueEntry entry : ModelCatalogue.entries())
			rows.put(entry.name(), row(entry.name(), store.graph(entry.name()) == null ? NOT_INSTALLED : INSTALLED, megabytes(
				entry.size()), entry.description(), entry.licence()));
		for (final String name : store.names())
			if (!rows.containsKey(name)) rows.put(name, storedRow(name));
		return new ArrayList<>(rows.values());
	}

	private String storedRow(final String name) {
		final Path graph = store.graph(name);
		try {
			final ModelSpec spec = ModelCatalogue.find(name, store);
			return row(name, INSTALLED, megabytes(Files.size(graph)), (spec.citation().isEmpty() ? "" : spec.citation() + "; ") +
				"layer " + spec.layer() + "; " + spec.describeInput(), spec.licence());
		}
		catch (final DreamException | IOException exc) {
			return row(name, "damaged", "", exc.getMessage(), "");
		}
	}

	private static String row(final String... cells) {
		return String.join("\t", cells);
	}

	private static String megabytes(final long bytes) {
		return String.format("%.1f MB", bytes / 1e6);
	}
}
