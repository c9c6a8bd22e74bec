package io.deepdream.imagej.job;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import ij.process.ColorProcessor;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.ImportedLayers;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.model.CatalogueEntry;
import io.deepdream.model.InputGuess;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.model.Sha256;
import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * Brings a network from a file into the store: a frozen graph, a SavedModel, or
 * what the catalogue would have fetched. A network is only added after a trial dream.
 */
final class ModelImport {

	private static final int TRIAL_PIXELS = 224;
	/** Smallest mean change of a pixel by two steps, in grey levels; three are usual. */
	private static final double VISIBLE = 0.1;
	private static final List<String> INPUT_KEYS = List.of("range", "mean", "std", "scale");

	private final ModelStore store;
	private final TransferListener listener;

	ModelImport(final ModelStore store, final TransferListener listener) {
		this.store = store;
		this.listener = listener;
	}

	/**
	 * @return what was found out, for the user to read
	 * @throws DreamException if the file is no network that can dream; the store is
	 *           then unchanged
	 * @throws CancellationException if the listener cancelled
	 */
	String run(final ModelRequest request) {
		final Path given = path(request.file());
		// in a file chooser a folder is chosen by what is in it
		final boolean savedModel = Files.isDirectory(given) || given.getFileName().toString().equals("saved_model.pb");
		final Path source = savedModel && !Files.isDirectory(given) ? given.toAbsolutePath().getParent() : given;
		listener.progress("Reading " + source.getFileName(), 0, 1);
		if (!savedModel) {
			final CatalogueEntry known = known(source);
			if (known != null) return ofCatalogue(known, source);
		}
		final String name = request.model().isEmpty() ? nameOf(source) : request.model();
		store.requireValidName(name);
		if (!savedModel) return add(name, source, source, request);
		Path frozen = null;
		try {
			frozen = Files.createTempFile("deepdream", ".pb");
			Files.write(frozen, Engines.freeze(source));
			return add(name, source, frozen, request);
		}
		catch (final DreamException exc) {
			// the user does not know the temporary file
			throw frozen == null ? exc : new DreamException(exc.getMessage().replace(frozen.toString(), source.toString()),
				exc.getCause());
		}
		catch (final IOException exc) {
			throw new DreamException("The SavedModel " + source + " cannot be frozen on this disk (" + exc.getMessage() +
				"): make room in " + System.getProperty("java.io.tmpdir") + ".", exc);
		}
		finally {
			if (frozen != null) frozen.toFile().delete();
		}
	}

	private static Path path(final String file) {
		if (file.isEmpty()) throw new DreamException("No file is named to import: give file=..., a frozen graph (.pb) or the " +
			"folder of a SavedModel.");
		final Path path;
		try {
			path = Paths.get(file);
		}
		catch (final InvalidPathException exc) {
			throw new DreamException("\"" + file + "\" is no path: give that of a frozen graph (.pb), or of a SavedModel.", exc);
		}
		if (!Files.exists(path)) throw new DreamException("There is no file " + path.toAbsolutePath() +
			" to import: check its path.");
		if (file.matches(".*\\.(h5|hdf5|keras|pth|pt|onnx|caffemodel|tflite)")) throw new DreamException("The file " + path +
			" is no TensorFlow graph: save the network as a SavedModel (in Keras: model.export) or as a frozen .pb, and import " +
			"that.");
		return path;
	}

	private static String nameOf(final Path source) {
		return source.getFileName().toString().replaceFirst("\\.pb$", "").replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst(
			"^[^A-Za-z0-9]+", "");
	}

	/** A file that the catalogue knows by its checksum. */
	private static CatalogueEntry known(final Path source) {
		try {
			final long size = Files.size(source);
			for (final CatalogueEntry entry : ModelCatalogue.entries())
				if (size == entry.downloadSize() || size == entry.size()) return ModelCatalogue.bySha256(Sha256.of(source));
			return null;
		}
		catch (final IOException exc) {
			throw unreadable(source, exc);
		}
	}

	private String ofCatalogue(final CatalogueEntry entry, final Path source) {
		if (store.graph(entry.name()) != null) return entry.name() + " is installed already.";
		store.install(entry, source, listener);
		return entry.name() + " was recognised by its checksum and is installed.";
	}

