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
package io.deepdream.engine;

import java.util.List;

import io.deepdream.params.Precision;

/** A compiled objective: its value and its gradient with respect to the image. Thread-safe. */
public interface GradientFunction extends AutoCloseable {

	/**
	 * Evaluates the sum of the terms over their regions.
	 *
	 * @param pixels one image of shape [height, width, channels], 0..255; only the first
	 *          channels * width * height values are read
	 * @param regions one for each term
	 * @param gradient receives the derivative with respect to each value of the image, in
	 *          the same order
	 * @return the score
	 */
	double evaluate(float[] pixels, int width, int height, List<Region> regions, float[] gradient);

	/** Warnings of the self-check on this machine, one sentence each, for the user. */
	default List<String> warnings() {
		return List.of();
	}

	/** The precision of the computation; it can differ from the requested one. */
	default Precision precision() {
		return Precision.EXACT;
	}

	@Override
	void close();
}
