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
package io.deepdream.spark.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Set;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.filter.AVI_Writer;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.spark.JobRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In local mode. */
class ImagesJobTest {

	private static final String[] FEW_STEPS = { "octaves=2", "iterations=2" };

	@TempDir
	private Path folder;
	private Path in;
	private Path out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
	}

	private JobRun run(final String... settings) {
		return runOn(in.toString(), settings);
	}

	private JobRun runOn(final String input, final String... settings) {
		final String[] args = new String[3 + settings.length];
		args[0] = "images";
		args[1] = input;
		args[2] = out.toString();
		System.arraycopy(settings, 0, args, 3, settings.length);
		return JobRun.of(args);
	}

	private void assertError(final String expected, final JobRun run) {
		assertEquals(2, run.code(), run.toString());
		assertEquals(1, run.errors().lines().count(), run.errors());
		assertTrue(run.errors().contains(expected), run.errors());
	}

	/** 16 bits, with a lookup table's range, calibration and information about the image. */
	private void writeSixteenBits(final Path file) {
		final ShortProcessor ip = new ShortProcessor(60, 44);
		for (int i = 0; i < 60 * 44; i++)
			ip.set(i, 1000 + 37 * i % 3000);
		final ImagePlus image = new ImagePlus(file.getFileName().toString(), ip);
		image.setDisplayRange(900, 4200);
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = 0.25;
		image.setProperty("Info", "Microscope: a test");
		assertTrue(new FileSaver(image).saveAsTiff(file.toString()));
	}

	@Test
	void resultsAreThoseOfTheCommandLine() throws IOException {
		ImageIO.write(TestImages.waves(64, 48, 1), "png", in.resolve("a.png").toFile());
		ImageIO.write(TestImages.waves(50, 60, 2), "jpg", in.resolve("b c.jpg").toFile());
		writeSixteenBits(in.resolve("d.tif"));
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), "octaves=2", "iterations=2", "type=same");
		Files.writeString(in.resolve("readme.txt"), "text");
		final JobRun run = run("octaves=2", "iterations=2", "type=same");
		assertEquals(0, run.code(), run.toString());
		assertTrue(run.output().contains("Not images: readme.txt"), run.output());
		TestImages.assertSame(folder.resolve("expected"), out);
		assertEquals(Set.of("a.png", "b c.png", "d.tif"), TestImages.names(out));
		final ImagePlus tiff = ImageFiles.open(out.resolve("d.tif").toString());
		assertTrue(tiff.getInfoProperty().contains("DeepDream source: d.tif"), tiff.getInfoProperty());
	}

	@Test
	void aPatternChoosesImages() throws IOException {
		TestImages.write(in, 12, 48, 40);
		final JobRun run = runOn(in + "/image1*.png", FEW_STEPS);
		assertEquals(0, run.code(), run.toString());
		assertEquals(Set.of("image10.png", "image11.png"), TestImages.names(out));
	}

	@Test
	void framesOfAStackAreThoseOfTheCommandLine() throws IOException {
		final ImageStack stack = new ImageStack(56, 48);
		for (int i = 0; i < 3; i++)
			stack.addSlice("frame " + i, new ColorProcessor(TestImages.waves(56, 48, i)));
		final Path tiff = in.resolve("stack.tif");
		assertTrue(new FileSaver(new ImagePlus("stack.tif", stack)).saveAsTiff(tiff.toString()));
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), "octaves=2", "iterations=2", "slices=all");
		final JobRun run = runOn(tiff.toString(), FEW_STEPS);
		assertEquals(0, run.code(), run.toString());
		assertFrames(ImageFiles.open(folder.resolve("expected").resolve("stack.tif").toString()), "stack-%05d.tif");
	}

	@Test
	void framesOfAHyperstackHaveAllItsChannels() throws IOException {
		final ImagePlus image = IJ.createHyperStack("stack.tif", 48, 40, 2, 2, 2, 16);
		for (int i = 1; i <= image.getStackSize(); i++)
			for (int p = 0; p < 48 * 40; p++)
				image.getStack().getProcessor(i).set(p, 100 * i + 53 * p % 2000);
		final Path tiff = in.resolve("stack.tif");
		assertTrue(new FileSaver(image).saveAsTiff(tiff.toString()));
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), "octaves=2", "iterations=2", "slices=all", "type=same");
		final JobRun run = runOn(tiff.toString(), "octaves=2", "iterations=2", "type=same");
		assertEquals(0, run.code(), run.toString());
		assertFrames(ImageFiles.open(folder.resolve("expected").resolve("stack.tif").toString()), "stack-%05d.tif");
	}

	@Test
	void framesOfAFilmAreThoseOfTheCommandLine() throws IOException {
		final ImageStack stack = new ImageStack(64, 48);
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ColorProcessor(TestImages.waves(64, 48, i)));
		final Path film = in.resolve("film.avi");
		new AVI_Writer().writeImage(new ImagePlus("film", stack), film.toString(), AVI_Writer.JPEG_COMPRESSION, 90);
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), "octaves=2", "iterations=2", "slices=all");
		final JobRun run = runOn(film.toString(), FEW_STEPS);
		assertEquals(0, run.code(), run.toString());
		assertFrames(ImageFiles.open(folder.resolve("expected").resolve("film.tif").toString()), "film-%05d.png");
	}

	private void assertFrames(final ImagePlus expected, final String pattern) throws IOException {
		final int channels = expected.getNChannels();
		final int frames = expected.getStackSize() / channels;
		assertEquals(frames, TestImages.names(out).size());
		for (int frame = 0; frame < frames; frame++) {
			final ImagePlus actual = ImageFiles.open(out.resolve(String.format(pattern, frame + 1)).toString());
			assertEquals(channels, actual.getStackSize());
			for (int c = 1; c <= channels; c++)
				assertEquals(Arrays.toString(ints(expected, channels * frame + c)), Arrays.toString(ints(actual, c)));
		}
	}

	private static int[] ints(final ImagePlus image, final int index) {
		final int[] values = new int[image.getWidth() * image.getHeight()];
		for (int i = 0; i < values.length; i++)
			values[i] = image.getStack().getProcessor(index).get(i);
		return values;
	}

	@Test
	void aSecondStartDreamsWhatIsMissing() throws IOException {
		TestImages.write(in, 3, 48, 40);
		assertEquals(0, run(FEW_STEPS).code());
		final byte[] before = Files.readAllBytes(out.resolve("image01.png"));
		Files.delete(out.resolve("image01.png"));
		// what a killed process leaves
		Files.writeString(out.resolve(".incomplete-x-image01.png"), "half");
		final FileTime old = FileTime.fromMillis(1_000_000_000_000L);
		for (final String name : TestImages.names(out))
			Files.setLastModifiedTime(out.resolve(name), old);
		final JobRun run = run(FEW_STEPS);
		assertEquals(0, run.code(), run.toString());
		assertTrue(run.output().contains("1 of 3 dreamed, 2 existed, 0 failed"), run.output());
		assertArrayEquals(before, Files.readAllBytes(out.resolve("image01.png")));
		assertEquals(old, Files.getLastModifiedTime(out.resolve("image00.png")));
		assertEquals(old, Files.getLastModifiedTime(out.resolve("image02.png")));
		assertTrue(Files.notExists(out.resolve(".incomplete-x-image01.png")));
	}

	@Test
	void aDamagedImageFailsAlone() throws IOException {
		TestImages.write(in, 3, 48, 40);
		final byte[] whole = Files.readAllBytes(in.resolve("image01.png"));
		Files.write(in.resolve("image01.png"), Arrays.copyOf(whole, whole.length / 2));
		final JobRun run = run(FEW_STEPS);
		assertEquals(1, run.code(), run.toString());
		assertEquals(Set.of("image00.png", "image02.png"), TestImages.names(out));
		assertEquals(1, run.output().lines().filter(line -> line.startsWith("image01.png: The file is damaged, or not an image"))
			.count(), run.output());
		assertTrue(run.output().contains("2 of 3 dreamed, 0 existed, 1 failed"), run.output());
	}

	@Test
	void aNetworkByItsPathComputesTheSame() throws IOException {
		TestImages.write(in, 1, 48, 40);
		final Path network = folder.resolve("my network.pb");
		try (var graph = getClass().getResourceAsStream("/models/compact-inception/compact-inception.pb")) {
			Files.copy(graph, network);
		}
		final String[] settings = { "octaves=2", "iterations=2", "model=" + network, "layer=mixed4a" };
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), settings);
		final JobRun run = run(settings);
		assertEquals(0, run.code(), run.toString());
		TestImages.assertSame(folder.resolve("expected"), out);
	}

	@Test
	void aGuideIsCopiedToTheExecutors() throws IOException {
		TestImages.write(in, 1, 48, 40);
		final Path guide = folder.resolve("guide.png");
		ImageIO.write(TestImages.waves(64, 64, 20), "png", guide.toFile());
		final String[] settings = { "octaves=2", "iterations=2", "guide=" + guide };
		TestImages.dreamOnOneMachine(in, folder.resolve("expected"), settings);
		final JobRun run = run(settings);
		assertEquals(0, run.code(), run.toString());
		TestImages.assertSame(folder.resolve("expected"), out);
	}

	@Test
	void otherSettingsNeedAnotherFolder() throws IOException {
		TestImages.write(in, 1, 48, 40);
		assertEquals(0, run(FEW_STEPS).code());
		assertError("results of other settings (iterations=2)", run("octaves=2", "iterations=3"));
	}

	@Test
	void foreignFilesAreNotTakenForResults() throws IOException {
		TestImages.write(in, 1, 48, 40);
		TestImages.write(out, 1, 48, 40);
		assertError("contains files that this job has not made, such as image00.png", run(FEW_STEPS));
	}

	@Test
	void outputMustBeAFolderThatCanBeWritten() throws IOException {
		TestImages.write(in, 1, 48, 40);
		Files.writeString(out, "a file");
		assertError("is a file: give a folder", run(FEW_STEPS));
		out = out.resolve("below");
		assertError("cannot be written", run(FEW_STEPS));
	}

	@Test
	void resultsReplaceNoInput() throws IOException {
		TestImages.write(in, 1, 48, 40);
		out = in;
		assertError("The result of image00.png would replace an input", run(FEW_STEPS));
	}

	@Test
	void imagesWithTheSameResultAreRefused() throws IOException {
		TestImages.write(in, 1, 48, 40);
		ImageIO.write(TestImages.waves(64, 48, 1), "jpg", in.resolve("image00.jpg").toFile());
		assertError("image00.jpg and image00.png would both have the result image00.png", run(FEW_STEPS));
	}

	@Test
	void settingsWithoutMeaningAreRefused() throws IOException {
		TestImages.write(in, 1, 48, 40);
		assertError("save=...", run("save=/tmp/x.png"));
		assertError("start=noise", run("start=noise"));
		assertError("coherence=0.5", run("coherence=0.5"));
		assertError("output=[in place]", run("output=in place"));
		assertError("no-such-layer", run("layer=no-such-layer"));
		assertError("There are no files at", runOn(folder.resolve("none").toString()));
		assertError("There is no network or file \"none.pb\"", run("model=none.pb"));
		assertEquals(Set.of(), TestImages.names(out));
	}
}
