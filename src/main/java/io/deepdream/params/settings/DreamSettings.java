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

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Precision;

/**
 * Everything that the algorithm needs to know apart from the network and the
 * objective, parsed once from {@link DreamParams}.
 *
 * <pre>
 * DreamSettings settings = DreamSettings.of(DreamParams.parse("octaves=3 step=2"));
 * double size = settings.steps().size();
 * </pre>
 */
public final class DreamSettings {

	private final OctaveSettings octaves;
	private final TileSettings tiles;
	private final StepSettings steps;
	private final NoiseSettings noise;
	private final Precision precision;
	private final int seed;

	private DreamSettings(final OctaveSettings octaves, final TileSettings tiles, final StepSettings steps,
		final NoiseSettings noise, final Precision precision, final int seed)
	{
		this.octaves = octaves;
		this.tiles = tiles;
		this.steps = steps;
		this.noise = noise;
		this.precision = precision;
		this.seed = seed;
	}

	/** @throws DreamException if a text among the parameters cannot be parsed */
	public static DreamSettings of(final DreamParams params) {
		return new DreamSettings(OctaveSettings.of(params), TileSettings.of(params), new StepSettings(params),
			new NoiseSettings(params), params.choice(Parameter.PRECISION, Precision.class), params.whole(Parameter.SEED));
	}

	/** The same settings with another seed. */
	public DreamSettings withSeed(final int other) {
		return new DreamSettings(octaves, tiles, steps, noise, precision, other);
	}

	public OctaveSettings octaves() {
		return octaves;
	}

	public TileSettings tiles() {
		return tiles;
	}

	public StepSettings steps() {
		return steps;
	}

	public NoiseSettings noise() {
		return noise;
	}

	public Precision precision() {
		return precision;
	}

	/** Determines every random number. */
	public int seed() {
		return seed;
	}
}
