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

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import io.deepdream.params.DreamException;
import io.deepdream.params.FilePath;

/** The known networks, and how a network is found by its name or its file. */
public final class ModelCatalogue {

	/** The network that is embedded in the jar. */
	public static final String EMBEDDED = "compact-inception";

	/** Names of properties files in the resources, since a jar cannot be listed. */
	private static final List<String> DOWNLOADABLE = List.of("inception5h");

	private ModelCatalogue() {}

	/** The networks that can be installed. */
	public static List<CatalogueEntry> entries() {
		final List<CatalogueEntry> entries = new ArrayList<>();
		for (final String name : DOWNLOADABLE)
			entries.add(new CatalogueEntry(load(ModelCatalogue.class.getResource("/catalogue/" + name + ".properties"))));
		return entries;
	}

	/**
	 * A downloadable network.
	 *
	 * @throws DreamException if the catalogue has no network of that name
	 */
	public static CatalogueEntry entry(final String name) {
		for (final CatalogueEntry entry : entries())
			if (entry.name().equals(name)) return entry;
		throw new DreamException(EMBEDDED.equals(name) ? EMBEDDED + " is part of DeepDream and need not be installed." :
			"The catalogue has no network \"" + name + "\" to install: choose one of " + String.join(", ", DOWNLOADABLE) + ".");
	}

	/** The network whose download or graph has this SHA-256, or null. */
	public static CatalogueEntry bySha256(final String sha256) {
		for (final CatalogueEntry entry : entries())
			if (sha256.equals(entry.downloadSha256()) || sha256.equals(entry.sha256())) return entry;
		return null;
	}

	/** Whether the catalogue contains a name, installed or not. */
	static boolean isKnown(final String name) {
		return EMBEDDED.equals(name) || DOWNLOADABLE.contains(name);
	}

	/** The names of the available networks: the embedded and the installed ones. */
	public static List<String> names() {
		final List<String> names = new ArrayList<>();
		names.add(EMBEDDED);
		names.addAll(ModelStore.standard().names());
		return names;
	}

	/**
	 * Finds a network.
	 *
	 * @param nameOrPath name in the catalogue or the store, or path of a .pb file, which
	 *          is described by a properties file with the same base name
	 * @throws DreamException if the network or file does not exist, or is not installed
	 */
	public static ModelSpec find(final String nameOrPath) {
		return find(nameOrPath, ModelStore.standard());
	}

	/** As {@link #find(String)}, in a given store. */
	public static ModelSpec find(final String nameOrPath, final ModelStore store) {
		if (EMBEDDED.equals(nameOrPath)) return embedded();
		final Path installed = store.graph(nameOrPath);
		if (DOWNLOADABLE.contains(nameOrPath)) {
			final CatalogueEntry entry = entry(nameOrPath);
			if (installed == null) throw notInstalled(entry, store);
			// description and checksum from the catalogue, not from the file beside the graph
			return new ModelSpec(nameOrPath, url(installed), entry.properties());
		}
		return installed != null ? file(installed) : file(nameOrPath, store);
	}

	private static ModelSpec embedded() {
		final String base = "/models/" + EMBEDDED + "/" + EMBEDDED;
		final URL graph = ModelCatalogue.class.getResource(base + ".pb");
		final URL properties = ModelCatalogue.class.getResource(base + ".properties");
		if (graph == null || properties == null) throw new DreamException("The embedded network " + EMBEDDED +
			" is missing from this installation: install DeepDream again.");
		return new ModelSpec(EMBEDDED, graph, load(properties));
	}

	private static ModelSpec file(final String text, final ModelStore store) {
		final Path path = FilePath.of(text);
		if (Files.isDirectory(path) && !text.isEmpty()) throw new DreamException("The network " + text +
			" is a folder: if it is a SavedModel, import it with Plugins > DeepDream > Models... (or --import), and use the name " +
			"of the imported network.");
		if (!Files.isRegularFile(path)) throw unknown(text, store);
		return file(path);
	}

	/** A network from a graph file and, if it exists, the properties file beside it. */
	public static ModelSpec file(final Path path) {
		final String base = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		return new ModelSpec(base, url(path), propertiesBeside(path));
	}

	/** The properties file with the same base name as a graph; empty if it does not exist. */
	public static Properties propertiesBeside(final Path graph) {
		final String base = graph.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		final Path properties = graph.resolveSibling(base + ModelStore.PROPERTIES_SUFFIX);
		return Files.isRegularFile(properties) ? load(url(properties)) : new Properties();
	}

	private static URL url(final Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (final MalformedURLException exc) {
			throw new IllegalStateException("a file always has a URL", exc);
		}
	}

	private static Properties load(final URL url) {
		final Properties properties = new Properties();
		try (InputStream in = url.openStream()) {
			properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (final IOException | IllegalArgumentException exc) {
			throw new DreamException("The properties file " + url.getPath() + " cannot be read: check its permissions " +
				"and that it is plain text.", exc);
		}
		return properties;
	}

	private static DreamException notInstalled(final CatalogueEntry entry, final ModelStore store) {
		return new DreamException("The network " + entry.name() + " is not installed; without an Internet connection, " +
			"download " + entry.url() + " on another computer and copy it to " + store.folders().get(0) + " first",
			"choose Plugins > DeepDream > Models... and press Install", "run(\"Models...\", \"action=install model=" + entry
				.name() + "\")", "--install " + entry.name());
	}

	private static DreamException unknown(final String text, final ModelStore store) {
		final Set<String> names = new LinkedHashSet<>();
		names.add(EMBEDDED);
		names.addAll(DOWNLOADABLE);
		names.addAll(store.names());
		return new DreamException("There is no network or file \"" + text + "\": enter the path of a frozen .pb file, " +
			"or one of " + String.join(", ", names) + ".");
	}
}
