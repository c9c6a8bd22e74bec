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

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The table of parameters: key, group, unit, type, default, range and help text. The dialog, the
 * macro string, the SciJava commands, the command line and the documentation are
 * generated from it or checked against it.
 * <p>
 * The key is the constant's name in lower case and the first word of its label.
 * Existing macros depend on both, so neither may change.
 * </p>
 */
public enum Parameter {
	MODEL(Group.BASIC, "Model", "compact-inception",
		"network: a catalogue name, or the path of a frozen graph (.pb)"),
	LAYER(Group.BASIC, "Layer", "default",
		"layer whose activations are maximised; several as mixed3b*0.5,mixed4c; default = the network's own choice"),
	CHANNELS(Group.BASIC, "Channels", "all",
		"all, or some of the layer's channels by number or name: 139, 3-7 or 3;9; with weights: 3*1;9*-0.5"),
	OBJECTIVE(Group.OBJECTIVE, "Objective", ObjectiveType.class,
		"mean or mean square of the chosen channels' activations; auto = square for all channels, otherwise mean"),
	GUIDE(Group.OBJECTIVE, "Guide", "",
		"title of an open image, or an image file, whose activations the dream approaches instead of the objective; empty = none"),
	START(Group.OBJECTIVE, "Start", Start.class, "start image: the open image, or random noise"),
	WIDTH(Group.BASIC, "Width", "pixels", 224, 1, 100_000,
		"width of the picture when starting from noise"),
	HEIGHT(Group.BASIC, "Height", "pixels", 224, 1, 100_000,
		"height of the picture when starting from noise"),
	SEAMLESS(Group.OBJECTIVE, "Seamless tile", Flag.class,
		"true = opposite borders are joined, so that copies of the result fit together as tiles"),
	VARIATIONS(Group.OBJECTIVE, "Variations", "", 1, 1, 100,
		"number of pictures rendered together from noise, each with its own seed and without tiles; more than 1 give a stack"),
	DIVERSITY(Group.OBJECTIVE, "Diversity of variations", "", 0.2, 0, 100,
		"weight of the penalty on similar variations; 0 = they differ by their noise alone"),
	MODE(Group.TILES, "Mode", Mode.class,
		"tiled = tile by tile in bounded memory; naive = the whole image in one run"),
	TILE(Group.TILES, "Tile", "pixels", 512, 32, 8192, "side of a tile in tiled mode"),
	OVERLAP(Group.TILES, "Overlap", "pixels", "32",
		"halo around each tile, in pixels; exact = the receptive field, so that tiles give the gradient of the whole image"),
	OCTAVES(Group.BASIC, "Octaves", "", 5, 1, 20,
		"number of sizes, from small to full, at which the image is dreamed"),
	RATIO(Group.OPTIMIZER, "Ratio of octaves", "", 1.4, 1.01, 10,
		"size of each octave divided by the size of the previous one"),
	ITERATIONS(Group.BASIC, "Iterations", "steps per octave", 20, 0, 100_000,
		"gradient steps in each octave; 0 only for a zoom movie without dreaming"),
	STEP(Group.BASIC, "Step size", "grey levels", 1.5, 0.001, 1000,
		"size of one step, in grey levels of 0..255"),
	NORMALISE(Group.OPTIMIZER, "Normalise by", Normalisation.class,
		"divisor of each step's gradient: its standard deviation, or its mean absolute value"),
	OPTIMIZER(Group.OPTIMIZER, "Optimizer", Optimizer.class,
		"plain = each step from its own gradient; momentum = Nesterov momentum; preconditioned = momentum on a gradient " +
			"normalised by frequency and locally, which reaches the same score in about half the time"),
	PRECISION(Group.OPTIMIZER, "Precision", Precision.class,
		"exact = float32; fast = bfloat16, nearly twice as fast, for Intel Xeons with AMX under Linux only"),
	SMOOTH(Group.OPTIMIZER, "Smooth", "levels", 0, 0, 8,
		"levels of the Laplacian pyramid that normalises the gradient's frequencies; from noise it gives readable shapes and " +
			"natural colours; 0 = off"),
	JITTER(Group.OPTIMIZER, "Jitter", "pixels", 32, 0, 1000,
		"random shift of the image before each step; in tiled mode any value above 0 moves the tile grid freely; 0 = off"),
	SEED(Group.OPTIMIZER, "Seed", "", 0, Integer.MIN_VALUE, Integer.MAX_VALUE,
		"seed of the random number generator"),
	SLICES(Group.STACKS, "Slices", SliceRange.class, "the current slice of a stack, or all of them in order"),
	COHERENCE(Group.STACKS, "Coherence of slices", "", 0.0, 0, 1,
		"share of a slice's added detail that is carried along the motion into the next slice, to reduce flicker in films; 0 = none"),
	EDGE(Group.STACKS, "Edge of selection", "pixels", 8, 0, 1000,
		"width inside a selection's border over which the dream fades in; 0 = a hard edge"),
	BLEND(Group.OUTPUT, "Blend with original", "", 0.0, 0, 1,
		"share of the original in the result; 0 = none, 1 = the original itself"),
	COLOURS(Group.OUTPUT, "Colours", Colours.class,
		"colours of the result: those of the dream, or those of the original with the lightness of the dream"),
	TYPE(Group.OUTPUT, "Type of result", ResultType.class,
		"rgb = as displayed; same = each channel back to the input's bit depth, display range and lookup table"),
	OUTPUT(Group.OUTPUT, "Output", Output.class,
		"new = a new image; in place = the input itself, which keeps its type"),
	SAVE(Group.OUTPUT, "Save", "",
		"output file (.png, .tif, .jpg, .avi or .gif), or a folder for a .tif; empty = not saved"),

