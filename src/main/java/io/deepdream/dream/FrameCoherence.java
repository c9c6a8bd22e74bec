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

import java.util.HashMap;
import java.util.Map;

import io.deepdream.image.Picture;

/**
 * Coherence of the frames of a time series, against flicker: a frame starts with
 * a share of the detail (result minus input) of the frame before.
 */
public final class FrameCoherence {

	private final double share;
	private final Map<Integer, float[]> details = new HashMap<>();

	/** @param share of the detail, from 0 to 1; 0 = frames are independent */
	public FrameCoherence(final double share) {
		this.share = share;
	}

	/**
	 * What a frame starts with.
	 *
	 * @param before index of the frame before; its detail is not retained any longer
	 * @return the input itself where there is no detail
	 */
	public Picture start(final int before, final Picture input) {
		final float[] detail = details.remove(before);
		if (detail == null) return input;
		final Picture start = Picture.create(input.width(), input.height());
		final float[] from = input.data();
		final float[] to = start.data();
		for (int k = 0; k < to.length; k++)
			to[k] = from[k] + (float) share * detail[k];
		start.clamp();
		return start;
	}

	/** Retains a frame's detail for the next one. */
	public void keep(final int index, final Picture input, final Picture result) {
		if (share == 0) return;
		final float[] detail = result.data().clone();
		final float[] from = input.data();
		for (int k = 0; k < detail.length; k++)
			detail[k] -= from[k];
		details.put(index, detail);
	}
}
