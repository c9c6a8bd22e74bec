package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import io.deepdream.params.DreamException;

/** The networks that are known by name, and how any network is found: by such a name, or by its file. */
public final class ModelCatalogue {

	/** The network that travels inside the jar. */
	public static final String EMBEDDED = "compact-inception";

	/** Each is a file of properties in the resources; a jar cannot be listed. */
	private static final List<String> TO_FETCH = List.of("inception5h");

	private ModelCatalogue() {}

	/** The networks that can be installed. */
	public static List<CatalogueEntry> entries() {
		final List<CatalogueEntry> entries = new ArrayList<>();
		for (final String name : TO_FETCH)
			entries.add(new CatalogueEntry(load(ModelCatalogue.class.getResource("/catalogue/" + name + ".properties"))));
		return entries;
	}

	/**
	 * @throws DreamException if the catalogue has no network of that name
	 */
	public static CatalogueEntry entry(final String name) {
		for (final CatalogueEntry entry : entries())
			if (entry.name().equals(name)) return entry;
		throw new DreamException(EMBEDDED.equals(name) ? EMBEDDED + " is a part of DeepDream and always there." :
			"The catalogue has no network \"" + name + "\" to install: there are " + String.join(", ", TO_FETCH) + ".");
	}

	/** The network whose download or graph has this SHA-256, or null. */
	public static CatalogueEntry bySha256(final String sha256) {
		for (final CatalogueEntry entry : entries())
			if (sha256.equals(entry.downloadSha256()) || sha256.equals(entry.sha256())) return entry;
		return null;
	}

	/** Whether a name is taken by the catalogue, installed or not. */
	static boolean isKnown(final String name) {
		return EMBEDDED.equals(name) || TO_FETCH.contains(name);
	}

	/** The names that {@link #find} finds now: the embedded network, and what is installed. */
	public static List<String> names() {
		final List<String> names = new ArrayList<>();
		names.add(EMBEDDED);
		names.addAll(ModelStore.standard().names());
		return names;
	}

	/**
	 * @param nameOrPath a name of the catalogue or the store, or the path of a .pb
	 *          file; a file of the same base name ending in .properties describes it
	 * @throws DreamException if there is no such network or file, or it is not installed yet
	 */
	public static ModelSpec find(final String nameOrPath) {
		return find(nameOrPath, ModelStore.standard());
	}

	/** The same, in a given store. */
	public static ModelSpec find(final String nameOrPath, final ModelStore store) {
		if (EMBEDDED.equals(nameOrPath)) return embedded();
		final Path installed = store.graph(nameOrPath);
		if (TO_FETCH.contains(nameOrPath)) {
			final CatalogueEntry entry = entry(nameOrPath);
			if (installed == null) throw notInstalled(entry, store);
			// the catalogue's own description and checksum, whatever stands beside the file
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
		final Path path;
		try {
			path = Paths.get(text);
		}
		catch (final InvalidPathException exc) {
			throw unknown(text, store, exc);
		}
		if (Files.isDirectory(path) && !text.isEmpty()) throw new DreamException("The network " + text +
			" is a folder: if it is a SavedModel, import it with Plugins > DeepDream > Models... (or --import), and use the name " +
			"that it gets there.");
		if (!Files.isRegularFile(path)) throw unknown(text, store, null);
		return file(path);
	}

	/** A graph and the properties beside it, if there are any. */
	public static ModelSpec file(final Path path) {
		final String base = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		return new ModelSpec(base, url(path), propertiesBeside(path));
	}

	/** What stands in the file of the same base name ending in .properties; empty if there is none. */
	public static Properties propertiesBeside(final Path graph) {
		final String base = graph.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		final Path properties = graph.resolveSibling(base + ModelStore.PROPERTIES);
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

	private static DreamException unknown(final String text, final ModelStore store, final Throwable cause) {
		final Set<String> names = new LinkedHashSet<>();
		names.add(EMBEDDED);
		names.addAll(TO_FETCH);
		names.addAll(store.names());
		return new DreamException("There is no network or file \"" + text + "\": give the path of a frozen .pb file, " +
			"or one of " + String.join(", ", names) + ".", cause);
	}
}
