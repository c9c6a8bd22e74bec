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

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Numbers;
import io.deepdream.params.Parameter;

/** The frames of a zoom movie and the motion between them. */
public final class MovieSettings {

	private static final String MIDDLE = "middle";

	private final int frames;
	private final double zoom;
	private final double degrees;
	private final String centre;

	private MovieSettings(final DreamParams params) {
		frames = params.whole(Parameter.FRAMES);
		zoom = params.real(Parameter.ZOOM);
		degrees = params.real(Parameter.ROTATE);
		centre = params.get(Parameter.CENTRE);
	}

	/** @param params of {@link Task#MOVIE} */
	public static MovieSettings of(final DreamParams params) {
		return new MovieSettings(params);
	}

	/** The number of new frames. */
	public int frames() {
		return frames;
	}

	/** Magnification from one frame to the next. */
	public double zoom() {
		return zoom;
	}

	/** Clockwise rotation from one frame to the next. */
	public double degrees() {
		return degrees;
	}

	/**
	 * The fixed point of the motion.
	 *
	 * @return column and row in an image of this size; fractions lie between pixel
	 *         centres
	 * @throws DreamException if the parameter is not a point of the image
	 */
	public double[] centre(final int width, final int height) {
		if (centre.equalsIgnoreCase(MIDDLE)) return new double[] { (width - 1) / 2.0, (height - 1) / 2.0 };
		final String[] parts = centre.split(centre.contains(";") ? "\\s*;\\s*" : "\\s*,\\s*");
		try {
			if (parts.length == 2) {
				final double x = Numbers.parse(parts[0]);
				final double y = Numbers.parse(parts[1]);
				if (x >= 0 && x < width && y >= 0 && y < height) return new double[] { x, y };
			}
		}
		catch (final NumberFormatException exc) {
			// reported below, as a point outside the image is
		}
		throw new DreamException("centre=" + centre + " is not a point of this image: give middle, or a column from 0 to " +
			(width - 1) + " and a row from 0 to " + (height - 1) + " as 120,80.");
	}
}
