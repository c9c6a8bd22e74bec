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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import io.deepdream.NoteTaker;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.image.ValueRange;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Task;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.MovieSettings;
import io.deepdream.params.settings.ObjectiveSettings;

import org.junit.jupiter.api.Test;

class ZoomMovieTest {

	private static final int WIDTH = 101;
	private static final int HEIGHT = 81;

	private final AveragingEngine engine = new AveragingEngine();

	/** A gray gradient with a bright spot that is two pixels wide. */
	private static Picture spot(final int centreX, final int centreY) {
		final Picture picture = Picture.create(WIDTH, HEIGHT);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++) {
			final double dx = i / 3 % WIDTH - centreX;
			final double dy = i / 3 / WIDTH - centreY;
			data[i] = (float) Math.rint(90 + 150 * Math.exp(-(dx * dx + dy * dy) / 2));
		}
		return picture;
	}

	private List<Picture> movie(final Picture first,
		final Picture last, final int number, final String options, final DreamListener listener)
	{
		final List<Picture> frames = new ArrayList<>();
		final DreamParams params = DreamParams.of(Task.MOVIE).withOptions(options);
		final Objective objective = new Objective(ObjectiveSettings.parse("cells", "0", ObjectiveType.MEAN), engine.layers());
		new ZoomMovie(engine, objective, DreamSettings.of(params), MovieSettings.of(params), new OriginalShares(0, false), listener, Long.MAX_VALUE).run(
			first, last, number, ValueRange.GREY_LEVELS, frames::add);
		return frames;
	}

	private static double[] centroid(final Picture picture) {
		final float[] data = picture.data();
		float max = 0;
		float min = 255;
		for (final float value : data) {
			max = Math.max(max, value);
			min = Math.min(min, value);
		}
		double sum = 0;
		double x = 0;
		double y = 0;
		for (int i = 0; i < data.length; i += 3) {
			final double weight = Math.max(0, data[i] - (min + max) / 2);
			sum += weight;
			x += weight * (i / 3 % WIDTH);
			y += weight * (i / 3 / WIDTH);
		}
		return new double[] { x / sum, y / sum };
	}

	/** An offset of half a pixel would move it by 1.7 pixels in the last frame. */
	@Test
	void theCentreStaysInPlaceForThirtyFrames() {
		final Picture first = spot(37, 29);
		final List<Picture> frames = movie(first, first, 1,
			"iterations=0 frames=30 zoom=1.05 rotate=4 centre=37,29", DreamListener.SILENT);
		assertEquals(30, frames.size());
		for (final Picture frame : frames) {
			assertEquals(37, centroid(frame)[0], 0.5);
			assertEquals(29, centroid(frame)[1], 0.5);
		}
		final float[] end = frames.get(29).data();
		// 1.05^30 = 4.3: a distance of one pixel from the centre becomes four
		assertEquals(first.data()[3 * (29 * WIDTH + 37)] - first.data()[3 * (29 * WIDTH + 38)],
			end[3 * (29 * WIDTH + 37)] - end[3 * (29 * WIDTH + 41)], 25);
	}

	@Test
	void theDefaultCentreIsTheCentreOfTheImage() {
		final Picture first = spot(50, 40);
		final Picture last = movie(first, first, 1, "iterations=0 frames=12 zoom=1.1", DreamListener.SILENT).get(11);
		assertArrayEquals(new double[] { 50, 40 }, centroid(last), 0.1);
	}

	/** The objective increases red without bound; the movie keeps its brightness. */
	@Test
	void brightnessDoesNotDrift() {
		final Picture first = spot(37, 29);
		for (final Picture frame : movie(first, first, 1,
			"frames=30 octaves=2 iterations=4 step=4 layer=cells", DreamListener.SILENT))
		{
			assertEquals(mean(first), mean(frame), 0.03 * mean(first));
			for (final float value : frame.data())
				assertTrue(value >= 0 && value <= 255 && value == Math.rint(value));
		}
	}

	private static double mean(final Picture picture) {
		double sum = 0;
		for (final float value : picture.data())
			sum += value;
		return sum / picture.data().length;
	}

	@Test
	void aContinuedMovieEqualsOneMadeInOneRun() {
		final Picture first = spot(60, 20);
		final String options = "octaves=2 iterations=2 rotate=2 jitter=3 seed=5 frames=";
		final List<Picture> whole = movie(first, first, 1, options + 5, DreamListener.SILENT);
		final List<Picture> beginning = movie(first, first, 1, options + 2, DreamListener.SILENT);
		final List<Picture> rest = movie(first, beginning.get(1), 3, options + 3, DreamListener.SILENT);
		for (int i = 0; i < 5; i++)
			assertArrayEquals(whole.get(i).data(), (i < 2 ? beginning.get(i) : rest.get(i - 2)).data());
	}

	@Test
	void progressIncreasesOverAllFramesAndNotesAreReportedOnce() {
		final NoteTaker notes = new NoteTaker();
		final List<Double> progress = new ArrayList<>();
		final Picture first = spot(60, 20);
		movie(first, first, 1, "frames=3 octaves=20 iterations=2", new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				progress.add(done);
			}

			@Override
			public void note(final String sentence) {
				notes.note(sentence);
			}
		});
		for (int i = 1; i < progress.size(); i++)
			assertTrue(progress.get(i) >= progress.get(i - 1));
		assertEquals(1, progress.get(progress.size() - 1), 1e-9);
		assertEquals(1, notes.notes().size(), String.valueOf(notes.notes()));
	}

	@Test
	void cancellingKeepsTheFinishedFrames() {
		final Picture first = spot(60, 20);
		final double[] done = { 0 };
		final List<Picture> frames = movie(first, first, 1, "frames=10 iterations=2", new DreamListener() {

				@Override
				public boolean isCancelled() {
					return done[0] > 0.35;
				}

				@Override
				public void progress(final double share, final int octave, final int octaves, final int step, final int steps,
					final double score)
				{
					done[0] = share;
				}
			});
		assertEquals(3, frames.size());
	}

	@Test
	void anInvalidCentreIsReportedInOneSentence() {
		final Picture first = spot(60, 20);
		for (final String centre : new String[] { "101,5", "5", "-1,5", "a,b" })
			assertTrue(assertThrows(DreamException.class, () -> movie(first, first, 1, "centre=" + centre,
				DreamListener.SILENT)).getMessage().contains("column from 0 to 100"));
	}
}
