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
import io.deepdream.params.Flag;
import io.deepdream.params.Mode;
import io.deepdream.params.Parameter;

/** How an octave is divided into tiles. */
public final class TileSettings {

	/** Smallest side of a tile, in pixels. */
	public static final int MIN_SIDE = (int) Parameter.TILE.min();

	/** Larger than any receptive field in use, and far from integer overflow. */
	private static final int MAX_HALO = 10_000;

	private final int side;
	private final HaloSettings halo;
	private final boolean periodic;

	private TileSettings(final int side, final HaloSettings halo, final boolean periodic) {
		this.side = side;
		this.halo = halo;
		this.periodic = periodic;
	}

	/** @param side in pixels */
	public static TileSettings tiled(final int side, final HaloSettings halo) {
		return new TileSettings(side, halo, false);
	}

	static TileSettings of(final DreamParams params) {
		final boolean periodic = params.is(Parameter.SEAMLESS, Flag.TRUE);
		if (params.is(Parameter.MODE, Mode.NAIVE)) return new TileSettings(0, HaloSettings.EXACT, periodic);
		return new TileSettings(params.whole(Parameter.TILE), halo(params.get(Parameter.OVERLAP)), periodic);
	}

	private static HaloSettings halo(final String overlap) {
		if (overlap.equals("exact")) return HaloSettings.EXACT;
		if (overlap.matches("\\d{1,5}") && Integer.parseInt(overlap) <= MAX_HALO) return HaloSettings.ofPixels(Integer
			.parseInt(overlap));
		throw new DreamException("overlap=" + overlap + " is not allowed: give exact, or pixels from 0 to " + MAX_HALO +
			".");
	}

	/** Whether the image is divided at all. */
	public boolean isTiled() {
		return side > 0;
	}

	/** Whether opposite borders of the image are joined. */
	public boolean isPeriodic() {
		return periodic;
	}

	/** Longest side of a tile's interior, in pixels; 0 if the image is not divided. */
	public int side() {
		return side;
	}

	public HaloSettings halo() {
		return halo;
	}
}
