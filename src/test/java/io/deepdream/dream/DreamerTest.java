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
package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import io.deepdream.NoteTaker;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.HaloSettings;
import io.deepdream.params.settings.ObjectiveSettings;
import io.deepdream.params.settings.TileSettings;

import org.junit.jupiter.api.Test;

/** The algorithm on a network whose gradient is known analytically. */
class DreamerTest {

	private final AveragingEngine engine = new AveragingEngine();
	private long available = Long.MAX_VALUE;

	private static Picture gray(final int w, final int h) {
		final Picture picture = Picture.create(w, h);
		java.util.Arrays.fill(picture.data(), 100);
		return picture;
	}

	private Objective objective() {
		return new Objective(ObjectiveSettings.parse("cells", "0", ObjectiveType.MEAN), engine.layers());
	}

	private Dreamer dreamer(final String options, final DreamListener listener) {
		return new Dreamer(engine, objective(), DreamSettings.of(DreamParams.parse(options)), listener, available);
	}

	/**
	 * The gradient is a for red and 0 otherwise: its standard deviation is a * sqrt(2)/3
	 * and its mean absolute value a/3, so that a step of 1 changes red by 3/sqrt(2), or
	 * by 3.
	 */
	@Test
	void aStepIsDividedByTheChosenNormalisation() {
		for (final String[] expected : new String[][] { { "std", "2.12132" }, { "mean", "3" } }) {
			final Picture base = gray(16, 12);
			final Dream dream = dreamer("octaves=1 iterations=4 step=1 normalise=" + expected[0], DreamListener.SILENT)
				.fromPicture(base);
			final float[] data = dream.picture().data();
			for (int i = 0; i < data.length; i++)
				assertEquals(i % 3 == 0 ? 100 + 4 * Double.parseDouble(expected[1]) : 100, data[i], 2e-3);
			assertEquals(100, base.data()[0], "the input is not modified");
		}
	}

	@Test
	void detailIsAddedBackInEachOctave() {
		final Dream dream = dreamer("octaves=3 ratio=1.5 iterations=2 step=1 normalise=mean", DreamListener.SILENT)
			.fromPicture(gray(48, 36));
		assertEquals(3, dream.octaves());
		assertEquals(100 + 3 * 2 * 3, dream.picture().data()[0], 1e-2);
		assertEquals(6, dream.scores().size());
	}

	@Test
	void imagesAreClippedAndNoiseIsNot() {
		final Dream dream = dreamer("octaves=1 iterations=100 step=5", DreamListener.SILENT).fromPicture(gray(8, 8));
		assertEquals(255, dream.picture().data()[0]);
		final Dream noise = dreamer("start=noise width=8 height=8 octaves=1 iterations=100 step=5", DreamListener.SILENT)
			.fromNoise();
		final List<Double> scores = noise.scores();
		assertTrue(scores.get(99) > 16 * 255, "the ascent is not bounded: " + scores.get(99));
		assertEquals(100.5 * 16, scores.get(0), 8);
	}

	@Test
	void theSeedDeterminesTheNoise() {
		final String options = "start=noise width=9 height=7 octaves=1 iterations=1 seed=";
		final float[] a = dreamer(options + 1, DreamListener.SILENT).fromNoise().picture().data();
		assertArrayEquals(a, dreamer(options + 1, DreamListener.SILENT).fromNoise().picture().data());
		assertFalse(java.util.Arrays.equals(a, dreamer(options + 2, DreamListener.SILENT).fromNoise().picture().data()));
	}

