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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

import io.deepdream.model.Sha256;
import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from each kind of package, and what is refused; the SavedModels exist in name only. */
class NetworkPackagesTest {

	private static final String STARDIST = "{\"n_dim\": 2, \"axes\": \"YXC\", \"n_channel_in\": 1, \"n_channel_out\": 5, " +
		"\"n_rays\": 4, \"grid\": [2, 2]}";
	private static final String CARE = "{\"n_dim\": 2, \"axes\": \"YXC\", \"n_channel_in\": 2, \"n_channel_out\": 1, " +
		"\"probabilistic\": false}";

	/** Format 0.4; without weights. */
	private static final String RDF_4 = "format_version: 0.4.10\ntype: model\nname: Nuclei\nlicense: CC-BY-4.0\n" +
		"cite:\n- {text: 'A. Author, Title.', doi: 10.1/2}\n- {text: Data, url: 'https://example.org'}\n" +
		"covers: [cover.png]\ntest_inputs: [test_input.npy]\nsample_inputs: [sample.tif]\n" +
		"inputs:\n- name: raw\n  axes: byxc\n  data_type: float32\n  shape: {min: [1, 16, 16, 1], step: [0, 16, 16, 0]}\n" +
		"  preprocessing:\n  - name: scale_range\n    kwargs: {mode: per_sample, axes: yx, min_percentile: 1, max_percentile: 99.8}\n" +
		"outputs:\n- name: mask\n  axes: byxc\n  shape: {reference_tensor: raw, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}\n";
	/** Format 0.5; without weights. */
	private static final String RDF_5 = "format_version: 0.5.4\ntype: model\nname: Cells\nlicense: MIT\n" +
		"cite:\n- {text: Book, doi: 'https://doi.org/10.1/3'}\ncovers: [{source: cover.png}]\n" +
		"inputs:\n- id: image\n  axes:\n  - {type: batch}\n  - {type: space, id: y, size: {min: 16, step: 16}}\n" +
		"  - {type: space, id: x, size: {min: 16, step: 16}}\n  - {type: channel, channel_names: [red, green, blue]}\n" +
		"  test_tensor: {source: test.npy}\n  preprocessing:\n  - id: scale_linear\n    kwargs: {gain: 0.5, offset: -1}\n" +
		"outputs:\n- id: classes\n  axes:\n  - {type: batch}\n  - {type: space, id: y}\n  - {type: space, id: x}\n" +
		"  - {type: channel, channel_names: [nucleus, \"cell, border\"]}\n";
	private static final String WEIGHTS = "weights:\n  tensorflow_saved_model_bundle:\n    source: weights.zip\n";

	@TempDir
	Path folder;
	@TempDir
	Path temporary;

	@AfterEach
	void nothingIsLeftUnpacked() {
		assertEquals(0, temporary.toFile().list().length);
	}

	private Optional<NetworkPackage> openAny(final Path file) {
		return NetworkPackages.open(file, temporary, TransferListener.SILENT);
	}

