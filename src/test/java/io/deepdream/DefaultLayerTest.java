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
package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import ij.ImagePlus;

import org.scijava.Context;
import org.scijava.command.CommandService;

import io.deepdream.cli.CommandLine;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.NoiseCommand;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.Provenance;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands without a layer, with networks that lack the default layer of the command. */
class DefaultLayerTest {

	private static final String QUICK = "width=32 height=32 octaves=1 iterations=2";

	@TempDir
	Path folder;

	private String file(final SmallGraphs graph, final String... keysAndValues) {
		final Properties properties = new Properties();
		for (int i = 0; i < keysAndValues.length; i += 2)
			properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
		final Path file = folder.resolve("net.pb");
		try (OutputStream out = new FileOutputStream(folder.resolve("net.properties").toFile())) {
			Files.write(file, graph.build().toByteArray());
			properties.store(out, null);
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
		return file.toString();
	}

	private static ImagePlus run(final String key, final String options, final NoteTaker notes) {
		return Commands.of(key).job().run(null, Commands.of(key).defaults().withOptions(options), notes, shown -> {});
	}

	private static int[] pixels(final ImagePlus image) {
		return (int[]) image.getProcessor().getPixels();
	}

	@Test
	void noiseUsesTheDefaultOfTheNetwork() {
		final String model = "model=[" + file(DecoderGraphs.unet("ResizeBilinear"), "layer", "f", "channels", "2") + "] " + QUICK;
		final NoteTaker notes = new NoteTaker();
		final ImagePlus result = run("noise", model, notes);
		assertEquals("[The network net has no layer mixed4d_3x3_bottleneck_pre_relu: layer f is used.]", notes.notes().toString());
		assertArrayEquals(pixels(run("noise", model + " layer=f channels=2", notes)), pixels(result));
		assertTrue(result.getInfoProperty().contains(" layer=default channels=all "), result.getInfoProperty());
		// the Info makes the same picture again
		final DreamParams again = Provenance.params(result);
		assertArrayEquals(pixels(result), pixels(Commands.of(again).job().run(null, again, notes, shown -> {})));
		// a chosen channel stays
		assertArrayEquals(pixels(run("noise", model + " layer=f channels=1", notes)), pixels(run("noise", model + " channels=1",
			notes)));
	}

	/** Of a network with a layer of this name, the channel may not exist. */
	@Test
	void noiseWithoutTheChannel() {
		final String model = "model=[" + file(new SmallGraphs(3).conv("a", 3, 3, 3, 5, 1, "SAME").conv("mixed4d_3x3_bottleneck_pre_relu",
			1, 1, 5, 6, 1, "SAME"), "layer", "a") + "] " + QUICK;
		final NoteTaker notes = new NoteTaker();
		assertArrayEquals(pixels(run("noise", model + " layer=a channels=all", notes)), pixels(run("noise", model, notes)));
		assertTrue(notes.notes().get(0).contains("pre_relu with the channel 139: layer a is used"), notes.notes().toString());
		run("noise", model + " channels=3", notes);
		assertEquals(1, notes.notes().size());
	}

	/** The output of a decoder, the middle of a classifier; said once, and stated in the Info. */
	@Test
	void networksWithoutADefault() {
		final NoteTaker notes = new NoteTaker();
		final String decoder = "model=[" + file(DecoderGraphs.unet("ResizeBilinear")) + "] " + QUICK;
		final ImagePlus result = run("noise", decoder, notes);
		assertTrue(result.getInfoProperty().contains(" layer=out channels=all "), result.getInfoProperty());
		assertEquals(1, notes.notes().size());
		run("atlas", decoder.replace("iterations=2", "iterations=1"), notes);
		assertEquals("The network net names no default layer: layer out is used.", notes.notes().get(1));
		DeepDream.closeCached();
		final String classifier = "model=[" + file(new SmallGraphs(3).conv("a", 3, 3, 3, 5, 2, "SAME").relu("b").conv("c", 3, 3, 5, 6, 2,
			"SAME").relu("d").conv("e", 3, 3, 6, 6, 1, "SAME")) + "] " + QUICK;
		assertTrue(run("noise", classifier, notes).getInfoProperty().contains(" layer=d "), notes.notes().toString());
	}

	/** A misspelt layer is still refused. */
	@Test
	void otherLayersAreRefused() {
		final String model = "model=[" + file(DecoderGraphs.unet("ResizeBilinear"), "layer", "g") + "] " + QUICK;
		assertTrue(assertThrows(DreamException.class, () -> run("noise", model + " layer=mixed4d", new NoteTaker())).getMessage()
			.contains("no layer \"mixed4d\""));
	}

	@Test
	void commandLineAndSciJava() throws Exception {
		final String model = file(DecoderGraphs.unet("ResizeBilinear"));
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true);
		assertEquals(0, CommandLine.run(stream, stream, "start=noise", "width=32", "height=32", "octaves=1", "iterations=1", "model=" +
			model, folder.resolve("out.png").toString()), out.toString());
		assertTrue(out.toString().contains("names no default layer: layer out is used"), out.toString());
		try (Context context = new Context(CommandService.class)) {
			final ImagePlus result = (ImagePlus) context.service(CommandService.class).run(NoiseCommand.class, true, "model", model,
				"width", 32, "height", 32, "iterations", 1).get().getOutput("result");
			assertTrue(result.getInfoProperty().contains(" layer=out channels=all "), result.getInfoProperty());
		}
	}
}
