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

/**
 * Estimates how long a job will still take, from the rate of its steps.
 * <p>
 * In the first pass over the octaves the rate is that of the current octave, without
 * its first step: small octaves take longer for each pixel, and the first step of each
 * prepares the network for a new size. In a job of several passes, such as the slices
 * of a stack, it is the rate of all finished passes. What happens before the first
 * step, such as loading and compiling the network, is never counted.
 * </p>
 */
public final class RemainingTime {

	private Sample begin;
	private Sample passBegin;
	private Sample steady;
	private Sample last;
	private double rate;
	private int octave;
	private int step;

	/**
	 * Takes note of progress, as a {@link io.deepdream.params.DreamListener} reports it.
	 *
	 * @param done finished share of the job, 0..1
	 * @param octave current octave, from 1
	 * @param step current step of the octave, from 1
	 * @param now {@link System#nanoTime()}
	 */
	public void update(final double done, final int octave, final int step, final long now) {
		final Sample sample = new Sample(done, now);
		if (begin == null) begin = passBegin = last = sample;
		if (octave < this.octave) passBegin = last;
		if (octave != this.octave) steady = null;
		else if (step > this.step && steady == null) steady = last;
		this.octave = octave;
		this.step = step;
		last = sample;
		final Sample from = passBegin != begin ? begin : steady != null ? steady : rate == 0 ? begin : null;
		final Sample to = passBegin != begin ? passBegin : sample;
		if (from != null && to.done > from.done) rate = (to.done - from.done) / (to.time - from.time);
	}

	/** Seconds until the end; NaN while there is no step to estimate them from. */
	double seconds() {
		return rate == 0 ? Double.NaN : (1 - last.done) / rate / 1e9;
	}

	/** In words, such as "12 s left" or "3 min left"; empty while there is no step to estimate it from. */
	@Override
	public String toString() {
		final double seconds = seconds();
		if (Double.isNaN(seconds)) return "";
		return seconds >= 90 ? Math.round(seconds / 60) + " min left" : (int) Math.ceil(seconds) + " s left";
	}

	private static final class Sample {

		private final double done;
		private final long time;

		Sample(final double done, final long time) {
			this.done = done;
			this.time = time;
		}
	}
}
