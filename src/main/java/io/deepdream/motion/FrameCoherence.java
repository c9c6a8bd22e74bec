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
package io.deepdream.motion;

import java.util.HashMap;
import java.util.Map;

import io.deepdream.image.ParallelChunks;
import io.deepdream.image.Picture;
import io.deepdream.image.ValueRange;

/**
 * Coherence of the frames of a film, against flicker: the detail that a dream added to a
 * frame is carried along the motion into the next frame, where the dream starts with it.
 * What was not visible before is dreamed anew.
 *
 * <pre>
 * FrameCoherence.Frame frame = coherence.frame(i, i - 1, input);
 * Picture result = frame.finish(dream(frame.start()));
 * </pre>
 */
public final class FrameCoherence {

	private final double share;
	private final Map<Integer, Detail> details = new HashMap<>();

	/**
	 * @param share of the detail that is carried, from 0 to 1; 0 = frames are independent
	 * @throws io.deepdream.params.DreamException if the library of optical flow is not
	 *          installed
	 */
	public FrameCoherence(final double share) {
		this.share = share;
		// before the first frame is dreamed, which can take minutes
		if (share > 0) FlowLibrary.get();
	}

	/**
	 * Prepares a frame.
	 *
	 * @param index of the frame
	 * @param before index of the frame before; its detail is not retained any longer
	 */
	public Frame frame(final int index, final int before, final Picture input) {
		return new Frame(index, input, details.remove(before));
	}

	/** What is retained of a frame. */
	private static final class Detail {

		final Luminance input;
		/** Dream minus input. */
		final float[] values;

		Detail(final Luminance input, final float[] values) {
			this.input = input;
			this.values = values;
		}
	}

	/** A frame while it is dreamed. */
	public final class Frame {

		private final int index;
		private final Picture input;
		private final Luminance luminance;
		private final Picture start;
		/** Of each pixel, from 0, dreamed anew, to 1; null if nothing is carried. */
		private final float[] visible;

		private Frame(final int index, final Picture input, final Detail before) {
			this.index = index;
			this.input = input;
			luminance = share == 0 ? null : Luminance.of(input, Motion.MAX_PIXELS);
			if (before == null) {
				start = input;
				visible = null;
			}
			else {
				final Motion motion = Motion.between(before.input, luminance, input.size());
				visible = motion.visible();
				start = start(motion.carry(before.values));
			}
		}

		private Picture start(final float[] carried) {
			final Picture sum = input.copy();
			final float[] values = sum.data();
			final int channels = input.channels();
			ParallelChunks.each(visible.length, channels, (from, to) -> {
				for (int i = from; i < to; i++)
					for (int k = i * channels; k < (i + 1) * channels; k++)
						values[k] += (float) share * visible[i] * carried[k];
			});
			sum.clamp(ValueRange.including(input));
			return sum;
		}

		/** What the dream starts with: the input and the carried share of detail. */
		public Picture start() {
			return start;
		}

		/**
		 * Completes the frame. The dream's change to {@link #start()} counts only as much as
		 * keeps the detail as strong as that change. So flicker decreases, and detail neither
		 * fades nor accumulates from frame to frame.
		 *
		 * @param dream of {@link #start()}
		 */
		public Picture finish(final Picture dream) {
			final Picture result = visible == null ? dream : mixed(dream);
			if (share > 0) details.put(index, new Detail(luminance, minusInput(result)));
			return result;
		}

		private Picture mixed(final Picture dream) {
			final Picture result = start.copy();
			final float[] values = result.data();
			final float[] dreamed = dream.data();
			final float visibleGain = (float) gain(dreamed);
			final int channels = input.channels();
			ParallelChunks.each(visible.length, channels, (from, to) -> {
				for (int i = from; i < to; i++)
					for (int k = i * channels; k < (i + 1) * channels; k++)
						values[k] += (1 - (1 - visibleGain) * visible[i]) * (dreamed[k] - values[k]);
			});
			return result;
		}

		/**
		 * The factor g, from 0 to 1, for which |carried + g * change| = |change|, over the
		 * pixels that were visible.
		 */
		private double gain(final float[] dreamed) {
			final float[] in = input.data();
			final float[] begin = start.data();
			final double carried = visibleProduct(in, begin, in, begin);
			final double mixed = visibleProduct(in, begin, begin, dreamed);
			final double change = visibleProduct(begin, dreamed, begin, dreamed);
			if (change == 0) return 1;
			final double discriminant = mixed * mixed + change * (change - carried);
			return discriminant <= 0 ? 0 : Math.max(0, Math.min(1, (Math.sqrt(discriminant) - mixed) / change));
		}

		/** The sum of the products of two differences. */
		private double visibleProduct(final float[] from1, final float[] to1, final float[] from2, final float[] to2) {
			final int channels = input.channels();
			return ParallelChunks.sum(from1.length, (first, end) -> {
				double sum = 0;
				for (int k = first; k < end; k++)
					sum += (double) visible[k / channels] * (to1[k] - from1[k]) * (to2[k] - from2[k]);
				return sum;
			});
		}

		private float[] minusInput(final Picture result) {
			final float[] values = result.data().clone();
			final float[] subtracted = input.data();
			for (int k = 0; k < values.length; k++)
				values[k] -= subtracted[k];
			return values;
		}
	}
}
