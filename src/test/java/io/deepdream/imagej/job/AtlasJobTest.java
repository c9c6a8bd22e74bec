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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;

import io.deepdream.dream.ChannelRenderer.Origin;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.SystemSettings;
import io.deepdream.params.Task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasJobTest {

	private static final String QUICK = "layer=mixed4a channels=10-12 width=48 height=32 iterations=2 ";

	@TempDir
	Path folder;

	private int steps;

	@BeforeEach
	void useTemporaryCache() {
		System.setProperty(SystemSettings.CHANNELS, folder.toString());
	}

	@AfterEach
	void restoreCache() {
		System.clearProperty(SystemSettings.CHANNELS);
	}

	private ImagePlus atlas(final String options) {
		return AtlasJob.run(null, DreamParams.of(Task.ATLAS).withOptions(options), new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int all,
				final double score)
			{
				steps++;
			}
		}, image -> {});
	}

	private List<Path> cachedFiles() throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".png")).sorted().collect(Collectors.toList());
		}
	}

	@Test
	void oneSlicePerChannelLabelledWithItsScore() {
		final ImagePlus atlas = atlas(QUICK);
		assertEquals(3, atlas.getStackSize());
		assertEquals(48, atlas.getWidth());
		assertEquals("Channels of mixed4a", atlas.getTitle());
		assertTrue(atlas.getStack().getSliceLabel(2).matches("channel 11, score -?[\\d.e+-]+"), atlas.getStack()
			.getSliceLabel(2));
		assertTrue(atlas.getInfoProperty().contains("SHA-256"));
	}

	@Test
	void picturesAreCached() throws Exception {
		final ImagePlus first = atlas(QUICK);
		final int rendered = steps;
		assertTrue(rendered > 0);
		final ImagePlus second = atlas(QUICK);
		assertEquals(rendered, steps, "rendered again");
		for (int i = 1; i <= 3; i++) {
			assertArrayEquals((int[]) first.getStack().getPixels(i), (int[]) second.getStack().getPixels(i));
			assertEquals(first.getStack().getSliceLabel(i), second.getStack().getSliceLabel(i));
		}
		atlas(QUICK.replace("10-12", "12-13"));
		assertEquals(4, cachedFiles().size(), "channels are cached separately");
		atlas(QUICK + "seed=1");
		assertEquals(7, cachedFiles().size(), "other parameters have other cache entries");
	}

	@Test
	void progressIncludesCachedPictures() {
		atlas(QUICK);
		final List<Double> shares = new ArrayList<>();
		AtlasJob.run(null, DreamParams.of(Task.ATLAS).withOptions(QUICK.replace("10-12", "10-13")), new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int all,
				final double score)
			{
				shares.add(done);
			}
		}, image -> {});
		assertEquals(0.75, shares.get(0), 1e-9, "three of four channels are cached");
		assertEquals(1, shares.get(shares.size() - 1), 1e-9);
	}

	@Test
	void damagedCacheFilesAreRenderedAgain() throws Exception {
		final ImagePlus first = atlas(QUICK);
		Files.writeString(cachedFiles().get(0), "no picture");
		final ImagePlus second = atlas(QUICK);
		for (int i = 1; i <= 3; i++)
			assertArrayEquals((int[]) first.getStack().getPixels(i), (int[]) second.getStack().getPixels(i));
	}

	@Test
	void worksWithoutACacheFolder() throws Exception {
		final Path file = folder.resolve("file");
		Files.writeString(file, "");
		System.setProperty(SystemSettings.CHANNELS, file.toString());
		assertEquals(3, atlas(QUICK).getStackSize());
	}

	@Test
	void savesTheStack() {
		final Path file = folder.resolve("atlas.tif");
		atlas(QUICK + "save=" + file);
		assertEquals(3, IJ.openImage(file.toString()).getStackSize());
	}

	@Test
	void errorsAreOneSentence() {
		assertTrue(assertThrows(DreamException.class, () -> atlas("layer=mixed4a,mixed4b")).getMessage().contains(
			"give one"));
		assertTrue(assertThrows(DreamException.class, () -> atlas("layer=mixed4a channels=9999")).getMessage().contains(
			"no channel 9999"));
		assertTrue(assertThrows(DreamException.class, () -> atlas("tile=64")).getMessage().contains("does not belong"));
	}

	@Test
	void labelsShowTheNamesThatANetworkGivesToItsChannels() {
		final ChannelPicture picture = new ChannelPicture(1, new ByteProcessor(1, 1), 2, Origin.SAMPLE);
		assertEquals("channel 1 (distance 1), score 2.000, from a sample picture", picture.named(List.of("probability",
			"distance 1")).label());
		assertEquals("channel 1, score 2.000, from a sample picture", picture.named(List.of("probability")).label());
	}
}
