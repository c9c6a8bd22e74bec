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
import java.net.ProxySelector;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/**
 * The installed networks: NAME.pb with NAME.properties in a folder, and NAME.files with
 * the cover and the test image of a network that came with them. Networks are read from several folders and installed in the first writable one, so that users of a
 * shared ImageJ need no write permission for its folder.
 */
public final class ModelStore {

	static final String GRAPH_SUFFIX = ".pb";
	static final String PROPERTIES_SUFFIX = ".properties";
	/** Of the folder with the files that came with a network. */
	static final String ATTACHMENTS_SUFFIX = ".files";

	private static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*";

	private final List<Path> folders;

	/** @param folders in the order in which they are searched; they need not exist */
	public ModelStore(final List<Path> folders) {
		this.folders = List.copyOf(folders);
	}

	/** The store with the program's folder, then the user's: .deepdream/models in the home folder. */
	public static ModelStore standard() {
		final Set<Path> folders = new LinkedHashSet<>();
		SystemSettings.chosenModels().ifPresent(folders::add);
		try {
			for (final ModelFolder provider : ServiceLoader.load(ModelFolder.class, ModelStore.class.getClassLoader()))
				if (provider.path() != null) folders.add(provider.path().toAbsolutePath());
		}
		catch (final ServiceConfigurationError | LinkageError exc) {
			// in a script without ImageJ, the user's folder suffices
		}
		folders.add(SystemSettings.userModels());
		return new ModelStore(new ArrayList<>(folders));
	}

	/** The folders in the order in which they are searched. */
	public List<Path> folders() {
		return folders;
	}

	/** Names of the installed networks, sorted. */
	public List<String> names() {
		final Set<String> names = new TreeSet<>();
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + GRAPH_SUFFIX)) {
				for (final Path file : files) {
					final String name = file.getFileName().toString();
					names.add(name.substring(0, name.length() - GRAPH_SUFFIX.length()));
				}
			}
			catch (final IOException exc) {
				throw new DreamException("The folder of networks " + folder + " cannot be read: check its permissions.", exc);
			}
		}
		return Collections.unmodifiableList(new ArrayList<>(names));
	}

	/** The graph file of an installed network; null if it is not installed. */
	public Path graph(final String name) {
		if (!name.matches(NAME_PATTERN)) return null;
		for (final Path folder : folders) {
			final Path graph = folder.resolve(name + GRAPH_SUFFIX);
			if (Files.isRegularFile(graph)) return graph;
		}
		return null;
	}

	/**
	 * The first writable folder, created if necessary.
	 *
	 * @throws DreamException if there is none
	 */
	public Path writable() {
		IOException last = null;
		for (final Path folder : folders)
			try {
				Files.createDirectories(folder);
				if (Files.isWritable(folder)) return folder;
			}
			catch (final IOException exc) {
				last = exc;
			}
		throw new DreamException("None of the folders for networks is writable (" + folders +
			"): make one of them writable, or set another folder with -D" + SystemSettings.MODELS + "=FOLDER.", last);
	}

	/**
	 * Downloads and installs a network of the catalogue, unless it is installed.
	 *
	 * @param proxies null = Java's default
	 * @throws java.util.concurrent.CancellationException if the listener cancelled; the
	 *          partial download remains, and the next installation resumes it
	 * @throws DreamException if the installation failed; then nothing is installed
	 */
	public void install(final CatalogueEntry entry, final ProxySelector proxies, final TransferListener listener) {
		if (graph(entry.name()) != null) return;
		new Installation(entry, writable(), listener).withProxies(proxies).run();
	}

	/**
	 * Installs a network of the catalogue from a manual download, unless it is installed.
	 *
	 * @param download the file from the URL of the catalogue entry
	 */
	public void install(final CatalogueEntry entry, final Path download, final TransferListener listener) {
		if (graph(entry.name()) == null) new Installation(entry, writable(), listener).from(download).run();
	}

	/**
	 * Adds a network to the store.
	 *
	 * @param name letters, digits, dots, hyphens and underscores; not in use
	 * @param graph the frozen graph; not closed
	 * @param size size of the graph in bytes, for the listener
	 * @param properties the properties of the network; name, graph and sha256 are added
	 * @param attachments files that come with the network, by the name that each gets in the
	 *          store, such as test.tif
	 * @throws DreamException if the name is invalid or in use, or the graph cannot be
	 *          written
	 */
	public void add(final String name, final InputStream graph, final long size, final Properties properties,
		final Map<String, Path> attachments, final TransferListener listener)
	{
		requireValidName(name);
		final Path folder = writable();
		try (NewGraph added = new NewGraph(folder, name)) {
			final Properties described = new Properties();
			described.putAll(properties);
			added.attach(attachments);
			described.setProperty("sha256", added.write(graph, "Copying " + name, size, listener));
			described.setProperty("name", name);
			described.setProperty("graph", name + GRAPH_SUFFIX);
			added.commit(described);
		}
		catch (final IOException exc) {
			throw Installation.unwritable(folder.resolve(name + GRAPH_SUFFIX), exc);
		}
	}

	/**
	 * A file that came with an installed network.
	 *
	 * @param role the file's name without its ending: cover or test
	 * @return empty if the network has none
	 */
	public Optional<Path> attachment(final String name, final String role) {
		final Path graph = graph(name);
		if (graph == null) return Optional.empty();
		final Path folder = graph.resolveSibling(name + ATTACHMENTS_SUFFIX);
		if (!Files.isDirectory(folder)) return Optional.empty();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, role + ".*")) {
			final Iterator<Path> found = files.iterator();
			return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
		}
		catch (final IOException exc) {
			throw new DreamException("The folder " + folder + " cannot be read: check its permissions.", exc);
		}
	}

	/**
	 * Checks that a network can be added with a name.
	 *
	 * @throws DreamException if the name is invalid or in use
	 */
	public void requireValidName(final String name) {
		if (!name.matches(NAME_PATTERN)) throw new DreamException("The network name \"" + name +
			"\" is invalid: use letters, digits, dots, hyphens and underscores.");
		if (graph(name) != null || ModelCatalogue.isKnown(name)) throw new DreamException("There is already a network \"" + name +
			"\": choose another name, or remove the existing network first.");
	}

	/**
	 * Deletes an installed network and the remains of interrupted installations.
	 *
	 * @throws DreamException if there is no such network, or it cannot be deleted
	 */
	public void remove(final String name) {
		boolean found = false;
		if (name.matches(NAME_PATTERN)) for (final Path folder : folders)
			for (final String suffix : new String[] { GRAPH_SUFFIX, PROPERTIES_SUFFIX, ".part", ".tmp", ATTACHMENTS_SUFFIX })
				try {
					final Path file = folder.resolve(name + suffix);
					found |= suffix.equals(ATTACHMENTS_SUFFIX) ? NewGraph.delete(file) : Files.deleteIfExists(file);
				}
				catch (final IOException exc) {
					throw new DreamException("The file " + folder.resolve(name + suffix) +
						" cannot be deleted: check its permissions, or remove it as the user who installed it.", exc);
				}
		if (!found) throw new DreamException("There is no installed network \"" + name + "\" to remove" + (names().isEmpty()
			? "." : ": choose one of " + String.join(", ", names()) + "."));
	}
}
