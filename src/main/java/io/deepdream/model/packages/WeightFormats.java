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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.params.DreamException;

/** Formats of weights that cannot be imported, with what to do, the easiest conversion first. */
enum WeightFormats {

	KERAS("Keras", "keras_.*", "h5|hdf5|keras", "load it in Keras and save it with model.export(folder)"),
	TENSORFLOW_JS("TensorFlow.js", "tensorflow_js", "", "convert it with tensorflowjs_converter --output_format=tf_saved_model"),
	ONNX("ONNX", "onnx", "onnx", "convert it with onnx2tf"),
	PYTORCH("PyTorch", "pytorch.*|torchscript", "pt|pth", "export it to ONNX and convert that with onnx2tf");

	private static final int MAX_DEPTH = 4;

	private final String label;
	private final String keys;
	private final String endings;
	private final String remedy;

	WeightFormats(final String label, final String keys, final String endings, final String remedy) {
		this.label = label;
		this.keys = keys;
		this.endings = endings;
		this.remedy = remedy;
	}

	private static DreamException refusal(final List<WeightFormats> formats) {
		return new DreamException("The package has weights for " + formats.stream().map(f -> f.label).collect(Collectors
			.joining(" and ")) + " only, and DeepDream runs TensorFlow: to get a SavedModel, " + formats.get(0).remedy +
			", and import its folder; of bioimage.io packages, those with tensorflow_saved_model_bundle weights can be imported.");
	}

	/** The error for the keys of {@code weights} in a bioimage.io package. */
	static DreamException refusal(final Collection<String> keys) {
		final List<WeightFormats> found = Stream.of(values()).filter(format -> keys.stream().anyMatch(key -> key.matches(
			format.keys))).collect(Collectors.toList());
		return found.isEmpty() ? new DreamException("The package has no tensorflow_saved_model_bundle weights (" + (keys.isEmpty()
			? "it names no weights" : "only " + String.join(", ", keys)) + "): get a package that has them, or a SavedModel.")
			: refusal(found);
	}

	/** The error for an archive without a SavedModel, by what it contains instead. */
	static DreamException refusal(final Path folder) throws IOException {
		final List<String> names;
		try (Stream<Path> files = Files.find(folder, MAX_DEPTH, (file, attributes) -> attributes.isRegularFile())) {
			names = files.sorted(Comparator.naturalOrder()).map(file -> file.getFileName().toString()).collect(Collectors
				.toList());
		}
		final List<WeightFormats> found = Stream.of(values()).filter(format -> names.stream().anyMatch(name -> name.matches(
			".*\\.(" + format.endings + ")"))).collect(Collectors.toList());
		if (!found.isEmpty()) return refusal(found);
		if (names.stream().anyMatch(name -> name.endsWith(".pb"))) return new DreamException(
			"The archive contains a frozen graph and no SavedModel: unpack it and import the .pb file.");
		return new DreamException("The archive contains no network: import a StarDist or CARE model, a bioimage.io package, " +
			"or a SavedModel.");
	}
}
