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
package io.deepdream.imagej;

import java.util.concurrent.CountDownLatch;

import ij.ImagePlus;
import ij.plugin.PlugIn;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.job.Job;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * The Dream command with a step that lasts as long as a test wants, by default the
 * first one of the second octave. Like a native call, it cannot be interrupted.
 */
public final class SlowDream implements PlugIn {

	static final String LABEL = "Slow Dream...";

	static volatile CountDownLatch begun;
	static volatile CountDownLatch end;
	static volatile int started;
	static volatile int slowOctave;

	static void reset() {
		begun = new CountDownLatch(1);
		end = new CountDownLatch(1);
		started = 0;
		slowOctave = 2;
	}

	@Override
	public void run(final String arg) {
		PluginRun.run(new CommandDescriptor("dream", LABEL, DreamParams.defaults(), SlowDream::dream));
	}

	private static ImagePlus dream(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Job.Display display)
	{
		started++;
		return DreamJob.run(input, params, new DreamListener() {

			@Override
			public boolean isCancelled() {
				return listener.isCancelled();
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				listener.progress(done, octave, octaves, step, steps, score);
				if (octave == slowOctave && begun.getCount() > 0) awaitEnd();
			}
		}, display);
	}

	private static void awaitEnd() {
		begun.countDown();
		while (end.getCount() > 0)
			try {
				end.await();
			}
			catch (final InterruptedException exc) {
				// a native call does not notice
			}
	}
}