	FRAMES(Group.BASIC, "Frames", "", 30, 1, 100_000,
		"number of frames that a zoom movie adds to the open image or movie"),
	ZOOM(Group.BASIC, "Zoom", "factor per frame", 1.04, 0.5, 2,
		"magnification from one frame of a zoom movie to the next"),
	ROTATE(Group.MOVIE, "Rotate", "degrees per frame", 0.0, -180, 180,
		"clockwise rotation from one frame of a zoom movie to the next"),
	CENTRE(Group.MOVIE, "Centre", "pixels", "middle",
		"fixed point of a zoom movie: middle, or x,y in pixels"),
	STRONGEST(Group.BASIC, "Strongest channels", "", 10, 1, 1000,
		"number of channels shown as maps: those with the largest activations");

	/** Where dialogs show a parameter: always, or under a heading after a click on Advanced. */
	public enum Group {
		BASIC(""), OBJECTIVE("Objective"), TILES("Tiles"), OPTIMIZER("Octaves and optimizer"), STACKS("Stacks and selection"),
		MOVIE("Movie"), OUTPUT("Output");

		private final String title;

		Group(final String title) {
			this.title = title;
		}

		/** The heading in dialogs; empty for BASIC. */
		public String title() {
			return title;
		}
	}

	/** The type of a parameter's value. */
	public enum Kind {
		TEXT, CHOICE, WHOLE, REAL
	}

	private final Group group;
	private final String label;
	private final String unit;
	private final Kind kind;
	private final Object defaultValue;
	private final List<String> choices;
	private final double min;
	private final double max;
	private final String help;

	Parameter(final Group group, final String label, final String defaultValue, final String help) {
		this(group, label, "", defaultValue, help);
	}

	Parameter(final Group group, final String label, final String unit, final String defaultValue, final String help) {
		this(group, label, unit, Kind.TEXT, defaultValue, Collections.emptyList(), 0, 0, help);
	}

	/** The first constant is the default. */
	Parameter(final Group group, final String label, final Class<? extends Enum<?>> choices, final String help) {
		this(group, label, "", Kind.CHOICE, Choices.words(choices).get(0), Choices.words(choices), 0, 0, help);
	}

	/** @param unit empty for a number without one */
	Parameter(final Group group, final String label, final String unit, final int defaultValue, final int min,
		final int max, final String help)
	{
		this(group, label, unit, Kind.WHOLE, defaultValue, Collections.emptyList(), min, max, help);
	}