	private Path write(final String name, final byte[] content) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, content);
	}

	private Path write(final String name, final String content) throws IOException {
		return write(name, content.getBytes(StandardCharsets.UTF_8));
	}

	private NetworkPackage open(final Path file) {
		final NetworkPackage found = openAny(file).get();
		assertTrue(Files.isRegularFile(found.savedModel().resolve("saved_model.pb")));
		assertTrue(Files.isRegularFile(found.savedModel().resolve("variables/variables.index")));
		return found;
	}

	private String errorMessage(final Path file) {
		final String message = assertThrows(DreamException.class, () -> openAny(file))
			.getMessage();
		// one sentence: it ends with the only full stop that is followed by nothing or a space
		assertTrue(message.endsWith(".") && !message.matches("(?s).*\\. .*|.*\\n.*"), message);
		return message;
	}

	private static Map<Object, Object> sorted(final Properties properties) {
		return new TreeMap<>(properties);
	}

	private static Zips bioimage(final String description) throws IOException {
		return new Zips().add("rdf.yaml", description).add("weights.zip", Zips.savedModel().build());
	}

	@Test
	void starDistFolderByItselfOrItsConfiguration() throws IOException {
		final Path config = write("nuclei/config.json", STARDIST);
		write("nuclei/thresholds.json", "{\"prob\": 0.7, \"nms\": 0.3}");
		write("nuclei/TF_SavedModel.zip", Zips.savedModel().build());
		for (final Path given : new Path[] { config.getParent(), config, config.resolveSibling("TF_SavedModel.zip") })
			try (NetworkPackage found = open(given)) {
				assertEquals("nuclei", found.name());
				assertEquals("StarDist model", found.kind());
				assertTrue(found.givesImage());
				assertEquals(Map.of("normalise-input", "percentiles 1 99.8", "mean", "0", "input-channels", "1",
					"output-channels", "probability, distance 1, distance 2, distance 3, distance 4"), sorted(found.properties()));
			}
	}

	@Test
	void careFolderInAnArchive() throws IOException {
		final Zips zip = new Zips().add("my care/config.json", CARE).add("__MACOSX/my care/._config.json", "x").add(
			"my care/TF_SavedModel.zip", Zips.savedModel().build());
		try (NetworkPackage found = open(write("my care.zip", zip.build()))) {
			assertEquals("my care", found.name());
			assertEquals("CARE model", found.kind());
			assertEquals(Map.of("normalise-input", "percentiles 2 99.8", "mean", "0", "input-channels", "2",
				"output-channels", "restored"), sorted(found.properties()));
		}
	}

	@Test
	void probabilisticCareHasTwiceTheChannels() throws IOException {
		write("care/config.json", CARE.replace("\"n_channel_out\": 1", "\"n_channel_out\": 2").replace("false", "true"));
		write("care/TF_SavedModel.zip", Zips.savedModel().build());
		try (NetworkPackage found = open(folder.resolve("care"))) {
			assertEquals("mean 1, mean 2, scale 1, scale 2", found.properties().getProperty("output-channels"));
		}
	}

	@Test
	void noise2VoidHasFixedNumbers() throws IOException {
		write("n2v/config.json", CARE.replace("}", ", \"n2v_perc_pix\": 0.2, \"means\": [\"100.5\", \"7\"], \"stds\": [\"20\", " +
			"\"3\"]}"));
		write("n2v/TF_SavedModel.zip", Zips.savedModel().build());
		try (NetworkPackage found = open(folder.resolve("n2v"))) {
			assertEquals("Noise2Void model", found.kind());
			assertEquals("100.5, 7", found.properties().getProperty("mean"));
			assertEquals("20, 3", found.properties().getProperty("std"));
			assertFalse(found.properties().containsKey("normalise-input"));
		}
	}

	@Test
	void archiveOfExportWithoutItsFolder() throws IOException {
		try (NetworkPackage found = open(write("alone/TF_SavedModel.zip", Zips.savedModel().build()))) {
			assertEquals("alone", found.name());
			assertEquals("percentiles 1 99.8", found.properties().getProperty("normalise-input"));
		}
		final Zips care = Zips.savedModel().add("meta.json", "{\"type\": \"CARE\", \"axes\": \"YXC\"}");
		try (NetworkPackage found = open(write("denoise.zip", care.build()))) {
			assertEquals("denoise", found.name());
			assertEquals("percentiles 2 99.8", found.properties().getProperty("normalise-input"));
		}
		// any other archive with a SavedModel says nothing about its input
		try (NetworkPackage found = open(write("vgg.zip", Zips.savedModel().build()))) {
			assertEquals("vgg", found.name());
			assertEquals(Map.of(), sorted(found.properties()));
			assertFalse(found.givesImage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.4.10", "0.3.6" })
	void bioimageFormatsWithLettersForAxes(final String version) throws IOException {
		final Zips zip = bioimage(RDF_4.replace("0.4.10", version) + WEIGHTS).add("cover.png", "c").add("test_input.npy", "n").add(
			"sample.tif", "s");
		try (NetworkPackage found = open(write("nice-bee.zip", zip.build()))) {
			assertEquals("nice-bee", found.name());
			assertEquals("bioimage.io package", found.kind());
			assertTrue(found.givesImage());
			assertEquals(Map.of("normalise-input", "percentiles 1 99.8", "mean", "0", "input-channels", "1", "output-channels",
				"mask", "licence", "CC-BY-4.0", "citation",
				"Nuclei; A. Author, Title. https://doi.org/10.1/2; Data https://example.org"), sorted(found.properties()));
			assertEquals("[cover.png, test.tif]", found.attachments().keySet().toString());
			assertEquals("s", Files.readString(found.attachments().get("test.tif")));
		}
	}

	@Test
	void bioimageFormatWithDescribedAxes() throws IOException {
		final Zips zip = bioimage(RDF_5 + WEIGHTS).add("cover.png", "c").add("test.npy", "n");
		try (NetworkPackage found = open(write("cells.zip", zip.build()))) {
			assertEquals(Map.of("mean", "2", "scale", "0.5", "input-channels", "3", "output-channels", "nucleus, cell border",
				"licence", "MIT", "citation", "Cells; Book https://doi.org/10.1/3"), sorted(found.properties()));
			assertEquals("[cover.png, test.npy]", found.attachments().keySet().toString());
		}
	}

	@Test
	void bioimageFolderWithAStarDist() throws IOException {
		write("star/rdf.yaml", RDF_4.replace("scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]",
			"scale: [1, 1, 1, 0], offset: [0, 0, 0, 2.5]") + WEIGHTS + "config:\n  stardist:\n    config: {n_rays: 4}\n");
		write("star/weights.zip", Zips.savedModel().build());
		try (NetworkPackage found = open(folder.resolve("star/rdf.yaml"))) {
			assertEquals("star", found.name());
			assertEquals("probability, distance 1, distance 2, distance 3, distance 4", found.properties().getProperty(
				"output-channels"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "bioimageio.yaml", "model.yaml", "nice-bee.rdf.yaml", "nice-bee.model.yml" })
	void otherNamesOfTheDescription(final String name) throws IOException {
		write("bee/weights.zip", Zips.savedModel().build());
		final Path description = write("bee/" + name, RDF_4 + WEIGHTS);
		for (final Path given : new Path[] { description, description.getParent() })
			try (NetworkPackage found = open(given)) {
				assertEquals("bee", found.name());
				assertEquals("CC-BY-4.0", found.properties().getProperty("licence"));
			}
		write("other/my-model.yaml", RDF_4 + WEIGHTS);
		assertFalse(openAny(folder.resolve("other")).isPresent());
	}

	@Test
	void otherFilesAndFoldersAreNoPackages() throws IOException {
		write("saved/saved_model.pb", "VarHandleOp");
		write("other/config.json", "{\"n_layers\": 12}");
		for (final String name : new String[] { "saved", "other", "saved/saved_model.pb" })
			assertFalse(openAny(folder.resolve(name)).isPresent(), name);
	}

	@ParameterizedTest
	@CsvSource({ "pytorch_state_dict, PyTorch only, onnx2tf", "onnx, ONNX only, onnx2tf",
		"tensorflow_js, TensorFlow.js only, tensorflowjs_converter", "keras_hdf5, Keras only, model.export(folder)",
		"pytorch_script, PyTorch only, onnx2tf", "torchscript, PyTorch only, onnx2tf", "unheard_of, unheard_of, SavedModel" })
	void namesWhatWouldWorkForOtherWeights(final String weights, final String name, final String remedy) throws IOException {
		// channels first, as in most networks of PyTorch, is not the first thing to say
		final String message = errorMessage(write("a.zip", bioimage(RDF_4.replace("byxc", "bcyx") + "weights:\n  " + weights +
			":\n    source: w\n").build()));
		assertTrue(message.contains(name) && message.contains(remedy), message);
	}

	@ParameterizedTest
	@CsvSource({ "weights.h5, Keras only", "model.onnx, ONNX only", "best.pt, PyTorch only", "graph.pb, import the .pb file",
		"notes.txt, contains no network" })
	void namesWhatAnArchiveContainsInstead(final String file, final String expected) throws IOException {
		final String message = errorMessage(write("a.zip", new Zips().add("x/" + file, "x").build()));
		assertTrue(message.contains(expected), message);
	}

	@Test
	void keepsWeightsInsideTheFolder() throws IOException {
		write("secret.zip", Zips.savedModel().build());
		for (final String source : new String[] { "../secret.zip", folder.resolve("secret.zip").toString() }) {
			write("p/rdf.yaml", RDF_4 + WEIGHTS.replace("weights.zip", "\"" + source + "\""));
			assertTrue(errorMessage(folder.resolve("p")).contains("leads out of its folder"));
		}
		write("p/rdf.yaml", RDF_4 + WEIGHTS);
		Files.createSymbolicLink(folder.resolve("p/weights.zip"), folder.resolve("secret.zip"));
		assertTrue(errorMessage(folder.resolve("p")).contains("leads out of its folder"));
	}

	@Test
	void limitsArchivesInArchives() throws IOException {
		final byte[] inner = Zips.savedModel().add("zeros", new byte[17 << 20]).build();
		assertTrue(errorMessage(write("bomb.zip", new Zips().add("rdf.yaml", RDF_4 + WEIGHTS).add("weights.zip", inner).build()))
			.contains("unpacks to more than 16 MB"));
		assertTrue(errorMessage(write("slip.zip", bioimage(RDF_4 + WEIGHTS).add("weights.zip", new Zips().add("../../x", "x")
			.build()).build())).contains("leads out of its folder"));
	}

	@Test
	void requiresTheWeights() throws IOException {
		final byte[] graphOnly = new Zips().add("saved_model.pb", "VarHandleOp").build();
		assertTrue(errorMessage(write("a.zip", graphOnly)).contains("lacks its weights"));
		final byte[] indexOnly = new Zips().add("saved_model.pb", "VariableV2").add("variables/variables.index", "i").build();
		assertTrue(errorMessage(write("b.zip", new Zips().add("rdf.yaml", RDF_4 + WEIGHTS).add("weights.zip", indexOnly).build()))
			.contains("lacks its weights"));
		assertTrue(errorMessage(write("c.zip", new Zips().add("rdf.yaml", RDF_4 + WEIGHTS).build())).contains(
			"lacks the file weights.zip"));
		assertTrue(errorMessage(write("d.zip", bioimage(RDF_4 + WEIGHTS.replace("weights.zip", "https://x.org/w.zip")).build()))
			.contains("at https://x.org/w.zip"));
		write("care/config.json", CARE);
		write("care/weights_best.h5", "h");
		assertTrue(errorMessage(folder.resolve("care")).contains("model.export_TF()"));
		// constants need no variables
		assertTrue(openAny(write("e.zip", new Zips().add("saved_model.pb", "Const").build())).map(found -> {
				found.close();
				return true;
			}).isPresent());
	}

	@Test
	void comparesTheChecksum() throws IOException {
		final byte[] weights = Zips.savedModel().build();
		final String sum = "    sha256: " + Sha256.of(weights).toUpperCase() + "\n";
		open(write("a.zip", new Zips().add("rdf.yaml", RDF_4 + WEIGHTS + sum).add("weights.zip", weights).build())).close();
		assertTrue(errorMessage(write("b.zip", new Zips().add("rdf.yaml", RDF_4 + WEIGHTS + sum).add("weights.zip", Zips
			.savedModel().add("more", "x").build()).build())).contains("SHA-256"));
	}

	@Test
	void refusesOtherNetworks() throws IOException {
		for (final String[] change : new String[][] { { "axes: byxc\n  data", "axes: bcyx\n  data", "takes the axes bcyx" }, {
			"0.4.10", "0.1.0", "0.3, 0.4 and 0.5" }, { "0.4.10", "", "0.3, 0.4 and 0.5" }, { "type: model", "type: dataset",
				"describes a dataset" }, { "scale_range", "clip", "preprocessing step clip" }, { "inputs:\n-",
					"inputs:\n- {name: other, axes: byxc}\n-", "has 2 inputs" }, { "axes: byxc", "axes: {}", "axes" }, {
						"inputs:\n", "inputs: [", "rdf.yaml of the package cannot be read" } })
		{
			final String message = assertThrows(DreamException.class, () -> openAny(write("a.zip", bioimage(RDF_4
				.replace(change[0], change[1]) + WEIGHTS).build()))).getMessage();
			assertTrue(message.contains(change[2]), message);
		}
		write("volume/config.json", STARDIST.replace("\"n_dim\": 2", "\"n_dim\": 3"));
		assertTrue(errorMessage(folder.resolve("volume")).contains("three-dimensional"));
		write("volume/config.json", CARE.replace("YXC", "ZYXC"));
		assertTrue(errorMessage(folder.resolve("volume")).contains("three-dimensional"));
	}

	/** DeepImageJ writes both a macro and steps, or a macro only. */
	@Test
	void refusesPreprocessingByAMacro() throws IOException {
		final String macro = "config:\n  stardist: text\n  deepimagej:\n    prediction:\n      preprocess:\n" +
			"      - {spec: 'ij.IJ::runMacroFile', kwargs: scale.ijm}\n";
		openAny(write("both.zip", bioimage(RDF_4 + WEIGHTS + macro).build())).get().close();
		final String without = RDF_4.replaceFirst("(?m)^  preprocessing:\n.*\n.*\n", "");
		assertTrue(errorMessage(write("macro.zip", bioimage(without + WEIGHTS + macro).build())).contains("by an ImageJ macro"));
		openAny(write("none.zip", bioimage(without + WEIGHTS + macro.replace("'ij.IJ::runMacroFile'", "null")).build())).get()
			.close();
	}

	@Test
	void namesAllOutputs() throws IOException {
		try (NetworkPackage found = open(write("a.zip", bioimage(RDF_4 + "- {name: distance, axes: byxc}\n" + WEIGHTS).build()))) {
			assertEquals("mask, distance", found.properties().getProperty("output-layers"));
			assertFalse(found.properties().containsKey("output-channels"));
		}
	}
}
