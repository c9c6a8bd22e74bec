package io.deepdream.params;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The one table of parameters: key, type, default, range and help text. The
 * dialog, the macro string, the SciJava commands, the command line and the
 * documentation are generated from it or checked against it.
 * <p>
 * The key is the constant's name in lower case and the first word of its label.
 * Macros in the wild depend on both: neither ever changes.
 * </p>
 */
public enum Parameter {
	MODEL("Model", "compact-inception",
		"the network: a catalogue name, or the path of a frozen .pb file"),
	LAYER("Layer", "default",
		"the layer to climb; several as mixed3b*0.5,mixed4c; default = the model's own"),
	CHANNELS("Channels", "all", "all, or some of the layer's channels: 139, 3-7 or 3;9; with weights: 3*1;9*-0.5"),
	OBJECTIVE("Objective", new String[] { "auto", "mean", "square" },
		"mean or mean square of the chosen channels; auto = square for all channels, else mean"),
	GUIDE("Guide", "",
		"title of an open image, or an image file, whose features are climbed towards instead of the objective; empty = none"),
	START("Start", new String[] { "image", "noise" }, "what to start from: the open image, or random noise"),
	WIDTH("Width (pixels)", 224, 1, 100_000, "width of the picture when starting from noise"),
	HEIGHT("Height (pixels)", 224, 1, 100_000, "height of the picture when starting from noise"),
	VARIATIONS("Variations", 1, 1, 100,
		"how many pictures to make from noise, together and whole, each from another seed; more than 1 make a stack"),
	DIVERSITY("Diversity of variations", 0.2, 0, 100,
		"how much variations are pushed apart while they climb; 0 = they differ by their noise alone"),
	MODE("Mode", new String[] { "tiled", "naive" },
		"tiled = tile by tile in bounded memory; naive = the whole image in one run"),
	TILE("Tile (pixels)", 512, 32, 8192, "side of a tile in tiled mode"),
	OVERLAP("Overlap (pixels)", "32",
		"how far a tile looks beyond its border: pixels, or exact = as far as the layer sees, so that tiles equal the whole"),
	OCTAVES("Octaves", 4, 1, 20, "number of sizes, from small to full, at which the image is dreamed"),
	RATIO("Ratio of octaves", 1.4, 1.01, 10, "how much larger each octave is than the one before"),
	ITERATIONS("Iterations per octave", 10, 0, 100_000,
		"gradient steps in each octave; 0 = none: only for a zoom movie that does not dream"),
	STEP("Step size", 1.5, 0.001, 1000, "how far one step goes, in grey levels of 0..255"),
	NORMALISE("Normalise by", new String[] { "std", "mean" },
		"what each step's gradient is divided by: its standard deviation, or its mean absolute value"),
	OPTIMIZER("Optimizer", new String[] { "plain", "momentum", "preconditioned" },
		"plain = each step by itself; momentum = steps add up what they agree on; preconditioned = and sizes and places get even " +
			"parts, for the same score in about half the time"),
	PRECISION("Precision", new String[] { "exact", "fast" },
		"exact = float32; fast = bfloat16, nearly twice as fast, for Intel Xeons with AMX under Linux only"),
	SMOOTH("Smooth (levels)", 0, 0, 8,
		"levels of the Laplacian pyramid that evens out the gradient's frequencies; from noise it makes shapes readable and " +
			"colours natural too; 0 = off"),
	JITTER("Jitter (pixels)", 32, 0, 1000,
		"random roll of the image before each step; in tiled mode any roll above 0 moves the tiles freely; 0 = off"),
	SEED("Seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE, "whole number from which all randomness comes"),
	SLICES("Slices", new String[] { "current", "all" }, "the current slice of a stack, or all of them in order"),
	COHERENCE("Coherence of slices", 0.0, 0, 1,
		"share of a slice's detail that the next one begins with, so that a time series does not flicker; 0 = none"),
	EDGE("Edge of selection (pixels)", 8, 0, 1000,
		"how far inside a selection's border the dream fades in; 0 = a hard edge"),
	TYPE("Type of result", new String[] { "rgb", "same" },
		"rgb = as displayed; same = each channel back to the input's bit depth, display range and lookup table"),
	OUTPUT("Output", new String[] { "new", "in place" },
		"new = a new image; in place = the input itself, which keeps its type"),
	SAVE("Save", "",
		"where the result is written: a .png, .tif, .jpg, .avi or .gif file, or a folder for a .tif; empty = nowhere"),

	FRAMES("Frames", 30, 1, 100_000, "how many frames a zoom movie adds to the open image, or to the open movie"),
	ZOOM("Zoom per frame", 1.04, 0.5, 2, "how much larger each frame of a zoom movie shows things than the one before"),
	ROTATE("Rotate (degrees per frame)", 0.0, -180, 180, "how far each frame of a zoom movie is turned clockwise"),
	CENTRE("Centre (pixels)", "middle", "the point of a zoom movie that stays in its place: middle, or x,y in pixels"),
	STRONGEST("Strongest channels", 10, 1, 1000, "how many of the channels that answer most are shown as maps");

	/** How a parameter's text is read. */
	public enum Kind {
		TEXT, CHOICE, WHOLE, REAL
	}

	private final String label;
	private final Kind kind;
	private final Object defaultValue;
	private final List<String> choices;
	private final double min;
	private final double max;
	private final String help;

	Parameter(final String label, final String defaultValue, final String help) {
		this(label, Kind.TEXT, defaultValue, Collections.emptyList(), 0, 0, help);
	}

	/** The first choice is the default. */
	Parameter(final String label, final String[] choices, final String help) {
		this(label, Kind.CHOICE, choices[0], Arrays.asList(choices), 0, 0, help);
	}

	Parameter(final String label, final int defaultValue, final int min, final int max, final String help) {
		this(label, Kind.WHOLE, defaultValue, Collections.emptyList(), min, max, help);
	}

	Parameter(final String label, final double defaultValue, final double min, final double max, final String help) {
		this(label, Kind.REAL, defaultValue, Collections.emptyList(), min, max, help);
	}

	Parameter(final String label, final Kind kind, final Object defaultValue, final List<String> choices,
		final double min, final double max, final String help)
	{
		this.label = label;
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

	/** For the dialog; its first word in lower case is the key. */
	public String label() {
		return label;
	}

	public Kind kind() {
		return kind;
	}

	/** A String, Integer or Double, by {@link #kind()}. */
	public Object defaultValue() {
		return defaultValue;
	}

	/** The allowed words of a CHOICE, else empty. */
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

	/** What is allowed, in words: for messages and documentation. */
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
	 * Reads and checks a value.
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
					number = Double.parseDouble(text);
				}
				catch (final NumberFormatException exc) {
					throw refused(text);
				}
				// written so that NaN is refused too
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
			: "") + range() + ".");
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
