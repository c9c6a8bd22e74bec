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

import java.util.List;

import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;
import io.deepdream.image.Size;
import io.deepdream.params.DreamException;

/** Compares the engine's memory estimate for an input of some size with the available memory. */
public final class MemoryLimit {

	private static final double MIB = 1 << 20;

	private final double bytesPerPixel;
	private final long fixed;
	private final long available;

	/** @param available native memory for the network, in bytes */
	MemoryLimit(final GradientEngine engine, final List<Term> terms, final long available) {
		bytesPerPixel = engine.bytesPerPixel(terms);
		fixed = engine.fixedBytes();
		this.available = available;
	}

	/** @throws DreamException if one run of the network up to a layer would exceed the available memory */
	public static void require(final GradientEngine engine, final LayerInfo layer, final Size size,
		final long available)
	{
		final MemoryLimit limit = new MemoryLimit(engine, List.of(new Term(layer.name(), new float[layer.channels()],
			Term.MEAN)), available);
		if (!limit.fits(size)) throw limit.exceeded(size.width(), size.height(), "crop the image, or scale it down");
	}

	private double estimate(final long width, final long height) {
		return fixed + bytesPerPixel * width * height;
	}

	boolean fits(final Size size) {
		return fits(size.width(), size.height(), 1);
	}

	/** Whether n inputs of this size fit in memory at the same time. */
	boolean fits(final long width, final long height, final int n) {
		return estimate(n * width, height) <= available;
	}

	/** The estimate, the limit and a remedy. */
	DreamException exceeded(final long width, final long height, final String remedy) {
		return new DreamException(String.format("%dx%d pixels at once would take about %.0f MB for this layer, and %.0f " +
			"MB are available: %s.", width, height, estimate(width, height) / MIB, available / MIB, remedy));
	}
}
