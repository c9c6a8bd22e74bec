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
package io.deepdream.imagej.website;

import java.io.Serializable;
import java.util.Comparator;

/** The part of an image that activates a channel most. */
final class Example implements Serializable {

	private static final long serialVersionUID = 1L;

	/** The strongest first; those of equal strength by name, so that the order does not depend on that of the search. */
	static final Comparator<Example> STRONGEST_FIRST = Comparator.comparingDouble((Example e) -> -e.score).thenComparing(
		e -> e.image);

	private final String image;
	private final double score;
	private final int left;
	private final int top;
	private final int width;
	private final int height;

	/**
	 * @param image its name
	 * @param score the largest activation
	 * @param left of the receptive field of the position, within the image as {@link ExampleImage} scales it
	 */
	Example(final String image, final double score, final int left, final int top, final int width, final int height) {
		this.image = image;
		this.score = score;
		this.left = left;
		this.top = top;
		this.width = width;
		this.height = height;
	}

	String image() {
		return image;
	}

	double score() {
		return score;
	}

	int left() {
		return left;
	}

	int top() {
		return top;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}
}
