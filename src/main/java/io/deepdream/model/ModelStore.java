package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/**
 * The networks that are installed: NAME.pb with NAME.properties in a folder.
 * Several folders are read; what is new goes into the first that can be written,
 * so that a shared ImageJ needs no rights to be of use.
 */
public final class ModelStore {

	static final String GRAPH = ".pb";
	static final String PROPERTIES = ".properties";

	private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

	private final List<Path> folders;

	/** @param folders in the order in which they are looked at; none need exist */
	public ModelStore(final List<Path> folders) {
		this.folders = List.copyOf(folders);
	}

	/** The program's own folder, then the user's: .deepdream/models in the home folder. */
	public static ModelStore standard() {
		final Set<Path> folders = new LinkedHashSet<>();
		SystemSettings.chosenModels().ifPresent(folders::add);
		try {
			for (final ModelFolder beside : ServiceLoader.load(ModelFolder.class, ModelStore.class.getClassLoader()))
				if (beside.path() != null) folders.add(beside.path().toAbsolutePath());
		}
		catch (final ServiceConfigurationError | LinkageError exc) {
			// used from a script without ImageJ: the user's folder is enough
		}
		folders.add(SystemSettings.userModels());
		return new ModelStore(new ArrayList<>(folders));
	}

	/** The folders that are looked at. */
	public List<Path> folders() {
		return folders;
	}

	/** Names of all that is installed, sorted. */
	public List<String> names() {
		final Set<String> names = new TreeSet<>();
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + GRAPH)) {
				for (final Path file : files) {
					final String name = file.getFileName().toString();
					names.add(name.substring(0, name.length() - GRAPH.length()));
				}
			}
			catch (final IOException exc) {
				throw new DreamException("The folder of networks " + folder + " cannot be read: check its permissions.", exc);
			}
		}
		return Collections.unmodifiableList(new ArrayList<>(names));
	}

	/** The graph of an installed network, or null. */
	public Path graph(final String name) {
		if (!name.matches(NAME)) return null;
		for (final Path folder : folders) {
			final Path graph = folder.resolve(name + GRAPH);
			if (Files.isRegularFile(graph)) return graph;
		}
		return null;
	}

	/**
	 * The first folder that can be written, made if need be.
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
		throw new DreamException("No folder for networks can be written (" + folders +
			"): make one of them writable, or name another with -D" + SystemSettings.MODELS + "=FOLDER.", last);
	}

	/**
	 * Fetches a network of the catalogue, unless it is there.
	 *
	 * @param proxies which way to take; null = Java's own
	 * @throws java.util.concurrent.CancellationException if the listener cancelled;
	 *           what was fetched is kept and the next call goes on from there
	 * @throws DreamException if it could not be installed; nothing half-installed is ever found
	 */
	public void install(final CatalogueEntry entry, final ProxySelector proxies, final TransferListener listener) {
		if (graph(entry.name()) != null) return;
		new Installation(entry, writable(), listener).through(proxies).run();
	}

	/**
	 * The same from a file that was fetched by hand.
	 *
	 * @param download what the catalogue's address gives
	 */
	public void install(final CatalogueEntry entry, final Path download, final TransferListener listener) {
		if (graph(entry.name()) == null) new Installation(entry, writable(), listener).from(download).run();
	}

	/**
	 * Keeps a network that came from elsewhere.
	 *
	 * @param name letters, digits, dots, hyphens and underscores; not taken yet
	 * @param graph the frozen graph; not closed
	 * @param properties as a model's file has them; name, graph and sha256 are put in
	 * @throws DreamException if the name is bad or taken, or the disk is full
	 */
	public void add(final String name, final InputStream graph, final long size, final Properties properties,
		final TransferListener listener)
	{
		requireFree(name);
		final Path folder = writable();
		try (NewGraph added = new NewGraph(folder, name)) {
			final Properties described = new Properties();
			described.putAll(properties);
			described.setProperty("sha256", added.write(graph, "Copying " + name, size, listener));
			described.setProperty("name", name);
			described.setProperty("graph", name + GRAPH);
			added.keep(described);
		}
		catch (final IOException exc) {
			throw Installation.unwritable(folder.resolve(name + GRAPH), exc);
		}
	}

	/** @throws DreamException if a network of that name cannot be added */
	public void requireFree(final String name) {
		if (!name.matches(NAME)) throw new DreamException("A network cannot be called \"" + name +
			"\": use letters, digits, dots, hyphens and underscores.");
		if (graph(name) != null || ModelCatalogue.isKnown(name)) throw new DreamException("There is a network \"" + name +
			"\" already: give another name, or remove that one first.");
	}

	/**
	 * Deletes an installed network, and what an interrupted installation left of it.
	 *
	 * @throws DreamException if there is nothing of that name, or it may not be deleted
	 */
	public void remove(final String name) {
		boolean found = false;
		if (name.matches(NAME)) for (final Path folder : folders)
			for (final String ending : new String[] { GRAPH, PROPERTIES, ".part", ".tmp" })
				try {
					found |= Files.deleteIfExists(folder.resolve(name + ending));
				}
				catch (final IOException exc) {
					throw new DreamException("The file " + folder.resolve(name + ending) +
						" cannot be deleted: check its permissions, or remove it as the user who installed it.", exc);
				}
		if (!found) throw new DreamException("There is no installed network \"" + name + "\" to remove" + (names().isEmpty()
			? "." : ": there are " + String.join(", ", names()) + "."));
	}
}
