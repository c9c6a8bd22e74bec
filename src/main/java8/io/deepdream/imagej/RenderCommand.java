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

/** Declares the parameters that a dream and an atlas have in common as SciJava inputs. */
abstract class RenderCommand extends TaskCommand {

	@Parameter(required = false, persist = false, label = "Channels",
		description = "all, or some of the layer's channels by number or name: 139, 3-7 or 3;9; with " +
			"weights: 3*1;9*-0.5 " +
			"(text)")
	private String channels;

	@Parameter(required = false, persist = false, label = "Width (pixels)",
		description = "width of the picture when starting from noise (a whole number from 1 to 100000)")
	private String width;

	@Parameter(required = false, persist = false, label = "Height (pixels)",
		description = "height of the picture when starting from noise (a whole number from 1 to 100000)")
	private String height;

	@Parameter(required = false, persist = false, label = "Octaves",
		description = "number of sizes, from small to full, at which the image is dreamed (a whole number " +
			"from 1 to 20)")
	private String octaves;

	@Parameter(required = false, persist = false, label = "Ratio of octaves",
		description = "size of each octave divided by the size of the previous one (a number from 1.01 to " +
			"10)")
	private String ratio;

	@Parameter(required = false, persist = false, label = "Iterations (steps per octave)",
		description = "gradient steps in each octave; 0 only for a zoom movie without dreaming (a " +
			"whole number from 0 to 100000)")
	private String iterations;

	@Parameter(required = false, persist = false, label = "Step size (grey levels)",
		description = "size of one step, in grey levels of 0..255 (a number from 0.001 to 1000)")
	private String step;

	@Parameter(required = false, persist = false, label = "Optimizer",
		choices = { "plain", "momentum", "preconditioned" },
		description = "plain = each step from its own gradient; momentum = Nesterov momentum; " +
			"preconditioned = momentum on a gradient normalised by frequency and locally, which reaches the " +
			"same score in about half the time (plain, momentum, preconditioned)")
	private String optimizer;

	@Parameter(required = false, persist = false, label = "Smooth (levels)",
		description = "levels of the Laplacian pyramid that normalises the gradient's frequencies; from " +
			"noise it gives readable shapes and natural colours; 0 = off (a whole number from 0 to 8)")
	private String smooth;

	@Parameter(required = false, persist = false, label = "Seed",
		description = "seed of the random number generator (a whole number)")
	private String seed;
}
