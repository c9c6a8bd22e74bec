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
package io.deepdream.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a simulated clock. */
class RemainingTimeTest {

	/** Loading, compiling and checking the network, before the first step. */
	private static final double PREPARATION = 30;
	private static final double RATIO = 1.4;

	/** A step's report. */
	private static final class Report {

		private final double done;
		private final int octave;
		private final int step;
		private final double seconds;

		Report(final double done, final int octave, final int step, final double seconds) {
			this.done = done;
			this.octave = octave;
			this.step = step;
			this.seconds = seconds;
		}
	}

	/**
	 * A dream whose first octaves are slower for each pixel than the last one.
	 *
	 * @param passes slices or frames
	 * @param slowness of the first octave, for each pixel, relative to the last
	 * @param first seconds that the first step of an octave takes in addition
	 * @param each seconds of a step of the last octave
	 */
	private static List<Report> dream(final int passes, final int octaves, final int steps, final double slowness,
		final double first, final double each)
	{
		final double[] pixels = new double[octaves];
		Arrays.setAll(pixels, i -> Math.pow(RATIO, -2 * (octaves - 1 - i)));
		final double all = Arrays.stream(pixels).sum() * steps * passes;
		final List<Report> reports = new ArrayList<>();
		double done = 0;
		double time = PREPARATION;
		for (int pass = 0; pass < passes; pass++)
			for (int octave = 1; octave <= octaves; octave++) {
				final double share = octaves == 1 ? 0 : (double) (octaves - octave) / (octaves - 1);
				if (octave == 1) reports.add(new Report(done / all, 1, 1, time));
				for (int step = 1; step <= steps; step++) {
					done += pixels[octave - 1];
					time += each * pixels[octave - 1] * Math.pow(slowness, share) + (step == 1 ? first : 0);
					reports.add(new Report(done / all, octave, step, time));
				}
			}
		return reports;
	}

	private static void requireWithinFactor(final double factor, final List<Report> reports) {
		final RemainingTime remaining = new RemainingTime();
		final double end = reports.get(reports.size() - 1).seconds;
		int judged = 0;
		for (final Report report : reports) {
			remaining.update(report.done, report.octave, report.step, (long) (report.seconds * 1e9));
			// rounding leaves a trace of the job to do after its end
			if (report.done < 0.1 || report.done > 1 - 1e-9) continue;
			judged++;
			final double truth = end - report.seconds;
			assertTrue(remaining.seconds() < truth * factor && remaining.seconds() > truth / factor, "octave " + report.octave +
				", step " + report.step + ", " + report.done + ": " + remaining.seconds() + " s instead of " + truth);
		}
		assertTrue(judged > 0.3 * reports.size(), judged + " of " + reports.size());
	}

	@ParameterizedTest
	@CsvSource({
		// passes, octaves, steps, slowness, first, each
		"1, 1, 10, 1, 0, 1", //
		"1, 4, 10, 1, 0, 0.5", //
		"1, 4, 10, 1.5, 0.1, 0.5", //
		"1, 4, 20, 2, 0.3, 1", //
		"1, 6, 25, 2, 0.2, 2", //
		"30, 3, 5, 1.5, 0.05, 0.5", //
		"2, 4, 10, 1.5, 0.1, 0.5", //
		"5, 1, 10, 1, 0.2, 0.3" })
	void isWithinHalfOfTheTruthFromATenthOn(final int passes, final int octaves, final int steps, final double slowness,
		final double first, final double each)
	{
		requireWithinFactor(1.5, dream(passes, octaves, steps, slowness, first, each));
	}

	/** A default dream of 1024x768 pixels, GoogLeNet to mixed4c, two cores: milliseconds of its steps as measured. */
	@Test
	void isWithinHalfOfTheTruthForAMeasuredDream() {
		final int[][] octaves = { { 1208, 105, 89, 92, 72, 71, 74, 71, 71, 72 }, { 222, 137, 136, 133, 133, 135, 139, 143, 134,
			156 }, { 385, 264, 275, 266, 267, 266, 267, 265, 262, 270 }, { 647, 538, 534, 547, 532, 529, 532, 538, 546, 546 } };
		final double[] pixels = { 373 * 279, 522 * 391, 731 * 548, 2 * 576 * 768 };
		final double all = 10 * Arrays.stream(pixels).sum();
		final List<Report> reports = new ArrayList<>();
		double done = 0;
		double time = PREPARATION;
		reports.add(new Report(0, 1, 1, time));
		for (int octave = 0; octave < octaves.length; octave++)
			for (int step = 0; step < 10; step++) {
				done += pixels[octave];
				time += octaves[octave][step] / 1000.0;
				reports.add(new Report(done / all, octave + 1, step + 1, time));
			}
		requireWithinFactor(1.5, reports);
	}

	@Test
	void isEmptyBeforeTheFirstStep() {
		final RemainingTime remaining = new RemainingTime();
		assertEquals("", remaining.toString());
		remaining.update(0, 1, 1, 1_000_000_000_000L);
		assertEquals("", remaining.toString());
	}

	@ParameterizedTest
	@CsvSource({ "0.5,10,10 s left", "0.25,60,3 min left", "1,77,0 s left", "0.9,9.5,2 s left" })
	void isToldInSecondsOrMinutes(final double done, final double seconds, final String expected) {
		final RemainingTime remaining = new RemainingTime();
		remaining.update(0, 1, 1, 1000);
		remaining.update(done, 1, 1, 1000 + (long) (seconds * 1e9));
		assertEquals(expected, remaining.toString());
	}
}
