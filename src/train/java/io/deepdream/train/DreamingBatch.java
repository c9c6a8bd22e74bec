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
package io.deepdream.train;

import java.util.Arrays;
import java.util.Random;

/**
 * The current batch of training images. Some of its slots always hold new crops. In the
 * others an image stays for several steps, in each of which it is dreamed by the teacher
 * or by the student, so that the student is also trained on the images that its own
 * dreams produce.
 */
final class DreamingBatch {

	private static final int MAX_DREAM_STEPS = 20;
	private static final float STEP = 1.5f;
	private static final int JITTER = 16;

	final float[] pictures;
	final float[] objectives;
	final float[] channels;
	final float[] stepSizes;
	/** Remaining steps of each image. */
	final int[] remaining;
	private final int n;
	private final int side;
	private final int blocks;
	private final int channelCount;

	/** @param channelCount channels of the layer whose single channels are objectives too; 1 = none */
	DreamingBatch(final int n, final int side, final int blocks, final int channelCount) {
		this.n = n;
		this.side = side;
		this.blocks = blocks;
		this.channelCount = channelCount;
		pictures = new float[n * side * side * 3];
		objectives = new float[n * blocks];
		channels = new float[n * channelCount];
		stepSizes = new float[n * 2];
		remaining = new int[n];
	}

	/** Replaces finished images by new crops, and shifts the others by the jitter of a dream. */
	void prepare(final Crops photographs, final Random random) {
		for (int i = 0; i < n; i++) {
			if (remaining[i] > 0) roll(i, random.nextInt(2 * JITTER + 1) - JITTER, random.nextInt(2 * JITTER + 1) - JITTER);
			else begin(i, photographs.crop(side, random), random);
			remaining[i]--;
		}
	}

	private void begin(final int i, final float[] crop, final Random random) {
		System.arraycopy(crop, 0, pictures, i * crop.length, crop.length);
		Arrays.fill(objectives, i * blocks, (i + 1) * blocks, 0);
		Arrays.fill(channels, i * channelCount, (i + 1) * channelCount, 0);
		final int chosen = random.nextInt(blocks + (channelCount > 1 ? 1 : 0));
		if (chosen < blocks) objectives[i * blocks + chosen] = 1;
		else channels[i * channelCount + random.nextInt(channelCount)] = 1;
		// of every eight: three new crops, two dreamed by the teacher, three by the student
		final int kind = i % 8;
		stepSizes[2 * i] = kind == 3 || kind == 4 ? STEP : 0;
		stepSizes[2 * i + 1] = kind > 4 ? STEP : 0;
		remaining[i] = kind < 3 ? 1 : 1 + random.nextInt(MAX_DREAM_STEPS);
	}

	private void roll(final int i, final int dx, final int dy) {
		final int from = i * side * side * 3;
		final float[] old = Arrays.copyOfRange(pictures, from, from + side * side * 3);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				System.arraycopy(old, 3 * (y * side + x), pictures, from + 3 * (Math.floorMod(y + dy, side) * side + Math
					.floorMod(x + dx, side)), 3);
	}

	void advance(final float[] next) {
		System.arraycopy(next, 0, pictures, 0, next.length);
	}
}
