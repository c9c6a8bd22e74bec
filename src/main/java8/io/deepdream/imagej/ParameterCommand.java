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

/** Declares the parameters of a dream as SciJava inputs. */
abstract class ParameterCommand extends TaskCommand {

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String layer;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private String objective;

	@Parameter(required = false, persist = false)
	private String guide;

	@Parameter(required = false, persist = false)
	private String start;

	@Parameter(required = false, persist = false)
	private Integer width;

	@Parameter(required = false, persist = false)
	private Integer height;

	@Parameter(required = false, persist = false)
	private String seamless;

	@Parameter(required = false, persist = false)
	private Integer variations;

	@Parameter(required = false, persist = false)
	private Double diversity;

	@Parameter(required = false, persist = false)
	private String mode;

	@Parameter(required = false, persist = false)
	private Integer tile;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private Integer octaves;

	@Parameter(required = false, persist = false)
	private Double ratio;

	@Parameter(required = false, persist = false)
	private Integer iterations;

	@Parameter(required = false, persist = false)
	private Double step;

	@Parameter(required = false, persist = false)
	private String normalise;

	@Parameter(required = false, persist = false)
	private String optimizer;

	@Parameter(required = false, persist = false)
	private String precision;

	@Parameter(required = false, persist = false)
	private Integer smooth;

	@Parameter(required = false, persist = false)
	private Integer jitter;

	@Parameter(required = false, persist = false)
	private Integer seed;

	@Parameter(required = false, persist = false)
	private String slices;

	@Parameter(required = false, persist = false)
	private Double coherence;

	@Parameter(required = false, persist = false)
	private Integer edge;

	@Parameter(required = false, persist = false)
	private Double blend;

	@Parameter(required = false, persist = false)
	private String colours;

	@Parameter(required = false, persist = false)
	private String type;

	@Parameter(required = false, persist = false)
	private String output;

	@Parameter(required = false, persist = false)
	private String save;
}
