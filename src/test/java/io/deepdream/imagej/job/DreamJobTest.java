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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dreams images with the embedded network, without windows. */
class DreamJobTest {

	private static final String QUICK = "octaves=2 iterations=2 ";

	@TempDir
	Path folder;

	private static ImagePlus sample(final int bits) {
		final int w = 72;
		final int h = 56;
		final ImageProcessor ip = bits == 24 ? new ColorProcessor(w, h) : bits == 8 ? new ByteProcessor(w, h)
			: bits == 16 ? new ShortProcessor(w, h) : new FloatProcessor(w, h);
		final Random random = new Random(1);
		for (int i = 0; i < w * h; i++) {
			final int level = (int) (128 + 60 * Math.sin(i % w / 5.0) + 60 * Math.cos(i / w / 7.0) + random.nextInt(8));
			if (bits == 24) ip.set(i, level << 16 | (255 - level) << 8 | 90);
			else ip.setf(i, bits == 8 ? level : bits == 16 ? 10 * level + 300 : level / 255f - 0.5f);
		}
		ip.resetMinAndMax();
		final ImagePlus imp = new ImagePlus("cells 1", ip);
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().pixelHeight = 0.5;
		return imp;
	}

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(options), DreamListener.SILENT);
	}

	private static String errorMessage(final ImagePlus input, final String options) {
		return assertThrows(DreamException.class, () -> run(input, options)).getMessage();
	}

	@Test
	void variationsAreAStackLabelledWithTheirSeeds() {
		final Path file = folder.resolve("variations.tif");
		final String options = QUICK + "start=noise width=48 height=40 channels=7 seed=3 ";
		final ImagePlus stack = run(null, options + "variations=3 save=" + file);
		assertEquals(3, stack.getStackSize());
		assertEquals("seed 5", stack.getStack().getSliceLabel(3));
		assertTrue(stack.getInfoProperty().contains("variations=3"), stack.getInfoProperty());
		assertEquals(3, IJ.openImage(file.toString()).getStackSize());
		assertTrue(errorMessage(null, options + "variations=3 save=" + folder.resolve("a.png")).contains("one slice"));
		assertTrue(errorMessage(sample(24), "variations=2").contains("start=noise"));
		assertTrue(errorMessage(null, "start=noise variations=2 guide=x.png").contains("guide"));
	}

	@Test
	void seamlessTilesAreWholeSinglePictures() {
		final ImagePlus image = sample(8);
		image.setRoi(new Roi(10, 10, 20, 20));
		assertTrue(errorMessage(image, "seamless=true").contains("remove the selection"));
		assertTrue(errorMessage(null, "start=noise seamless=true variations=2").contains("variations=1"));
		// as ImageJ's macros write a checkbox
		assertEquals(DreamParams.parse("seamless=true"), DreamParams.parse("seamless"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void everyImageTypeWorksAndTheInputIsUnchanged(final int bits) {
		final ImagePlus input = sample(bits);
		input.setOverlay(new Overlay(new Roi(2, 3, 4, 5)));
		final ImagePlus before = input.duplicate();
		final ImagePlus result = run(input, QUICK);
		assertArrayEquals(before.getProcessor().getFloatArray(), input.getProcessor().getFloatArray());
		assertFalse(input.isLocked());
		assertEquals(before.getDisplayRangeMin(), input.getDisplayRangeMin());
		assertEquals(24, result.getBitDepth());
		assertEquals(input.getWidth(), result.getWidth());
		assertEquals(input.getHeight(), result.getHeight());
		assertEquals("Dream of cells 1", result.getTitle());
		assertEquals(0.25, result.getCalibration().pixelWidth);
		assertEquals(0.5, result.getCalibration().pixelHeight);
		assertEquals("\u00b5m", result.getCalibration().getUnit());
		assertEquals(1, result.getOverlay().size());
		// similar to the input, but not equal
		final double difference = meanDifference(run(input, QUICK + "type=rgb"), new Planes(input, false, false).get(0)
			.originals().get(0));
		assertTrue(difference > 0.5 && difference < 30, "mean difference " + difference);
	}

	private static double meanDifference(final ImagePlus imp, final ImageProcessor other) {
		final int[] a = (int[]) imp.getProcessor().getPixels();
		final int[] b = (int[]) other.getPixels();
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
		return sum / a.length / 3;
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void sameTypeKeepsTheDisplayRange(final int bits) {
		final ImagePlus input = sample(bits);
		if (bits != 24) input.getProcessor().setColorModel(LutLoader.getLut("fire"));
		final ImagePlus result = run(input, QUICK + "type=same");
		assertEquals(bits, result.getBitDepth());
		assertEquals(input.getDisplayRangeMin(), result.getDisplayRangeMin(), 1e-6);
		assertEquals(input.getDisplayRangeMax(), result.getDisplayRangeMax(), 1e-6);
		assertEquals(input.getProcessor().getColorModel(), result.getProcessor().getColorModel());
		if (bits == 24) return;
		final double spread = input.getDisplayRangeMax() - input.getDisplayRangeMin();
		double difference = 0;
		for (int i = 0; i < 72 * 56; i++)
			difference += Math.abs(input.getProcessor().getf(i) - result.getProcessor().getf(i)) / spread / (72 * 56);
		assertTrue(difference > 0.001 && difference < 0.1, "mean difference " + difference);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void appliesTheLookupTable(final int bits) {
		final ImagePlus input = sample(bits);
		input.getProcessor().setColorModel(LutLoader.getLut("fire"));
		final int[] shown = (int[]) input.getProcessor().convertToRGB().getPixels();
		final int[] picture = (int[]) ImagePixels.toColour(new Planes(input, false, false).get(0).picture(new Rectangle(input
			.getWidth(), input.getHeight()))).getPixels();
		for (int i = 0; i < shown.length; i++)
			assertEquals(shown[i] & 0xffffff, picture[i] & 0xffffff);
	}

	@Test
	void theInfoReproducesTheResult() {
		final ImagePlus input = sample(24);
		final ImagePlus result = run(input, QUICK + "seed=5 layer=mixed3b");
		final String info = result.getInfoProperty();
		final String line = info.split("DeepDream parameters: ")[1].split("\n")[0];
		assertEquals(DreamParams.parse(QUICK + "seed=5 layer=mixed3b"), DreamParams.parse(line));
		assertTrue(info.contains("DeepDream seed: 5"));
		assertTrue(info.contains("475e0da7c6352aea145c3bb9cb5e1815110e904ecbe28a35fd91f553caf449d7"));
		assertTrue(info.contains("TensorFlow 2.18"));
		assertTrue(info.matches("(?s)DeepDream \\d+\\.\\d+.*"), info);
		assertArrayEquals((int[]) result.getProcessor().getPixels(), (int[]) run(input, line).getProcessor().getPixels());
	}

	/** Changing a parameter changes the result. */
	@ParameterizedTest
	@ValueSource(strings = { "layer=mixed3a", "channels=6", "objective=mean", "mode=naive tile=32", "tile=32", "octaves=1",
		"ratio=1.2", "iterations=3", "step=3", "normalise=mean", "smooth=3", "jitter=8", "seed=1", "type=same", "blend=0.5",
		"colours=original", "seamless=true" })
	void everyParameterHasAnEffect(final String option) {
		final ImagePlus input = sample(8);
		final String base = QUICK + "ratio=1.3 " + (option.startsWith("mode") ? "tile=32" : "");
		final ImagePlus a = run(input, base);
		DreamParams changed = DreamParams.parse(base);
		for (final String part : option.split(" "))
			changed = changed.with(Parameter.of(part.split("=")[0]), part.split("=")[1]);
		final ImagePlus b = DreamJob.run(input, changed, DreamListener.SILENT);
		if (a.getBitDepth() == b.getBitDepth()) assertNotEquals(0, meanDifference(a, b.getProcessor()));
		else assertEquals(8, b.getBitDepth());
	}

	@Test
	void modelAndNoiseSizeHaveAnEffect() throws Exception {
		final Path copy = folder.resolve("my net.pb");
		Files.copy(Path.of("models", "compact-inception", "compact-inception.pb"), copy);
		Files.writeString(folder.resolve("my net.properties"), "mean = 60, 117, 180\nlayer = mixed3b");
		final String options = "start=noise width=40 height=33 octaves=1 iterations=3 layer=mixed3b";
		final ImagePlus a = run(null, options);
		assertEquals(40, a.getWidth());
		assertEquals(33, a.getHeight());
		assertEquals("Dream of noise", a.getTitle());
		final ImagePlus b = run(null, options + " model=[" + copy + "]");
		assertNotEquals(0, meanDifference(a, b.getProcessor()));
		assertTrue(b.getInfoProperty().contains("DeepDream model: my net"));
	}

	@Test
	void savesTheResult() {
		for (final String name : new String[] { "a b.png", "c.tif", "d.jpg" }) {
			final Path file = folder.resolve(name);
			final ImagePlus result = run(sample(24), QUICK + "save=[" + file + "]");
			final ImagePlus read = IJ.openImage(file.toString());
			assertEquals(result.getWidth(), read.getWidth());
			if (!name.endsWith("jpg")) assertEquals(0, meanDifference(result, read.getProcessor()));
		}
		assertTrue(IJ.openImage(folder.resolve("c.tif").toString()).getInfoProperty().contains("DeepDream parameters:"));
	}

	@Test
	void errorsAreOneSentence() {
		final ImagePlus image = sample(24);
		assertTrue(errorMessage(image, "layer=mixed4q").contains("did you mean \"mixed4"));
		assertTrue(errorMessage(image, "layer=mixed4c channels=488").contains("0 to 487"));
		assertTrue(errorMessage(image, "model=nothing").contains("\"nothing\""));
		assertTrue(errorMessage(image, "save=/no/such/folder/x.png").contains("/no/such/folder"));
		assertTrue(errorMessage(image, "save=x.xyz").contains(".png"));
		assertTrue(errorMessage(null, "").contains("no image open"));
		assertTrue(errorMessage(new ImagePlus(), "").contains("no image open"));
		assertTrue(errorMessage(new ImagePlus("dot", new ColorProcessor(1, 1)), "").contains("1x1"));
		assertFalse(image.isLocked());
	}

	/** With a display, ImageJ's writers would open an error dialog and block. */
	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.tif", "a.jpg" })
	@Timeout(60)
	void aWriteErrorDoesNotLoseTheResult(final String name) throws Exception {
		final Path deleted = Files.createDirectory(folder.resolve("deleted"));
		final DreamListener deletesFolder = new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				if (done == 1) assertTrue(deleted.toFile().delete());
			}
		};
		final ImagePlus[] shown = new ImagePlus[1];
		assertThrows(DreamException.class, () -> DreamJob.run(sample(24), DreamParams.parse(QUICK + "save=[" + deleted.resolve(
			name) + "]"), deletesFolder, imp -> shown[0] = imp));
		assertEquals(72, shown[0].getWidth());
	}

	@Test
	void outOfMemoryIsReportedInOneSentence() {
		final DreamListener exhausted = new DreamListener() {

			@Override
			public boolean isCancelled() {
				throw new OutOfMemoryError("thrown by the test");
			}
		};
		final ImagePlus image = sample(24);
		assertTrue(assertThrows(DreamException.class, () -> DreamJob.run(image, DreamParams.parse(QUICK), exhausted))
			.getMessage().contains("smaller tile"));
		assertFalse(image.isLocked());
	}

	/** A black image, and a channel whose ReLU is zero everywhere. */
	@Test
	void aDeadReluIsReportedWithTheLayerBeforeIt() {
		final ImagePlus black = new ImagePlus("black", new ColorProcessor(64, 64));
		String sentence = null;
		for (int channel = 0; channel < 144 && sentence == null; channel++)
			try {
				run(black, "layer=mixed4d_3x3_bottleneck iterations=1 octaves=1 channels=" + channel);
			}
			catch (final DreamException exc) {
				sentence = exc.getMessage();
			}
		assertTrue(sentence != null && sentence.contains("zero everywhere") && sentence.contains(
			"mixed4d_3x3_bottleneck_pre_relu"), sentence);
	}

	@Test
	void cancellingBeforeTheFirstOctaveReturnsNull() {
		final DreamListener cancelling = new DreamListener() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertNull(DreamJob.run(sample(24), DreamParams.parse(QUICK), cancelling));
	}

	@Test
	void titleAndCalibrationOfACancelledDream() {
		final DreamListener cancelling = new DreamListener() {

			private int octave;

			@Override
			public boolean isCancelled() {
				return octave == 2;
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				this.octave = octave;
			}
		};
		final ImagePlus result = DreamJob.run(sample(24), DreamParams.parse("octaves=2 ratio=1.5 iterations=3"), cancelling);
		assertEquals("Dream of cells 1 (octave 1 of 2)", result.getTitle());
		assertEquals(48, result.getWidth());
		assertEquals(0.375, result.getCalibration().pixelWidth, 1e-9);
	}
}
