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
package io.deepdream.params;

/**
 * Receives the progress of a dream and can cancel it. All methods are called on the
 * thread that runs the dream.
 */
public interface DreamListener {

	/** Ignores everything and never cancels. */
	DreamListener SILENT = new DreamListener() {};

	/** Cancels with another listener and reports nothing to it, for parts of a task whose progress is counted otherwise. */
	static DreamListener cancelledBy(final DreamListener other) {
		return new DreamListener() {

			@Override
			public boolean isCancelled() {
				return other.isCancelled();
			}
		};
	}

	/**
	 * Called before each tile; true cancels the dream.
	 */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * Called before the first step, and after each tile.
	 *
	 * @param done share of the whole job, 0..1, not decreasing, 1 at the end
	 * @param octave the current octave, from 1
	 * @param octaves the number of octaves
	 * @param step the current step within the octave, from 1
	 * @param steps steps per octave
	 * @param score the objective before the last finished step of this octave
	 *          (NaN while there is none)
	 */
	default void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{}

	/**
	 * Called before each plane of a job that dreams several; {@link #progress} refers to
	 * the whole job.
	 *
	 * @param number the plane, from 1
	 */
	default void slice(final int number, final int count) {}

	/** Called before an operation of some seconds that precedes the first progress, such as "loading TensorFlow...". */
	default void loading(final String what) {}

	/** Reports something that is not an error, as one sentence for the user. */
	default void note(final String sentence) {}
}
