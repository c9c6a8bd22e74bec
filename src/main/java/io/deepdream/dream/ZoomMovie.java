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

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.deepdream.engine.GradientEngine;
import io.deepdream.image.ColourStatistics;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.image.Similarity;
import io.deepdream.image.ValueRange;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.ForwardingListener;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.MovieSettings;

/**
 * A zoom movie: each frame is the previous one, zoomed and rotated about a point,
 * and dreamed again. Every frame is matched to the mean colour and contrast of the
 * first. The original whose colours a frame keeps is the frame before, zoomed and rotated.
 * <p>
 * Frames are rounded to whole grey levels, and the seed of a frame depends on its
 * number. So a movie that is continued from its last frame equals one made at once.
 * </p>
 */
public final class ZoomMovie {

	/** Lower bound of the contrast of all frames, without which a dream on a flat picture would be invisible. */
	private static final double MIN_CONTRAST = 45;

	private final GradientEngine engine;
	private final Objective objective;
	private final DreamSettings settings;
	private final MovieSettings movie;
	private final OriginalShares shares;
	private final DreamListener listener;
	private final long availableBytes;

	/**
	 * @param shares what each frame takes of the frame before
	 * @param availableBytes native memory for the network
	 */
	public ZoomMovie(final GradientEngine engine, final Objective objective, final DreamSettings settings,
		final MovieSettings movie, final OriginalShares shares, final DreamListener listener, final long availableBytes)
	{
		this.engine = engine;
		this.objective = objective;
		this.settings = settings;
		this.movie = movie;
		this.shares = shares;
		this.listener = listener;
		this.availableBytes = availableBytes;
	}

	/**
	 * Makes the frames in the settings, or fewer if it is cancelled.
	 *
	 * @param first the movie's first frame, whose colour statistics are kept
	 * @param last its last frame, from which it continues; may be the first
	 * @param number the number of existing frames
	 * @param range to which the values of all frames are limited
	 * @param frames receives each new frame, in whole grey levels
	 * @throws DreamException if not even one frame can be made
	 */
	public void run(final Picture first, final Picture last, final int number, final ValueRange range,
		final Consumer<Picture> frames)
	{
		final double[] centre = movie.centre(last.width(), last.height());
		final Similarity motion = new Similarity(movie.zoom(), movie.degrees(), centre[0], centre[1]);
		final ColourStatistics statistics = ColourStatistics.of(first, MIN_CONTRAST);
		final FrameListener progress = new FrameListener(listener, movie.frames());
		Picture picture = last;
		for (int frame = 0; frame < movie.frames(); frame++) {
			if (listener.isCancelled()) return;
			progress.frame = frame;
			picture = motion.apply(picture);
			picture.clamp(range);
			try {
				picture = dream(picture, range, settings.withSeed(settings.seed() + number + frame), progress);
			}
			catch (final DreamException exc) {
				if (frame == 0) throw exc;
				listener.note(exc.getMessage() + " The movie ends with frame " + (number + frame) + ".");
				return;
			}
			if (picture == null) return;
			statistics.match(picture, range);
			picture.round();
			frames.accept(picture);
		}
	}

	/** Null if it was cancelled. */
	private Picture dream(final Picture picture, final ValueRange range, final DreamSettings frameSettings,
		final FrameListener progress)
	{
		if (settings.steps().count() == 0) {
			progress.progress(1, 1, 1, 0, 0, Double.NaN);
			return picture;
		}
		final Dream dream = new Dreamer(engine, objective, frameSettings, progress, availableBytes).fromPicture(picture, range);
		if (dream.cancelled()) return null;
		shares.apply(picture, dream.picture());
		return dream.picture();
	}

	/** One progress over all frames. Reports a note that every frame would repeat only once. */
	private static final class FrameListener extends ForwardingListener {

		private final int count;
		private final Set<String> reported = new HashSet<>();
		private int frame;

		FrameListener(final DreamListener listener, final int count) {
			super(listener);
			this.count = count;
		}

		@Override
		public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			super.progress((frame + done) / count, octave, octaves, step, steps, score);
		}

		/** Ignored, because every frame prepares the network, and the text would replace the progress of the movie. */
		@Override
		public void loading(final String what) {}

		@Override
		public void note(final String sentence) {
			if (reported.add(sentence)) super.note(sentence);
		}
	}
}
