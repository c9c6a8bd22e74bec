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
package io.deepdream.motion.boofcv;

import java.util.Arrays;

import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.alg.flow.BroxWarpingSpacial;
import boofcv.alg.flow.ConfigBroxWarping;
import boofcv.alg.interpolate.InterpolatePixelS;
import boofcv.factory.interpolate.FactoryInterpolation;
import boofcv.struct.border.BorderType;
import boofcv.struct.image.GrayF32;

import io.deepdream.image.Size;
import io.deepdream.motion.FlowField;
import io.deepdream.motion.Luminance;
import io.deepdream.motion.OpticalFlow;

/**
 * The method of Brox, Bruhn, Papenberg and Weickert, "High Accuracy Optical Flow Estimation
 * Based on a Theory for Warping" (ECCV 2004), in BoofCV. Unlike that of Horn and Schunck,
 * it lets the motion change abruptly at the borders of objects, and follows noise less;
 * docs/using.md compares them.
 */
public final class BroxFlow implements OpticalFlow {

	/** Weight of the gradient's constancy, against changes of brightness; with 2 and more, single regions diverge. */
	private static final float GRADIENT_WEIGHT = 1;
	/** Standard deviation of the Gaussian filter against noise, in pixels. */
	private static final double SIGMA = 0.5;

	@Override
	public FlowField between(final Luminance from, final Luminance to) {
		final ConfigBroxWarping config = new ConfigBroxWarping();
		config.gamma = GRADIENT_WEIGHT;
		final InterpolatePixelS<GrayF32> interpolation = FactoryInterpolation.createPixelS(0, 255, config.interpolation,
			BorderType.EXTENDED, GrayF32.class);
		final BroxWarpingSpacial<GrayF32> flow = new BroxWarpingSpacial<>(config, interpolation);
		flow.process(image(from), image(to));
		final Size size = from.size();
		return new FlowField(size, values(flow.getFlowX(), size), values(flow.getFlowY(), size));
	}

	private static GrayF32 image(final Luminance luminance) {
		final GrayF32 image = new GrayF32(luminance.size().width(), luminance.size().height());
		System.arraycopy(luminance.values(), 0, image.data, 0, luminance.values().length);
		return BlurImageOps.gaussian(image, null, SIGMA, -1, null);
	}

	private static float[] values(final GrayF32 flow, final Size size) {
		return Arrays.copyOf(flow.data, (int) size.pixels());
	}
}
