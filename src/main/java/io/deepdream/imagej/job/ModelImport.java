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
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.ImportedLayers;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.NetworkOutput;
import io.deepdream.image.Picture;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.model.CatalogueEntry;
import io.deepdream.model.InputGuess;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.model.Sha256;
import io.deepdream.model.TransferListener;
import io.deepdream.model.packages.NetworkPackage;
import io.deepdream.model.packages.NetworkPackages;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.FilePath;
import io.deepdream.params.Parameter;

/**
 * Imports a network from a file: a frozen graph, a SavedModel, a package of another
 * program, or a downloaded file of the catalogue. Adds it to the store only after a test
 * dream.
 */
final class ModelImport {

	/** Width and height of the test image in pixels. */
	private static final int TEST_SIZE = 224;
	/** Mean absolute change of the test image after two steps, in grey levels; 3 is typical. */
	private static final double MIN_VISIBLE_CHANGE = 0.1;
	private static final int MAX_OBSTACLES = 3;
	private static final List<String> INPUT_KEYS = List.of("range", "mean", "std", "scale", "normalise-input");

	private final ModelStore store;
	private final TransferListener listener;
	/** The package that contains the SavedModel; null if the user selected the graph itself. */
	private NetworkPackage opened;

	ModelImport(final ModelStore store, final TransferListener listener) {
		this.store = store;
		this.listener = listener;
	}

	/**
	 * @return a report for the user
	 * @throws DreamException if the file contains no usable network; the store is then
	 *           unchanged
	 * @throws CancellationException if the listener cancelled
	 */
	String run(final ModelRequest request) {
		final Path given = path(request.file());
		listener.progress("Reading " + given.getFileName(), 0, 1);
		final CatalogueEntry known = Files.isRegularFile(given) ? catalogueEntry(given) : null;
		if (known != null) return installKnown(known, given);
		final Optional<NetworkPackage> found = NetworkPackages.open(given, listener);
		if (!found.isPresent()) return run(request, given);
		try (NetworkPackage whileOpen = found.get()) {
			opened = whileOpen;
			return run(request, opened.savedModel());
		}
		catch (final DreamException exc) {
			throw naming(given, opened.savedModel(), exc);
		}
	}

	/** The same error with the file that the user selected instead of a temporary one. */
	private static DreamException naming(final Path selected, final Path temporary, final DreamException exc) {
		return exc.getMessage().contains(temporary.toString()) ? new DreamException(exc.getMessage().replace(temporary
			.toString(), selected.toString()), exc.getCause()) : exc;
	}

	private String run(final ModelRequest request, final Path given) {
		// a file chooser selects files, so the folder of a SavedModel is selected by its saved_model.pb
		final boolean savedModel = Files.isDirectory(given) || given.getFileName().toString().equals("saved_model.pb");
		final Path source = savedModel && !Files.isDirectory(given) ? given.toAbsolutePath().getParent() : given;
		final String name = !request.model().isEmpty() ? request.model() : nameOf(opened == null ? source.getFileName()
			.toString() : opened.name());
		store.requireValidName(name);
		if (!savedModel) return add(name, source, source, request);
		Path frozen = null;
		try {
			frozen = Files.createTempFile("deepdream", ".pb");
			Files.write(frozen, Engines.freeze(source, request.signature()));
			return add(name, source, frozen, request);
		}
		catch (final DreamException exc) {
			throw frozen == null ? exc : naming(source, frozen, exc);
		}
		catch (final IOException exc) {
			throw new DreamException("The SavedModel " + source + " cannot be frozen (" + exc.getMessage() +
				"): free disk space in " + System.getProperty("java.io.tmpdir") + ".", exc);
		}
		finally {
			if (frozen != null) frozen.toFile().delete();
		}
	}

	private static Path path(final String file) {
		if (file.isEmpty()) throw new DreamException("No file to import is given: add file=... with the path of a frozen graph (.pb), " +
			"of a SavedModel folder or of a package (.zip).");
		final Path path = FilePath.of(file);
		if (!Files.exists(path)) throw new DreamException("The file " + path.toAbsolutePath() +
			" does not exist: check its path.");
		if (file.matches(".*\\.(h5|hdf5|keras|pth|pt|onnx|caffemodel|tflite)")) throw new DreamException("The file " + path +
			" is not a TensorFlow graph: export the network as a SavedModel (in Keras: model.export) or as a frozen graph (.pb), " +
			"and import that.");
		return path;
	}

	private static String nameOf(final String source) {
		return source.replaceFirst("\\.pb$", "").replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst(
			"^[^A-Za-z0-9]+", "");
	}

