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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;

/** A model package of bioimage.io, described by rdf.yaml in format 0.3, 0.4 or 0.5. */
final class BioimagePackage {

	/** Names of the description: rdf.yaml, NAME.rdf.yaml and the like. */
	private static final String DESCRIPTION = "(.+\\.)?(rdf|bioimageio|model)\\.ya?ml";
	static final String KIND = "bioimage.io package";

	private static final String WEIGHTS = "tensorflow_saved_model_bundle";
	/** The layout of TensorFlow's convolutions: batch, height, width, channels. */
	private static final String LAYOUT = "byxc";
	private static final String IMAGE = ".*\\.(tiff?|png|jpe?g|gif)";

	private final Metadata description;
	private final Path folder;

	/** @param folder contains the files that the description names */
	BioimagePackage(final Metadata description, final Path folder) {
		this.description = description;
		this.folder = folder;
		final String version = description.text("format_version");
		if (!version.matches("0\\.[345](\\..*)?")) throw new DreamException("The package has format_version \"" + version +
			"\", and DeepDream reads 0.3, 0.4 and 0.5: get it in one of these from bioimage.io, or import its SavedModel.");
		if (description.has("type") && !description.text("type").equals("model")) throw new DreamException(
			"The package describes a " + description.text("type") + " and no model: import a model package.");
	}

	static boolean isDescription(final Path file) {
		return file.getFileName() != null && file.getFileName().toString().matches(DESCRIPTION) && Files.isRegularFile(file);
	}

	/** The archive or folder with the SavedModel. */
	Path weights() {
		final Metadata weights = description.map("weights");
		if (!weights.has(WEIGHTS)) throw WeightFormats.refusal(weights.keys());
		final Metadata entry = weights.map(WEIGHTS);
		final String source = entry.text("source");
		if (isRemote(source)) throw new DreamException("The weights of the package are not in it, but at " + source +
			": download the complete package as a zip archive.");
		if (source.isEmpty()) throw entry.invalid("source", "the name of a file");
		final Path file = PackagePath.existing(folder, source);
		requireSha256(file, entry.text("sha256"));
		return file;
	}

	private static boolean isRemote(final String source) {
		return source.matches("[a-zA-Z]{2,}://.*");
	}

	private static void requireSha256(final Path file, final String expected) {
		try {
			if (!expected.isEmpty() && Files.isRegularFile(file) && !Sha256.of(file).equals(expected.toLowerCase(Locale.ROOT)))
				throw new DreamException("The file " + file.getFileName() +
					" of the package is damaged, since its SHA-256 is not the one in the description: download the package again.");
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + file + " cannot be read (" + exc.getMessage() + "): check its permissions.",
				exc);
		}
	}

	/** @throws DreamException if the network has several inputs, or takes other axes than byxc */
	Properties properties() {
		final List<Metadata> inputs = description.maps("inputs");
		if (inputs.size() != 1) throw new DreamException("The network of the package has " + inputs.size() +
			" inputs, and DeepDream runs networks with one: get another package.");
		final Metadata input = inputs.get(0);
		final TensorAxes axes = new TensorAxes(input, Map.of());
		if (!axes.letters().equals(LAYOUT)) throw new DreamException("The network of the package takes the axes " + axes
			.letters() + ", and DeepDream needs " + LAYOUT + " (batch, y, x, channel): export it in this layout.");
		if (input.maps("preprocessing").isEmpty()) requireNoMacro();
		final Properties properties = Preprocessing.of(input.maps("preprocessing"), axes, name(input));
		if (axes.channels() > 0) properties.setProperty("input-channels", "" + axes.channels());
		addOutputs(axes, name(input), properties);
		Attribution.add(description, properties);
		return properties;
	}

	/** DeepImageJ's packages may describe the preprocessing only as an ImageJ macro. */
	private void requireNoMacro() {
		final Metadata prediction = description.mapOrEmpty("config").mapOrEmpty("deepimagej").mapOrEmpty("prediction");
		for (final Object step : prediction.get("preprocess") instanceof List ? prediction.list("preprocess") : List.of())
			if (step instanceof Map && ((Map<?, ?>) step).get("spec") instanceof String) throw Preprocessing.refusal("by an ImageJ macro",
				"cannot be expressed by DeepDream");
	}

	private static String name(final Metadata tensor) {
		return tensor.has("id") ? tensor.text("id") : tensor.text("name");
	}

	private void addOutputs(final TensorAxes inputAxes, final String input, final Properties properties) {
		final List<Metadata> outputs = description.maps("outputs");
		if (outputs.size() > 1) properties.setProperty("output-layers", ChannelNames.join(outputs.stream().map(
			BioimagePackage::name).collect(Collectors.toList())));
		if (outputs.size() != 1) return;
		final TensorAxes axes = new TensorAxes(outputs.get(0), Map.of(input, inputAxes));
		final int rays = description.mapOrEmpty("config").mapOrEmpty("stardist").mapOrEmpty("config").integer("n_rays", 0);
		if (!axes.channelNames().isEmpty()) properties.setProperty("output-channels", ChannelNames.join(axes.channelNames()));
		else if (rays > 0) properties.setProperty("output-channels", ChannelNames.ofStarDist(rays));
		else if (axes.channels() == 1 && !name(outputs.get(0)).isEmpty()) properties.setProperty("output-channels",
			ChannelNames.join(List.of(name(outputs.get(0)))));
	}

	/** Whether the first output is an image. */
	boolean givesImage() {
		return description.maps("outputs").stream().limit(1).map(output -> new TensorAxes(output, Map.of()).letters()).anyMatch(
			axes -> axes.contains("x") && axes.contains("y"));
	}

	/** Images by their role, cover and test, if the package contains them. */
	Map<String, Path> images() {
		final Map<String, Path> images = new LinkedHashMap<>();
		final List<String> covers = new ArrayList<>();
		for (final Object cover : description.get("covers") instanceof List ? description.list("covers") : List.of())
			covers.add(source(cover));
		add(images, "cover", covers);
		final List<String> tests = new ArrayList<>();
		for (final String key : List.of("sample_inputs", "test_inputs"))
			for (final Object file : description.list(key))
				tests.add(source(file));
		for (final Metadata input : description.maps("inputs"))
			for (final String key : List.of("sample_tensor", "test_tensor"))
				tests.add(source(input.get(key)));
		add(images, "test", tests);
		return images;
	}

	private static String source(final Object file) {
		final Object source = file instanceof Map ? ((Map<?, ?>) file).get("source") : file;
		return source instanceof String ? (String) source : "";
	}

	/** The first one that ImageJ opens, else an array of NumPy. */
	private void add(final Map<String, Path> images, final String role, final List<String> sources) {
		for (final String pattern : List.of(IMAGE, ".*\\.npy"))
			for (final String source : sources)
				if (!images.containsKey(role) && !isRemote(source) && source.toLowerCase(Locale.ROOT).matches(pattern) && Files
					.isRegularFile(PackagePath.resolve(folder, source))) images.put(role, PackagePath.existing(folder, source));
	}
}
