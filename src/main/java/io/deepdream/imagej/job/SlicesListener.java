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

import java.util.HashSet;
import java.util.Set;

import io.deepdream.params.DreamListener;
import io.deepdream.params.ForwardingListener;

/** Combines the progress of several planes into one, and forwards each distinct note once. */
final class SlicesListener extends ForwardingListener {

	private final int count;
	private final Set<String> reported = new HashSet<>();
	private int finished;
	private boolean begun;

	SlicesListener(final DreamListener listener, final int count) {
		super(listener);
		this.count = count;
	}

	/** @param index of the plane, from 0 */
	void begin(final int index) {
		finished = index;
		begun = false;
		if (count > 1) slice(index + 1, count);
	}

	/** Whether the network has been run on the current plane. */
	boolean begun() {
		return begun;
	}

	/** Counts the current plane as finished. */
	void skip() {
		super.progress((finished + 1.0) / count, 1, 1, 1, 1, Double.NaN);
	}

	@Override
	public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{
		begun |= done > 0;
		super.progress((finished + done) / count, octave, octaves, step, steps, score);
	}

	@Override
	public void note(final String sentence) {
		if (reported.add(sentence)) super.note(sentence);
	}
}
