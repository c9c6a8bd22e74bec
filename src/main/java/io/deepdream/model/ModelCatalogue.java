package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import io.deepdream.DreamException;

/** Finds a network by catalogue name, or by the path of its frozen graph. */
public final class ModelCatalogue {

	/** The network that travels inside the jar. */
	public static final String EMBEDDED = "compact-inception";

	private ModelCatalogue() {}

	/** The names that {@link #find} knows. */
	public static List<String> names() {
		return Collections.singletonList(EMBEDDED);
	}

	/**
	 * @param nameOrPath a catalogue name, or the path of a .pb file; a file of the
	 *          same base name ending in .properties describes it
	 * @throws DreamException if there is no such network or file
	 */
	public static ModelSpec find(final String nameOrPath) {
		return EMBEDDED.equals(nameOrPath) ? embedded() : file(nameOrPath);
	}

	private static ModelSpec embedded() {
		final String base = "/models/" + EMBEDDED + "/" + EMBEDDED;
		final URL graph = ModelCatalogue.class.getResource(base + ".pb");
		final URL properties = ModelCatalogue.class.getResource(base + ".properties");
		if (graph == null || properties == null) throw new DreamException("The embedded network " + EMBEDDED +
			" is missing from this installation: install DeepDream again.");
		return new ModelSpec(EMBEDDED, graph, load(properties));
	}

	private static ModelSpec file(final String text) {
		final Path path;
		try {
			path = Paths.get(text);
		}
		catch (final InvalidPathException exc) {
			throw unknown(text, exc);
		}
		if (!Files.isRegularFile(path)) throw unknown(text, null);
		final String base = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		final Path properties = path.resolveSibling(base + ".properties");
		try {
			return new ModelSpec(base, path.toUri().toURL(), Files.isRegularFile(properties) ? load(properties.toUri()
				.toURL()) : new Properties());
		}
		catch (final MalformedURLException exc) {
			throw unknown(text, exc);
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

	private static DreamException unknown(final String text, final Throwable cause) {
		return new DreamException("There is no network or file \"" + text + "\": give the path of a frozen .pb file, " +
			"or one of " + String.join(", ", names()) + ".", cause);
	}
}