	/** The catalogue entry with the checksum of a file; null if there is none. */
	private static CatalogueEntry catalogueEntry(final Path source) {
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

	private String installKnown(final CatalogueEntry entry, final Path source) {
		if (store.graph(entry.name()) != null) return entry.name() + " is already installed.";
		store.install(entry, source, listener);
		return entry.name() + " is installed, identified by its checksum.";
	}

	/**
	 * @param source the file that the user selected
	 * @param graph the frozen graph: the same file, or a temporary one
	 */
	private String add(final String name, final Path source, final Path graph, final ModelRequest request) {
		final Properties properties = opened == null ? ModelCatalogue.propertiesBeside(source) : opened.properties();
		properties.remove("sha256");
		// a convention that the user gives replaces all of the package's
		if (opened != null && givesInput(request)) INPUT_KEYS.forEach(properties::remove);
		properties.putAll(request.properties());
		final String reason = describeInput(name, graph, properties, request);
		final List<LayerInfo> layers;
		try (DeepDream deepDream = DeepDream.open(spec(name, graph, properties), dreamListener())) {
			layers = deepDream.layersWithGradient();
			ImportedLayers.requireGradient(source.toString(), layers, deepDream::obstacles);
			if (deepDream.inputChannels() != Picture.RGB) properties.setProperty("input-channels", "" + deepDream.inputChannels());
			final String note = properties.containsKey("layer") ? testDream(deepDream, properties.getProperty("layer"))
				: chooseLayer(deepDream, layers, properties);
			final String report = report(name, deepDream, properties, reason, note, layers);
			addToStore(name, graph, properties);
			return report;
		}
	}

	/** Sets the default layer: an output, or the layer before it if it is saturated in the whole test image. */
	private String chooseLayer(final DeepDream deepDream, final List<LayerInfo> layers, final Properties properties) {
		final LayerInfo layer = opened != null && opened.givesImage() ? ImportedLayers.outputLayer(layers, deepDream.outputs())
			: ImportedLayers.defaultLayer(layers, deepDream.outputs());
		properties.setProperty("layer", layer.name());
		final String before = layer.beforeSaturation();
		try {
			return testDream(deepDream, layer.name());
		}
		catch (final DreamException exc) {
			if (layers.stream().noneMatch(l -> l.name().equals(before))) throw exc;
			properties.setProperty("layer", before);
			testDream(deepDream, before);
			return "note: the gradient of the output, layer " + layer.name() + ", vanishes in the whole test image: check mean and range";
		}
	}

	private static boolean givesInput(final ModelRequest request) {
		return INPUT_KEYS.stream().anyMatch(request.properties()::containsKey);
	}

	/** Completes the properties of the input; returns where they come from. */
	private String describeInput(final String name, final Path graph, final Properties properties,
		final ModelRequest request)
	{
		if (givesInput(request)) return "as given";
		if (INPUT_KEYS.stream().anyMatch(properties::containsKey)) return opened == null ? "from the properties file next to it"
			: "from the " + opened.kind();
		try (DeepDream deepDream = DeepDream.open(spec(name, graph, properties), dreamListener())) {
			final List<LayerInfo> layers = deepDream.layers();
			final InputGuess guess = InputGuess.of(layers.stream().map(LayerInfo::name).collect(Collectors.toList()),
				ImportedLayers.scalesInput(layers, deepDream.inputChannels()), deepDream.inputChannels());
			guess.properties().forEach(properties::putIfAbsent);
			return guess.reason() + "; if that is wrong, remove the network and import it again with mean=..., range=..., order=...";
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
	 * Runs two steps on a test image, so that errors appear during the import.
	 *
	 * @return a line for the report; empty if the test succeeds
	 */
	private String testDream(final DeepDream deepDream, final String layer) {
		listener.progress("Testing layer " + layer, 0, 1);
		final Picture picture = SampleSky.picture(TEST_SIZE, deepDream.inputChannels());
		final DreamParams params = DreamParams.parse("mode=naive octaves=1 iterations=2 jitter=0").with(Parameter.LAYER,
			layer);
		final Dream dream = deepDream.dream(picture, params, dreamListener());
		if (dream.picture() == null || dream.cancelled()) throw new CancellationException();
		final float[] before = picture.data();
		final float[] after = dream.picture().data();
		double change = 0;
		for (int i = 0; i < after.length; i++)
			change += Math.abs(after[i] - before[i]);
		return change / after.length > MIN_VISIBLE_CHANGE ? "" : "note: the gradient of layer " + layer + " hardly changes the test image: check mean and " +
			"range, or choose another layer";
	}

	private DreamListener dreamListener() {
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

	private void addToStore(final String name, final Path graph, final Properties properties) {
		try (InputStream in = Files.newInputStream(graph)) {
			store.add(name, in, Files.size(graph), properties, opened == null ? Map.of() : opened.attachments(), listener);
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
		lines.add("input: " + deepDream.model().describeInput(deepDream.inputChannels()) + " (" + reason + ")");
		lines.add("default layer: " + properties.getProperty("layer"));
		if (!note.isEmpty()) lines.add(note);
		if (deepDream.outputs().size() > 1) for (final NetworkOutput output : deepDream.outputs())
			// of graphs without a signature, outputs are called by their layers
			if (!output.name().equals(output.layer())) lines.add("output " + output.name() + ": " + (output.layer().isEmpty()
				? "no layer, because " + output.obstacle() : "layer " + output.layer()));
		final int omitted = deepDream.layers().size() - layers.size();
		lines.add(layers.size() + " layers are available" + (omitted == 0 ? "" : "; " + omitted +
			" more have no gradient with respect to the image") + ":");
		final List<String> obstacles = deepDream.obstacles();
		lines.addAll(lines.size() - 1, obstacles.subList(0, Math.min(obstacles.size(), MAX_OBSTACLES)));
		lines.add(LayerTable.HEADINGS);
		lines.addAll(LayerTable.rows(layers));
		return String.join("\n", lines);
	}
}
