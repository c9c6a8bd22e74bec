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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.process.ColorProcessor;

import io.deepdream.DeepDream;
import io.deepdream.cli.CommandLine;
import io.deepdream.image.Picture;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.models.ModelsPlugin;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.model.packages.Zips;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;

/** Packages with a network that runs, into the store and out of it. */
class PackageImportTest extends TemporaryStore {

	private static final String STARDIST = "{\"n_dim\": 2, \"axes\": \"YXC\", \"n_channel_in\": 3, \"n_rays\": 4}";

	private String write(final String name, final byte[] content) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, content).toString();
	}

	private Path saved() {
		return folder.resolve("saved");
	}

	private String[] stored(final Path path) {
		final String[] names = path.toFile().list();
		if (names != null) java.util.Arrays.sort(names);
		return names == null ? new String[0] : names;
	}

	@Test
	void bioimagePackageFromAMacro() throws Exception {
		final String file = write("nice bee.zip", SmallPackages.bioimage(saved()));
		final Thread macro = new Thread(() -> {
			Macro.setOptions("action=import file=[" + file + "]");
			ModelsPlugin.run();
		}, "Run$_macro");
		macro.start();
		macro.join();
		final ModelSpec spec = ModelCatalogue.find("nice-bee");
		assertEquals("output", spec.layer());
		assertEquals("CC0-1.0", spec.licence());
		assertEquals("Cells; A. Author https://doi.org/10.1/2", spec.citation());
		assertEquals(128, spec.mean()[2], 1e-4);
		assertEquals(1 / 128f, spec.scale()[2], 1e-7);
		final Path files = store().resolve("nice-bee.files");
		assertEquals(List.of("cover.png", "test.npy"), List.of(stored(files)));
		assertEquals(files.resolve("test.npy"), ModelStore.standard().attachment("nice-bee", "test").get());
		assertFalse(ModelStore.standard().attachment("nice-bee", "sound").isPresent());
		assertEquals("nice-bee was removed.", run("action=remove model=nice-bee"));
		assertEquals(0, stored(store()).length);
	}

	@Test
	void starDistArchiveFromTheCommandLine() throws IOException {
		write("nuclei/config.json", STARDIST.getBytes());
		final String file = write("nuclei/TF_SavedModel.zip", SmallPackages.add(new Zips(), "", SmallPackages.savedModel(saved()))
			.build());
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true);
		assertEquals(0, CommandLine.run(stream, stream, "--import", file), out.toString());
		assertTrue(out.toString().contains("nuclei is installed"), out.toString());
		assertTrue(out.toString().contains("(from the StarDist model)"), out.toString());
		assertEquals("output", ModelCatalogue.find("nuclei").layer());
		final String properties = Files.readString(store().resolve("nuclei.properties"));
		assertTrue(properties.contains("normalise-input=percentiles 1 99.8"), properties);
		assertTrue(properties.contains("output-channels=probability, distance 1"), properties);
	}

	/** A classification network in an archive is imported like one in a folder. */
	@Test
	void anyArchiveWithASavedModel() throws IOException {
		final String report = run("action=import file=[" + write("my net.zip", SmallPackages.add(new Zips(), "saved/",
			SmallPackages.savedModel(saved())).build()) + "]");
		assertTrue(report.startsWith("my-net is installed") && report.contains("default: unknown layer names"), report);
		assertEquals("relu", ModelCatalogue.find("my-net").layer());
	}

	@Test
	void givenValuesReplaceThoseOfThePackage() throws IOException {
		write("nuclei/config.json", STARDIST.getBytes());
		write("nuclei/TF_SavedModel.zip", SmallPackages.add(new Zips(), "", SmallPackages.savedModel(saved())).build());
		final String report = run("action=import model=mine layer=relu std=2 file=[" + folder.resolve("nuclei") + "]");
		assertTrue(report.contains("(as given)"), report);
		assertEquals("relu", ModelCatalogue.find("mine").layer());
		final String properties = Files.readString(store().resolve("mine.properties"));
		assertFalse(properties.contains("normalise-input"), properties);
		assertTrue(properties.contains("std=2"), properties);
	}

	/** StarDist's examples normalise each channel by itself, and offer all channels jointly. */
	@Test
	void channelsOfAStarDistAreNormalisedSeparatelyOrTogether() throws IOException {
		write("nuclei/config.json", STARDIST.getBytes());
		write("nuclei/TF_SavedModel.zip", SmallPackages.add(new Zips(), "", SmallPackages.savedModel(saved())).build());
		final String options = "action=import file=[" + folder.resolve("nuclei") + "] model=";
		run(options + "separately");
		run(options + "jointly normalise-input=[percentiles 1 99.8 together]");
		for (final String name : new String[] { "separately", "jointly" }) {
			final ModelSpec spec = ModelCatalogue.find(name);
			assertEquals(name.equals("jointly"), spec.inputNormalisation().isTogether());
			// the limits become 0 and 1 in both
			assertArrayEquals(new float[3], spec.mean());
			assertArrayEquals(new float[] { 1 / 255f, 1 / 255f, 1 / 255f }, spec.scale(), 1e-9f);
		}
		final ImagePlus image = IJ.createImage("rgb", "RGB ramp", 40, 30, 1);
		final ColorProcessor ip = (ColorProcessor) image.getProcessor();
		for (int i = 0; i < ip.getPixelCount(); i++)
			ip.set(i, i % 200 << 16 | i % 100 << 8 | i % 50);
		final float[] separately = maxima(image, "separately");
		final float[] jointly = maxima(image, "jointly");
		// percentile 99.8 of each channel becomes 1, or that of all, which is nearly the maximum of red
		assertArrayEquals(new float[] { 1, 1, 1 }, separately, 0.02f);
		assertArrayEquals(new float[] { 1, 0.5f, 0.25f }, jointly, 0.02f);
	}

	/** The largest value of each channel that the network gets. */
	private static float[] maxima(final ImagePlus image, final String model) {
		try (DeepDream deepDream = DeepDream.open(model)) {
			final Picture picture = Planes.current(image, NetworkInput.of(deepDream)).picture(new Rectangle(40, 30));
			final float[] maxima = new float[3];
			for (int i = 0; i < picture.data().length; i++)
				maxima[i % 3] = Math.max(maxima[i % 3], picture.data()[i] * deepDream.model().scale()[i % 3]);
			return maxima;
		}
	}

	@Test
	void refusalsKeepNothing() throws IOException {
		final String description = SmallPackages.description();
		for (final String[] change : new String[][] { { "scale_linear", "clip", "preprocessing step clip" }, {
			"tensorflow_saved_model_bundle", "pytorch_state_dict", "PyTorch only" }, { "weights.zip", "../weights.zip",
				"leads out of its folder" }, { "gain: 0.0078125", "gain: 0", "removes the image" } })
		{
			final String file = write("a.zip", SmallPackages.bioimage(folder.resolve(change[1].replaceAll("\\W", "")), description
				.replace(change[0], change[1])));
			final String message = assertThrows(DreamException.class, () -> run("action=import file=" + file)).getMessage();
			assertTrue(message.contains(change[2]), message);
			assertEquals(0, stored(store()).length);
		}
	}

	/** The engine refuses after unpacking; the message names the file that the user selected. */
	@Test
	void refusalsOfTheEngineNameTheArchive() throws IOException {
		final String file = write("broken.zip", new Zips().add("saved_model.pb", "a text").build());
		final String message = assertThrows(DreamException.class, () -> run("action=import file=" + file)).getMessage();
		assertTrue(message.contains(file) && message.contains("cannot be frozen"), message);
		assertEquals(0, stored(store()).length);
	}

	/** A name that is in use must not lose the files of the network that has it. */
	@Test
	void aSecondImportLeavesTheFirst() throws IOException {
		final String file = write("bee.zip", SmallPackages.bioimage(saved()));
		run("action=import file=" + file);
		assertTrue(assertThrows(DreamException.class, () -> run("action=import file=" + file)).getMessage().contains(
			"already a network"));
		assertEquals(List.of("cover.png", "test.npy"), List.of(stored(store().resolve("bee.files"))));
	}
}