	@Test
	void progressIncreasesAndEndsAtOne() {
		final List<Double> progress = new ArrayList<>();
		dreamer("octaves=3 iterations=5 tile=32", new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				if (!progress.isEmpty()) assertTrue(done > progress.get(progress.size() - 1));
				progress.add(done);
			}
		}).fromPicture(gray(100, 70));
		assertEquals(1, progress.get(progress.size() - 1));
	}

	/** Cancels before the n-th tile. */
	private static DreamListener cancelAfter(final int tiles) {
		return new DreamListener() {

			private int calls;

			@Override
			public boolean isCancelled() {
				return calls++ >= tiles;
			}
		};
	}

	@Test
	void cancellingReturnsTheLastFinishedOctaveOrNothing() {
		final String options = "mode=naive octaves=3 ratio=2 iterations=5";
		final Dream nothing = dreamer(options, cancelAfter(4)).fromPicture(gray(64, 48));
		assertTrue(nothing.cancelled());
		assertNull(nothing.picture());
		final Dream first = dreamer(options, cancelAfter(7)).fromPicture(gray(64, 48));
		assertTrue(first.cancelled());
		assertEquals(1, first.octavesDone());
		assertEquals(16, first.picture().width());
		assertEquals(12, first.picture().height());
		assertFalse(dreamer(options, cancelAfter(15)).fromPicture(gray(64, 48)).cancelled());
	}

	@Test
	void tinyOctavesAreSkippedWithANote() {
		final NoteTaker taker = new NoteTaker();
		final Dream dream = dreamer("octaves=10 ratio=2 iterations=1", taker).fromPicture(gray(40, 28));
		assertEquals(2, dream.octaves());
		assertEquals(1, taker.notes().size());
		assertTrue(taker.notes().get(0).contains("Of 10 octaves only 2"), taker.notes().get(0));
	}

	@Test
	void anImageTooSmallForTheLayerIsRefused() {
		final String sentence = assertThrows(DreamException.class, () -> dreamer("", DreamListener.SILENT).fromPicture(
			gray(1, 1))).getMessage();
		assertTrue(sentence.contains("1x1") && sentence.contains("cells"), sentence);
	}

	@Test
	void naiveModeWithoutEnoughMemoryIsRefusedBeforeItStarts() {
		available = 100L * 100 * AveragingEngine.BYTES_PER_PIXEL;
		dreamer("mode=naive iterations=1", DreamListener.SILENT).fromPicture(gray(100, 100));
		final DreamListener failing = new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				throw new AssertionError("the dream started");
			}
		};
		final String sentence = assertThrows(DreamException.class, () -> dreamer("mode=naive", failing).fromPicture(gray(101,
			100))).getMessage();
		assertTrue(sentence.contains("101x100") && sentence.contains("1 MB") && sentence.contains("mode=tiled"), sentence);
	}

	@Test
	void tilesShrinkAutomaticallyWithANote() {
		available = 70L * 70 * AveragingEngine.BYTES_PER_PIXEL;
		final NoteTaker listener = new NoteTaker();
		dreamer("tile=256 overlap=0 octaves=1 iterations=1", listener).fromPicture(gray(300, 200));
		assertEquals(1, listener.notes().size());
		assertTrue(listener.notes().get(0).contains("64 pixels") && listener.notes().get(0).contains("256"), listener.notes()
			.get(0));
		available = 20L * 20 * AveragingEngine.BYTES_PER_PIXEL;
		assertThrows(DreamException.class, () -> dreamer("tile=256 overlap=0", listener).fromPicture(gray(300, 200)));
	}

	/** Fails before the n-th tile. */
	private static NoteTaker failAfter(final int tiles, final Runnable error) {
		return new NoteTaker() {

			private int calls;

			@Override
			public boolean isCancelled() {
				if (calls++ >= tiles) error.run();
				return false;
			}
		};
	}

	@Test
	void anErrorInALaterOctaveKeepsTheFinishedOne() {
		final NoteTaker taker = failAfter(7, () -> {
			throw new DreamException("The gradient failed.");
		});
		final Dream dream = dreamer("mode=naive octaves=3 ratio=2 iterations=5", taker).fromPicture(gray(64, 48));
		assertEquals(1, dream.octavesDone());
		assertTrue(taker.notes().get(0).startsWith("The gradient failed. The last finished octave, 1 of 3"), taker.notes()
			.toString());
	}

	@Test
	void anOutOfMemoryErrorKeepsTheLastFinishedOctave() {
		final Runnable exhausted = () -> {
			throw new OutOfMemoryError("thrown by the test");
		};
		final NoteTaker taker = failAfter(7, exhausted);
		final String options = "mode=naive octaves=3 ratio=2 iterations=5";
		final Dream dream = dreamer(options, taker).fromPicture(gray(64, 48));
		assertEquals(1, dream.octavesDone());
		assertEquals(16, dream.picture().width());
		assertTrue(taker.notes().get(0).contains("octave 2 of 3") && taker.notes().get(0).contains("kept"), taker.notes()
			.toString());
		final String sentence = assertThrows(DreamException.class, () -> dreamer(options, failAfter(2, exhausted))
			.fromPicture(gray(64, 48))).getMessage();
		assertTrue(sentence.contains("smaller tile"), sentence);
	}

	/** A side of 776 is divided into two tiles of 452 pixels; the previous octave of 554 is one tile and needs more memory. */
	@Test
	void theTileFitsInEveryOctave() {
		final Objective objective = objective();
		final long limit = 460L * 460 * AveragingEngine.BYTES_PER_PIXEL;
		final Size small = new Size(554, 554);
		final Size full = new Size(776, 776);
		final TileSettings settings = TileSettings.tiled(512, HaloSettings.ofPixels(64));
		assertEquals(512, new TilePlan(engine, objective, settings, List.of(full), limit).side());
		assertEquals(256, new TilePlan(engine, objective, settings, List.of(small, full), limit).side());
	}
}
