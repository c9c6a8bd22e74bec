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

import java.util.Random;

import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Picture;

/**
 * Crops of which some are dreamed by a network. Activations of dreams are larger than
 * those of photographs, and a student that is fitted to photographs alone is inaccurate
 * there.
 */
final class DreamedCrops implements Crops {

	private static final int MAX_DREAM_STEPS = 20;

	private final Crops crops;
	private final GradientEngine engine;
	private final double share;

	/** @param share of the crops that are dreamed, 0..1 */
	DreamedCrops(final Crops crops, final GradientEngine engine, final double share) {
		this.crops = crops;
		this.engine = engine;
		this.share = share;
	}

	/** A dream has 1 to 20 steps on the mean square of a random block. */
	@Override
	public float[] crop(final int side, final Random random) {
		final float[] crop = crops.crop(side, random);
		if (random.nextDouble() >= share) return crop;
		return LogRise.dream(engine, Layers.BLOCKS.get(random.nextInt(Layers.BLOCKS.size())), Picture.of(crop, side, side),
			1 + random.nextInt(MAX_DREAM_STEPS), random.nextInt(1 << 20)).data();
	}
}
