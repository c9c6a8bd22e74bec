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

/**
 * The receptive fields of a layer's positions along one axis, for an input of a given
 * length: position i depends on the pixels i * stride + first ... i * stride + last.
 * Pixels outside the input are padding.
 */
public final class ReceptiveField {

	private final int positions;
	private final int stride;
	private final int first;
	private final int last;

	/**
	 * @param positions number of positions of the layer
	 * @param stride pixels between neighbouring positions
	 * @param first first pixel of the receptive field of position 0
	 * @param last last pixel of the receptive field of position 0
	 */
	public ReceptiveField(final int positions, final int stride, final int first, final int last) {
		this.positions = positions;
		this.stride = stride;
		this.first = first;
		this.last = last;
	}

	/** Number of positions of the layer. */
	public int positions() {
		return positions;
	}

	/** Pixels between neighbouring positions. */
	public int stride() {
		return stride;
	}

	/** First pixel of the receptive field of position 0; negative if the input is padded. */
	public int first() {
		return first;
	}

	/** Last pixel of the receptive field of position 0. */
	public int last() {
		return last;
	}

	/** Size of the receptive field in pixels, including padding. */
	public int size() {
		return last - first + 1;
	}
}