	/**
	 * @param source what the user named
	 * @param graph the frozen graph, which may be another file
	 */
	private String add(final String name, final Path source, final Path graph, final ModelRequest request) {
		final Properties properties = ModelCatalogue.propertiesBeside(source);
		properties.remove("sha256");
		properties.putAll(request.properties());
		final String reason = describeInput(name, graph, properties, request);
		final List<LayerInfo> layers;
		try (DeepDream deepDream = DeepDream.open(spec(name, graph, properties), dreaming())) {
			layers = deepDream.layersWithGradient();
			ImportedLayers.requireGradient(source.toString(), layers);
			if (!properties.containsKey("layer")) properties.setProperty("layer", ImportedLayers.defaultLayer(layers).name());
			final String note = dreamOnce(deepDream, properties.getProperty("layer"));
			final String report = report(name, deepDream, properties, reason, note, layers);
			keep(name, graph, properties);
			return report;
		}
	}

	/** Completes the properties; returns why they are what they are. */
	private String describeInput(final String name, final Path graph, final Properties properties,
		final ModelRequest request)
	{
		if (INPUT_KEYS.stream().anyMatch(request.properties()::containsKey)) return "as given";
		if (INPUT_KEYS.stream().anyMatch(properties::containsKey)) return "from the properties file beside it";
		try (DeepDream deepDream = DeepDream.open(spec(name, graph, properties), dreaming())) {
			final List<LayerInfo> layers = deepDream.layers();
			final InputGuess guess = InputGuess.of(layers.stream().map(LayerInfo::name).collect(Collectors.toList()),
				ImportedLayers.scalesInput(layers));
			guess.properties().forEach(properties::putIfAbsent);
			return guess.reason() + "; if that is wrong, remove it and import it again with mean=..., range=..., order=...";
		}
	}

	private static ModelSpec spec(final String name, final Path graph, final Properties properties) {
		try {
			return new ModelSpec(name, graph.toUri().toURL(), properties);
		}
		catch (final MalformedURLException exc) {
			throw new IllegalStateException("a file always has a URL", exc);
		}
	}

	/**
	 * Two steps on an image, so that errors show during the import.
	 *
	 * @return a line for the report; empty if all is well
	 */
	private String dreamOnce(final DeepDream deepDream, final String layer) {
		listener.progress("Dreaming " + layer + " once", 0, 1);
		final Picture picture = ImagePixels.fromColour((ColorProcessor) SampleSky.draw(TRIAL_PIXELS,
			TRIAL_PIXELS).getProcessor());
		final DreamParams params = DreamParams.parse("mode=naive octaves=1 iterations=2 jitter=0").with(Parameter.LAYER,
			layer);
		final Dream dream = deepDream.dream(picture, params, dreaming());
		if (dream.picture() == null || dream.cancelled()) throw new CancellationException();
		final float[] before = picture.data();
		final float[] after = dream.picture().data();
		double moved = 0;
		for (int i = 0; i < after.length; i++)
			moved += Math.abs(after[i] - before[i]);
		return moved / after.length > VISIBLE ? "" : "note: the gradient of layer " + layer + " hardly changes an image; its input (mean, " +
			"range) may be another one, or another layer may do better";
	}

	private DreamListener dreaming() {
		return new DreamListener() {

			@Override
			public boolean isCancelled() {
				return listener.isCancelled();
			}

			@Override
			public void loading(final String what) {
				listener.progress(what, 0, 1);
			}
		};
	}

	private void keep(final String name, final Path graph, final Properties properties) {
		try (InputStream in = Files.newInputStream(graph)) {
			store.add(name, in, Files.size(graph), properties, listener);
		}
		catch (final IOException exc) {
			throw unreadable(graph, exc);
		}
	}

	private static DreamException unreadable(final Path file, final IOException exc) {
		return new DreamException("The file " + file + " cannot be read (" + exc.getMessage() + "): check its permissions.",
			exc);
	}

	private static String report(final String name, final DeepDream deepDream, final Properties properties,
		final String reason, final String note, final List<LayerInfo> layers)
	{
		final List<String> lines = new ArrayList<>();
		lines.add(name + " is installed: use it with model=" + name);
		lines.add("input: " + deepDream.model().describeInput() + " (" + reason + ")");
		lines.add("default layer: " + properties.getProperty("layer"));
		if (!note.isEmpty()) lines.add(note);
		final int cut = deepDream.layers().size() - layers.size();
		lines.add(layers.size() + " layers can be dreamed" + (cut == 0 ? "" : "; the gradient of " + cut +
			" more does not reach the image") + ":");
		lines.add(LayerTable.HEADINGS);
		lines.addAll(LayerTable.rows(layers));
		return String.join("\n", lines);
	}
}
