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
package io.deepdream.spark.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.spark.JobRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In local mode: what the job refuses, and what it states. */
class PictureJobTest {

	private static final String NETWORK = "/models/compact-inception/compact-inception.pb";
	private static final String ONE_STEP = "layer=mixed3a octaves=1 iterations=1 overlap=exact";
	private static final String DEAD_RELU = "layer=mixed4d_3x3_bottleneck octaves=1 iterations=1 channels=";

	@TempDir
	private Path folder;
	private Path in;
	private Path out;

	@BeforeEach
	void paths() {
		in = folder.resolve("in.png");
		out = folder.resolve("out.tif");
	}

	private void write(final BufferedImage image) throws IOException {
		assertTrue(ImageIO.write(image, "png", in.toFile()));
	}

	private void writeSky(final int width, final int height) throws IOException {
		write(SampleSky.draw(width, height).getBufferedImage());
	}

	private JobRun run(final Path target, final String... settings) {
		return JobRun.of(Stream.concat(Stream.of("picture", in.toString(), target.toString()), Stream.of(settings)).toArray(
			String[]::new));
	}

	private Set<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".crc")).collect(Collectors
				.toCollection(TreeSet::new));
		}
	}

	/** One sentence, exit code 2, and no file that was not there before. */
	private static void assertSentence(final String expected, final JobRun run) {
		assertEquals(2, run.code(), run.toString());
		assertEquals(1, run.errors().lines().count(), run.errors());
		assertTrue(run.errors().contains(expected) && run.errors().trim().endsWith("."), run.errors());
		assertFalse(run.output().contains("Octave"), run.output());
	}

	/** The input does not exist: a sentence on the setting comes before any look at it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"start=noise | start=noise cannot be used for a picture in blocks", //
		"guide=other.png | guide=other.png cannot be used for a picture in blocks", //
		"smooth=2 | smooth=2 cannot be used for a picture in blocks", //
		"variations=2 | variations=2 cannot be used for a picture in blocks", //
		"mode=naive | mode=naive cannot be used for a picture in blocks", //
		"slices=all | slices=all cannot be used for a picture in blocks", //
		"coherence=0.5 | coherence=0.5 cannot be used for a picture in blocks", //
		"edge=3 | edge=3 cannot be used for a picture in blocks", //
		"type=same | type=same cannot be used for a picture in blocks", //
		"output=in place | output=in place cannot be used for a picture in blocks", //
		"save=other.png | save=other.png cannot be used for a picture in blocks", //
		"optimizer=preconditioned | give optimizer=plain or momentum", //
		"block=63 | block=63 is not allowed: give a whole number from 64 to 8192", //
		"block=8193 | block=8193 is not allowed", //
		"block=512.5 | block=512.5 is not allowed", //
		"block=-512 | block=-512 is not allowed", //
		"block= | block= is not allowed", //
		"block=99999999999 | block=99999999999 is not allowed", //
		"checkpoint=0 | checkpoint=0 is not allowed: give a whole number from 1 to 1000", //
		"checkpoint=often | checkpoint=often is not allowed", //
		"blocks=512 | blocks", //
		"tile=16 | tile", //
	})
	void anImpossibleSettingIsRefusedBeforeAnyWork(final String setting, final String sentence) throws IOException {
		assertSentence(sentence, run(out, setting));
		assertEquals(Set.of(), files());
	}

	/** As the last of two settings of the plugin counts. */
	@Test
	void theLastOfTwoBlockSidesCounts() {
		assertSentence("block=1 is not allowed", run(out, "block=512", "block=1"));
	}

	@ParameterizedTest
	@CsvSource({ "out.tif,out.tif", "out.dzi,out.dzi", "out.dzi,out.html", "out,out/index.html" })
	void aResultThatExistsIsRefusedBeforeAnyWork(final String result, final String existing) throws IOException {
		final Path file = folder.resolve(existing);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "mine");
		final Set<String> before = files();
		assertSentence(file.getFileName() + " exists: choose another name, or delete it.", run(folder.resolve(result)));
		assertEquals("mine", Files.readString(file));
		assertEquals(before, files());
	}

	@Test
	void aResultOfAnUnknownFormatIsRefused() {
		assertSentence("out.png has a suffix of no format that is written", run(folder.resolve("out.png")));
	}

	@Test
	void anInputThatIsMissingIsNamed() {
		assertSentence(in.toString(), run(out));
	}

	@Test
	void anInputThatIsNoPictureIsNamed() throws IOException {
		Files.writeString(in, "no picture");
		assertSentence("in.png is neither TIFF, PNG, JPEG nor a Deep Zoom description", run(out));
		assertEquals(Set.of("in.png"), files());
	}

	@Test
	void aPictureThatIsTooSmallIsRefused() throws IOException {
		writeSky(5, 4);
		assertSentence("too small for layer mixed3a", run(out, "layer=mixed3a"));
		assertEquals(Set.of("in.png"), files());
	}

	/** A file is where the folder of the result would be. */
	@Test
	void aResultThatCannotBeWrittenIsRefused() throws IOException {
		writeSky(64, 48);
		Files.writeString(folder.resolve("file"), "");
		assertSentence(folder.resolve("file").toString(), run(folder.resolve("file").resolve("out.tif"), ONE_STEP.split(" ")));
		assertEquals(Set.of("file", "in.png"), files());
	}

	/** The limits of percentiles are those of the whole picture. */
	@Test
	void aNetworkThatNormalisesEachImageIsRefused() throws IOException {
		writeSky(64, 48);
		final Path network = Files.createDirectories(folder.resolve("network")).resolve("net.pb");
		try (InputStream graph = getClass().getResourceAsStream(NETWORK)) {
			Files.copy(graph, network);
		}
		Files.writeString(network.resolveSibling("net.properties"), "normalise-input=percentiles 1 99.8\n");
		assertSentence("normalises each image by all of its values", run(out, "model=" + network));
		assertEquals(Set.of("in.png", "network"), files());
	}

	/** A black picture, and a channel whose ReLU is zero everywhere in it. */
	@Test
	void aGradientThatIsZeroEverywhereIsReported() throws IOException {
		write(new BufferedImage(80, 72, BufferedImage.TYPE_INT_RGB));
		final String dead = DEAD_RELU + deadChannel();
		final JobRun run = run(out, dead.split(" "));
		assertSentence("The gradient of layer mixed4d_3x3_bottleneck is zero everywhere", run);
		assertTrue(run.errors().contains("mixed4d_3x3_bottleneck_pre_relu"), run.errors());
		assertEquals(Set.of("in.png"), files());
	}

	private static int deadChannel() {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			for (int channel = 0; channel < 144; channel++)
				try {
					deepDream.dream(Picture.create(80, 72), DreamParams.parse(DEAD_RELU + channel), DreamListener.SILENT);
				}
				catch (final DreamException exc) {
					return channel;
				}
		}
		throw new AssertionError("no channel is zero everywhere");
	}

	@ParameterizedTest
	@CsvSource({ "out.dzi,out.dzi;out.html;out_files;out_viewer", "out,out", "out.tif,out.tif" })
	void nothingButTheResultRemains(final String name, final String expected) throws IOException {
		writeSky(150, 110);
		final JobRun run = run(folder.resolve(name), ONE_STEP.split(" "));
		assertEquals(0, run.code(), run.toString());
		assertTrue(run.output().endsWith("Written: " + folder.resolve(name) + System.lineSeparator()), run.output());
		final Set<String> files = files();
		assertTrue(files.remove("in.png"));
		assertEquals(new TreeSet<>(List.of(expected.split(";"))), files);
		if (name.endsWith(".tif")) assertNotNull(ImageIO.read(folder.resolve(name).toFile()));
	}
}
