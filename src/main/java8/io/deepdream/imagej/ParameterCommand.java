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
package io.deepdream.imagej;

import org.scijava.plugin.Parameter;

/** Declares the parameters that only dreams have as SciJava inputs. */
abstract class ParameterCommand extends RenderCommand {

	@Parameter(required = false, persist = false, label = "Objective",
		choices = { "auto", "mean", "square" },
		description = "mean or mean square of the chosen channels' activations; auto = square for all " +
			"channels, otherwise mean (auto, mean, square)")
	private String objective;

	@Parameter(required = false, persist = false, label = "Guide",
		description = "title of an open image, or an image file, whose activations the dream approaches " +
			"instead of the objective; empty = none (text)")
	private String guide;

	@Parameter(required = false, persist = false, label = "Start",
		choices = { "image", "noise" },
		description = "start image: the open image, or random noise (image, noise)")
	private String start;

	@Parameter(required = false, persist = false, label = "Seamless tile",
		choices = { "false", "true" },
		description = "true = opposite borders are joined, so that copies of the result fit together as " +
			"tiles (false, true)")
	private String seamless;

	@Parameter(required = false, persist = false, label = "Variations",
		description = "number of pictures rendered together from noise, each with its own seed and without " +
			"tiles; more than 1 give a stack (a whole number from 1 to 100)")
	private String variations;

	@Parameter(required = false, persist = false, label = "Diversity of variations",
		description = "weight of the penalty on similar variations; 0 = they differ by their noise alone " +
			"(a number from 0 to 100)")
	private String diversity;

	@Parameter(required = false, persist = false, label = "Mode",
		choices = { "tiled", "naive" },
		description = "tiled = tile by tile in bounded memory; naive = the whole image in one run (tiled, " +
			"naive)")
	private String mode;

	@Parameter(required = false, persist = false, label = "Tile (pixels)",
		description = "side of a tile in tiled mode (a whole number from 32 to 8192)")
	private String tile;

	@Parameter(required = false, persist = false, label = "Overlap (pixels)",
		description = "halo around each tile, in pixels; exact = the receptive field, so that tiles give " +
			"the gradient of the whole image (text)")
	private String overlap;

	@Parameter(required = false, persist = false, label = "Normalise by",
		choices = { "std", "mean" },
		description = "divisor of each step's gradient: its standard deviation, or its mean absolute value " +
			"(std, mean)")
	private String normalise;

	@Parameter(required = false, persist = false, label = "Precision",
		choices = { "exact", "fast" },
		description = "exact = float32; fast = bfloat16, nearly twice as fast, for Intel Xeons with AMX " +
			"under Linux only (exact, fast)")
	private String precision;

	@Parameter(required = false, persist = false, label = "Jitter (pixels)",
		description = "random shift of the image before each step; in tiled mode any value above 0 moves " +
			"the tile grid freely; 0 = off (a whole number from 0 to 1000)")
	private String jitter;

	@Parameter(required = false, persist = false, label = "Slices",
		choices = { "current", "all" },
		description = "the current slice of a stack, or all of them in order (current, all)")
	private String slices;

	@Parameter(required = false, persist = false, label = "Coherence of slices",
		description = "share of a slice's added detail that is carried along the motion into the next " +
			"slice, to reduce flicker in films; 0 = none (a number from 0 to 1)")
	private String coherence;

	@Parameter(required = false, persist = false, label = "Edge of selection (pixels)",
		description = "width inside a selection's border over which the dream fades in; 0 = a hard edge (a " +
			"whole number from 0 to 1000)")
	private String edge;

	@Parameter(required = false, persist = false, label = "Blend with original",
		description = "share of the original in the result; 0 = none, 1 = the original itself (a number " +
			"from 0 to 1)")
	private String blend;

	@Parameter(required = false, persist = false, label = "Colours",
		choices = { "dream", "original" },
		description = "colours of the result: those of the dream, or those of the original with the " +
			"lightness of the dream (dream, original)")
	private String colours;

	@Parameter(required = false, persist = false, label = "Type of result",
		choices = { "rgb", "same" },
		description = "rgb = as displayed; same = each channel back to the input's bit depth, display " +
			"range and lookup table (rgb, same)")
	private String type;

	@Parameter(required = false, persist = false, label = "Output",
		choices = { "new", "in place" },
		description = "new = a new image; in place = the input itself, which keeps its type (new, in place)")
	private String output;
}
