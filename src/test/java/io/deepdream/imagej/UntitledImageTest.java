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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.Guide;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images whose title is empty or blank. */
class UntitledImageTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 ";

	@TempDir
	Path folder;

	@AfterEach
	void endBatchMode() {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	private static ImagePlus titled(final String title) {
		final ImagePlus image = SampleImages.single(24);
		image.setTitle(title);
		return image;
	}

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " \t" })
	void itIsAnImage(final String title) throws Exception {
		final ImagePlus result = run(titled(title), "save=[" + folder + "]");
		assertEquals("Dream of untitled", result.getTitle());
		assertTrue(Files.exists(folder.resolve("Dream of untitled.tif")));
		assertArrayEquals((int[]) run(titled("Sky"), "").getProcessor().getPixels(), (int[]) result.getProcessor().getPixels());
		assertTrue(result.getInfoProperty().contains("DeepDream source: untitled\n"), result.getInfoProperty());
		assertEquals("Zoom into untitled", Commands.of("movie").job().run(titled(title), DreamParams.of(Task.MOVIE).withOptions(
			"frames=1 octaves=1 iterations=0"), DreamListener.SILENT, shown -> {}).getTitle());
		assertEquals("Activations of untitled in mixed3a", ActivationsJob.run(titled(title), DreamParams.of(Task.ACTIVATIONS)
			.withOptions("layer=mixed3a"), DreamListener.SILENT).maps().getTitle());
	}

	/** Fiji's command line passes such an image if none is open. */
	@Test
	void anImageWithoutPixelsIsNone() {
		for (final ImagePlus none : new ImagePlus[] { null, new ImagePlus() })
			assertTrue(assertThrows(DreamException.class, () -> run(none, "")).getMessage().startsWith("There is no image open"));
		assertFalse(DreamJob.isImage(new ImagePlus()));
	}

	@Test
	void inABatchMacro() throws Exception {
		final List<String> titles = new ArrayList<>();
		// ImageJ passes macro options only to threads with such a name
		final Thread thread = new Thread(() -> {
			Interpreter.batchMode = true;
			WindowManager.setTempCurrentImage(titled(""));
			Macro.setOptions(QUICK);
			new DreamPlugin().run("");
			titles.add(WindowManager.getCurrentImage().getTitle());
		}, "Run$_macro");
		thread.start();
		thread.join();
		assertEquals(List.of("Dream of untitled"), titles);
	}

	/** The values of parameters have no blanks at their ends. */
	@Test
	void guidesAreFoundByTheirNames() {
		Interpreter.batchMode = true;
		assertThrows(DreamException.class, () -> Guide.of("untitled").picture(NetworkInput.DISPLAYED));
		Interpreter.addBatchModeImage(titled(""));
		Interpreter.addBatchModeImage(titled(" a guide "));
		assertArrayEquals(Guide.of("a guide").picture(NetworkInput.DISPLAYED).data(), Guide.of("untitled").picture(NetworkInput.DISPLAYED).data());
		assertThrows(DreamException.class, () -> Guide.of("guide").picture(NetworkInput.DISPLAYED));
	}
}
