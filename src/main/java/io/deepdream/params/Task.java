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
package io.deepdream.params;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a command does, and the {@link Parameter}s that belong to it. */
public enum Task {
	/** One picture, from an image or from noise. */
	DREAM("", EnumSet.complementOf(EnumSet.of(Parameter.FRAMES, Parameter.ZOOM, Parameter.ROTATE, Parameter.CENTRE,
		Parameter.STRONGEST))),
	/** A movie that zooms into a dream. */
	MOVIE("octaves=3 iterations=5", EnumSet.complementOf(EnumSet.of(Parameter.GUIDE, Parameter.START, Parameter.WIDTH,
		Parameter.HEIGHT, Parameter.SEAMLESS, Parameter.VARIATIONS, Parameter.DIVERSITY, Parameter.SLICES, Parameter.COHERENCE,
		Parameter.EDGE, Parameter.BLEND, Parameter.TYPE, Parameter.OUTPUT, Parameter.STRONGEST))),
	/** A picture for each of a layer's channels. */
	ATLAS("width=112 height=112 octaves=2 ratio=1.6 iterations=22 step=2.5 optimizer=momentum smooth=6", EnumSet.of(
		Parameter.MODEL, Parameter.LAYER, Parameter.CHANNELS, Parameter.WIDTH, Parameter.HEIGHT, Parameter.OCTAVES,
		Parameter.RATIO, Parameter.ITERATIONS, Parameter.STEP, Parameter.OPTIMIZER, Parameter.SMOOTH, Parameter.SEED,
		Parameter.SAVE)),
	/** The activations of a layer's channels for an image. */
	ACTIVATIONS("", EnumSet.of(Parameter.MODEL, Parameter.LAYER, Parameter.SAVE, Parameter.STRONGEST));

	private final String defaults;
	private final Set<Parameter> parameters;

	Task(final String defaults, final Set<Parameter> parameters) {
		this.defaults = defaults;
		this.parameters = Collections.unmodifiableSet(parameters);
	}

	/** The defaults that differ from those of the table, as a macro option string. */
	String defaults() {
		return defaults;
	}

	/** In the order of the table. */
	public Set<Parameter> parameters() {
		return parameters;
	}

	/** Checks that a parameter belongs to this task, and the task's own limits of its value. */
	void require(final Parameter parameter, final Object value) {
		if (this != MOVIE && parameter == Parameter.ITERATIONS && value.equals(0)) throw new DreamException(
			"iterations=0 dreams nothing: give a whole number from 1 to " + (int) parameter.max() + ".");
		if (!parameters.contains(parameter)) throw new DreamException("The key \"" + parameter.key() +
			"\" does not belong to this command: its keys are " + parameters.stream().map(Parameter::key).collect(Collectors
				.joining(", ")) + ".");
	}
}
