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
package io.deepdream.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an image's own values become the 0..255 of a picture, per channel: by the range that
 * the image is displayed with, or by limits taken from its values, as StarDist, CARE and
 * other networks for micrographs do. Values beyond the limits are then below 0 or above 255.
 */
public final class InputNormalisation {

	/** Displayed range; nothing of the image itself. */
	public static final InputNormalisation FIXED = new InputNormalisation(Kind.FIXED, 0, 100, false);

	/** What becomes 0 and what becomes 255. */
	public enum Kind {

		/** The limits of the displayed range; values beyond them are clamped. */
		FIXED,

		/** Two percentiles of the values. */
		PERCENTILES,

		/** The smallest and the largest value. */
		MINMAX,

		/** The mean minus and plus three standard deviations. */
		STANDARDISE
	}

	/** Standard deviations between the mean and the limits of {@link Kind#STANDARDISE}. */
	public static final int DEVIATIONS = 3;

	private static final String TOGETHER = "together";
	private static final String SEPARATELY = "separately";

	private final Kind kind;
	private final double low;
	private final double high;
	private final boolean together;

	private InputNormalisation(final Kind kind, final double low, final double high, final boolean together) {
		this.kind = kind;
		this.low = low;
		this.high = high;
		this.together = together;
	}

	/**
	 * @param text such as {@code minmax} or {@code percentiles 1 99.8}, optionally with
	 *          {@code together} or {@code separately}: all channels have the same limits, or
	 *          each its own. Without either, only {@code standardise} is together.
	 * @return empty if the text is invalid
	 */
	static Optional<InputNormalisation> parse(final String text) {
		final String[] all = text.trim().toLowerCase(Locale.ROOT).split("[,;\\s]+");
		final String last = all[all.length - 1];
		final boolean stated = all.length > 1 && (last.equals(TOGETHER) || last.equals(SEPARATELY));
		final String[] words = stated ? Arrays.copyOf(all, all.length - 1) : all;
		final Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> word(k).equals(words[0])).findFirst();
		final boolean percentiles = kind.isPresent() && kind.get() == Kind.PERCENTILES;
		if (!kind.isPresent() || words.length != (percentiles ? 3 : 1)) return Optional.empty();
		final boolean together = stated ? last.equals(TOGETHER) : kind.get() == Kind.STANDARDISE;
		if (!percentiles) return Optional.of(new InputNormalisation(kind.get(), 0, 100, together));
		try {
			final double low = Double.parseDouble(words[1]);
			final double high = Double.parseDouble(words[2]);
			return low >= 0 && low < high && high <= 100 ? Optional.of(new InputNormalisation(kind.get(), low, high, together)) : Optional
				.empty();
		}
		catch (final NumberFormatException exc) {
			return Optional.empty();
		}
	}

	/** The forms of the property, for messages. */
	static String forms() {
		return Arrays.stream(Kind.values()).map(kind -> kind == Kind.PERCENTILES ? word(kind) + " LOW HIGH" : word(kind)).collect(
			Collectors.joining(", ")) + " (percentiles from 0 to 100), optionally with " + TOGETHER + " or " + SEPARATELY + " for its channels";
	}

	private static String word(final Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	public Kind kind() {
		return kind;
	}

	/** Whether the image's own values do not matter. */
	public boolean isFixed() {
		return kind == Kind.FIXED;
	}

	/** The percentile that becomes 0, from 0 to 100; 0 unless the kind is {@link Kind#PERCENTILES}. */
	public double low() {
		return low;
	}

	/** The percentile that becomes 255, from 0 to 100; 100 unless the kind is {@link Kind#PERCENTILES}. */
	public double high() {
		return high;
	}

	/** Whether all channels have the same limits, those of all their values. */
	public boolean isTogether() {
		return together;
	}

	/** As in the properties file, such as {@code percentiles 1 99.8}. */
	@Override
	public String toString() {
		final String limits = kind == Kind.PERCENTILES ? word(kind) + " " + number(low) + " " + number(high) : word(kind);
		return together == (kind == Kind.STANDARDISE) ? limits : limits + " " + (together ? TOGETHER : SEPARATELY);
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}
}