	/** @param unit empty for a number without one */
	Parameter(final Group group, final String label, final String unit, final double defaultValue, final double min,
		final double max, final String help)
	{
		this(group, label, unit, Kind.REAL, defaultValue, Collections.emptyList(), min, max, help);
	}

	Parameter(final Group group, final String label, final String unit, final Kind kind, final Object defaultValue,
		final List<String> choices, final double min, final double max, final String help)
	{
		this.group = group;
		this.label = label;
		this.unit = unit;
		this.kind = kind;
		this.defaultValue = defaultValue;
		this.choices = choices;
		this.min = min;
		this.max = max;
		this.help = help;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public Group group() {
		return group;
	}

	/** The label in dialogs, with the unit; its first word in lower case is the key. */
	public String label() {
		return unit.isEmpty() ? label : label + " (" + unit + ")";
	}

	/** The unit of the value, such as pixels; empty if it has none. */
	public String unit() {
		return unit;
	}

	public Kind kind() {
		return kind;
	}

	/** A String, Integer or Double, by {@link #kind()}. */
	public Object defaultValue() {
		return defaultValue;
	}

	/** The allowed words of a CHOICE, otherwise empty. */
	public List<String> choices() {
		return choices;
	}

	/** Smallest allowed number of a WHOLE or REAL. */
	public double min() {
		return min;
	}

	/** Largest allowed number of a WHOLE or REAL. */
	public double max() {
		return max;
	}

	public String help() {
		return help;
	}

	/** The allowed values in words, for messages and documentation. */
	public String range() {
		switch (kind) {
			case CHOICE:
				return String.join(", ", choices);
			case WHOLE:
				if (min == Integer.MIN_VALUE) return "a whole number";
				return "a whole number from " + (int) min + " to " + (int) max;
			case REAL:
				return "a number from " + DreamParams.format(min) + " to " + DreamParams.format(max);
			default:
				return "text";
		}
	}

	/**
	 * Parses and validates a value.
	 *
	 * @param value text, or a number
	 * @return a String, Integer or Double, by {@link #kind()}
	 * @throws DreamException naming the key, the value and the range
	 */
	public Object read(final Object value) {
		final String text = DreamParams.format(value).trim();
		switch (kind) {
			case CHOICE:
				final String word = text.toLowerCase(Locale.ROOT);
				if (!choices.contains(word)) throw refused(text);
				return word;
			case WHOLE:
			case REAL:
				final double number;
				try {
					number = Numbers.parse(text);
				}
				catch (final NumberFormatException exc) {
					throw refused(text);
				}
				// the negated form also refuses NaN
				if (!(number >= min && number <= max)) throw refused(text);
				if (kind == Kind.REAL) return number;
				if (number != Math.rint(number)) throw refused(text);
				return (int) number;
			default:
				return text;
		}
	}

	private DreamException refused(final String text) {
		return new DreamException(key() + "=" + text + " is not allowed: give " + (kind == Kind.CHOICE ? "one of "
			: "") + range() + advice(text) + ".");
	}

	/** What to write instead of some refused values. */
	private String advice(final String text) {
		if (kind == Kind.CHOICE) return "";
		if (text.matches("[+-]?\\d[\\d,.]*") && Numbers.isAmbiguous(text)) return
			", with a decimal point and without separators of thousands";
		return this == STEP && text.startsWith("-") ? "; to reduce what a layer detects, give the layer a negative weight, as in " +
			"layer=mixed4c*-1" : "";
	}

	/**
	 * @throws DreamException for an unknown key, naming the nearest one
	 */
	public static Parameter of(final String key) {
		for (final Parameter p : values())
			if (p.key().equals(key.toLowerCase(Locale.ROOT))) return p;
		final String[] keys = Arrays.stream(values()).map(Parameter::key).toArray(String[]::new);
		throw new DreamException("Unknown key \"" + key + "\"; did you mean \"" + Nearest.to(key, Arrays.asList(
			keys)) + "\"? The keys are " + String.join(", ", keys) + ".");
	}
}
