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

/**
 * Named combinations of parameter values: macro options that are applied to the current
 * parameters. Presets change neither the network nor the type and destination of the result.
 */
public enum Preset {
	BALANCED("Balanced", "layer=default channels=all octaves=4 ratio=1.4 iterations=10 step=1.5 smooth=0",
		"the default layer of the network, with fewer steps than by default"),
	GENTLE("Gentle", "layer=mixed4a channels=all octaves=3 ratio=1.4 iterations=8 step=1 smooth=0",
		"subtle patterns; the image remains recognisable"),
	RIPPLES("Ripples", "layer=mixed3a channels=all octaves=3 ratio=1.4 iterations=10 step=1.5 smooth=0",
		"fine lines on all surfaces"),
	SCALES("Scales", "layer=mixed3b channels=all octaves=4 ratio=1.4 iterations=15 step=1.5 smooth=0",
		"a dense texture of scales and spots"),
	GLOW("Glowing colours", "layer=mixed3b channels=all octaves=5 ratio=1.5 iterations=12 step=2 smooth=4",
		"soft patches in strong colours, with Laplacian normalisation"),
	CREATURES("Creatures", "layer=mixed4c channels=all octaves=5 ratio=1.4 iterations=20 step=1.5 smooth=0",
		"eyes and folds of all sizes, where the image has round shapes"),
	OBJECTS("Large forms", "layer=mixed4d channels=all octaves=3 ratio=1.6 iterations=30 step=2 smooth=0",
		"a few large forms that replace the content of the image"),
	FRENZY("Frenzy", "layer=mixed4b channels=all octaves=6 ratio=1.3 iterations=25 step=2.5 smooth=0",
		"strong patterns everywhere");

	private final String title;
	private final String options;
	private final String help;

	Preset(final String title, final String options, final String help) {
		this.title = title;
		this.options = options;
		this.help = help;
	}

	/** The name in dialogs and documentation. */
	public String title() {
		return title;
	}

	/** The parameter values, as a macro option string. */
	public String options() {
		return options;
	}

	/** A description of the effect. */
	public String help() {
		return help;
	}

	/** A copy of parameters with the values of this preset. */
	public DreamParams apply(final DreamParams params) {
		return params.withOptions(options);
	}
}
