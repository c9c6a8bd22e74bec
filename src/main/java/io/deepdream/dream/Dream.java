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

import java.util.Collections;
import java.util.List;

import io.deepdream.image.Picture;
import io.deepdream.image.ValueRange;
import io.deepdream.params.Precision;

/** The result of a dream. */
public final class Dream {

	private final Picture picture;
	private final int octavesDone;
	private final int octaves;
	private final int tile;
	private final Precision precision;
	private final List<Double> scores;
	private final Enlargement enlargement;
	private final ValueRange range;

	Dream(final Picture picture, final int octavesDone, final int octaves, final Enlargement enlargement, final int tile,
		final Precision precision, final List<Double> scores, final ValueRange range)
	{
		this.picture = picture;
		this.octavesDone = octavesDone;
		this.octaves = octaves;
		this.tile = tile;
		this.precision = precision;
		this.scores = Collections.unmodifiableList(scores);
		this.enlargement = enlargement;
		this.range = range;
	}

	/**
	 * The picture after the last finished octave, with the channels of the network's input;
	 * null if the dream was cancelled before one was finished. Its values are 0..255, or in
	 * the range of the picture it started from, if the network normalises each image by its
	 * own values.
	 */
	public Picture picture() {
		return picture;
	}

	/**
	 * The picture at the full size. For a cancelled dream: the base plus the enlarged
	 * detail of the finished octaves.
	 *
	 * @param base the start image
	 */
	public Picture enlarged(final Picture base) {
		if (!cancelled()) return picture;
		final Picture full = enlargement.full(base, picture, octavesDone - 1);
		full.clamp(range);
		return full;
	}

	/** Whether it was cancelled; then the picture has the size of its octave. */
	public boolean cancelled() {
		return octavesDone < octaves;
	}

	public int octavesDone() {
		return octavesDone;
	}

	public int octaves() {
		return octaves;
	}

	/** Side of the tiles, which may be smaller than requested to fit in memory; 0 in naive mode. */
	public int tile() {
		return tile;
	}

	/** The precision of the gradient: exact if the requested one failed its self-check. */
	public Precision precision() {
		return precision;
	}

	/** The objective before each step, over all octaves. */
	public List<Double> scores() {
		return scores;
	}
}
