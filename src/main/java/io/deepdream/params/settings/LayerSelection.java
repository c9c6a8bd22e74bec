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
package io.deepdream.params.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import io.deepdream.params.DreamException;

/** Layers with weights, written as {@code mixed4c} or {@code mixed3b*0.5,mixed4c}. */
public final class LayerSelection {

	/** The name of a layer and its weight. */
	public static final class WeightedLayer {

		private final String name;
		private final double weight;

		WeightedLayer(final String name, final double weight) {
			this.name = name;
			this.weight = weight;
		}

		public String name() {
			return name;
		}

		/** Finite and not 0; 1 where none is given. */
		public double weight() {
			return weight;
		}
	}

	/** A weight followed by a layer whose name would be a number. */
	private static final Pattern DECIMAL_COMMA = Pattern.compile("\\*\\s*[+-]?\\d*,\\d+\\s*(,|$)");

	private final String text;
	private final List<WeightedLayer> layers = new ArrayList<>();

	private LayerSelection(final String text) {
		this.text = text;
	}

	/** @throws DreamException for a weight that is 0 or not a number */
	public static LayerSelection parse(final String text) {
		if (DECIMAL_COMMA.matcher(text).find()) throw new DreamException("layer=" + text +
			" has a comma in a weight, but commas separate layers: write the weight with a decimal point, as in mixed3b*0.5.");
		final LayerSelection selection = new LayerSelection(text);
		for (final String part : text.split(",")) {
			final String[] nameAndWeight = part.trim().split("\\s*\\*\\s*", 2);
			selection.layers.add(new WeightedLayer(nameAndWeight[0], nameAndWeight.length == 1 ? 1 : weight(nameAndWeight[1],
				part)));
		}
		return selection;
	}

	private static double weight(final String text, final String part) {
		try {
			final double weight = Double.parseDouble(text);
			if (Double.isFinite(weight) && weight != 0) return weight;
		}
		catch (final NumberFormatException exc) {
			// reported below, as 0 is
		}
		throw new DreamException("The weight in \"" + part.trim() +
			"\" is not a number other than 0: write a layer and its weight as mixed3b*0.5.");
	}

	public List<WeightedLayer> layers() {
		return Collections.unmodifiableList(layers);
	}

	/** The parameter's text. */
	@Override
	public String toString() {
		return text;
	}
}
