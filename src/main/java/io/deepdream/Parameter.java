package io.deepdream;

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
		"layer whose activations are maximised; several as mixed3b*0.5,mixed4c; default = the network's own"),
	CHANNELS("Channels", "all", "all, or some of the layer's channels: 139, 3-7 or 3;9; with weights: 3*1;9*-0.5"),
	OBJECTIVE("Objective", new String[] { "auto", "mean", "square" },
		"objective: mean or mean square of the channels' activations; auto = square for all channels, else mean"),
	GUIDE("Guide", "",
		"guide: title of an open image, or an image file, whose features are matched instead of the objective; empty = none"),
	START("Start", new String[] { "image", "noise" }, "start from the open image, or from random noise"),
	WIDTH("Width (pixels)", 224, 1, 100_000, "width of the picture when starting from noise"),
	HEIGHT("Height (pixels)", 224, 1, 100_000, "height of the picture when starting from noise"),
	VARIATIONS("Variations", 1, 1, 100,
		"number of images from noise, each from its own seed, in one stack; the whole image per run"),
	DIVERSITY("Diversity of variations", 0.2, 0, 100,
		"weight of the term that makes variations differ; 0 = they differ only by their noise"),
	MODE("Mode", new String[] { "tiled", "naive" },
		"tiled = tile by tile in bounded memory; naive = the whole image in one run"),
	TILE("Tile (pixels)", 512, 32, 8192, "side of a tile in tiled mode"),
	OVERLAP("Overlap (pixels)", "32",
		"halo around each tile, in pixels; exact = the receptive field, so that tiles equal the whole image"),
	OCTAVES("Octaves", 4, 1, 20, "number of sizes, from small to full"),
	RATIO("Ratio of octaves", 1.4, 1.01, 10, "size of each octave relative to the one before"),
	ITERATIONS("Iterations per octave", 10, 0, 100_000,
		"steps in each octave; 0 = no dream, for zoom movies only"),
	STEP("Step size", 1.5, 0.001, 1000, "step size, in grey levels of 0..255"),
	NORMALISE("Normalise by", new String[] { "std", "mean" },
		"normalisation of the gradient: by its standard deviation, or by its mean absolute value"),
	OPTIMIZER("Optimizer", new String[] { "plain", "momentum", "preconditioned" },
		"plain = gradient ascent; momentum = with Nesterov momentum; preconditioned = momentum, with sizes and regions equalised, " +
			"for the same score in about half the time"),
	PRECISION("Precision", new String[] { "exact", "fast" },
		"exact = float32; fast = bfloat16, nearly twice as fast, only on Intel Xeons with AMX under Linux"),
	SMOOTH("Smooth (levels)", 0, 0, 8,
		"levels of Laplacian normalisation of the gradient; from noise it makes shapes more readable and colours more natural; " +
			"0 = off"),
	JITTER("Jitter (pixels)", 32, 0, 1000,
		"random roll of the image before each step; in tiled mode any roll above 0 moves the tiles freely; 0 = off"),
	SEED("Seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE, "whole number from which all randomness comes"),
	SLICES("Slices", new String[] { "current", "all" }, "current slice of a stack, or all slices in order"),
	COHERENCE("Coherence of slices", 0.0, 0, 1,
		"share of a slice's detail that the next slice starts with, against flicker in time series; 0 = none"),
	EDGE("Edge of selection (pixels)", 8, 0, 1000,
		"width of the fade inside the border of a selection, in pixels; 0 = a hard edge"),
	TYPE("Type of result", new String[] { "rgb", "same" },
		"rgb = as displayed; same = each channel back to the input's bit depth, display range and lookup table"),
	OUTPUT("Output", new String[] { "new", "in place" },
		"new = a new image; in place = the input itself, which keeps its type"),
	SAVE("Save", "",
		"file for the result: .png, .tif, .jpg, .avi or .gif, or a folder for a .tif; empty = none"),

	FRAMES("Frames", 30, 1, 100_000, "number of frames that a zoom movie adds to the open image or movie"),
	ZOOM("Zoom per frame", 1.04, 0.5, 2, "magnification of each frame of a zoom movie relative to the one before"),
	ROTATE("Rotate (degrees per frame)", 0.0, -180, 180, "clockwise rotation of each frame of a zoom movie, in degrees"),
	CENTRE("Centre (pixels)", "middle", "fixed point of a zoom movie: middle, or x,y in pixels"),
	STRONGEST("Strongest channels", 10, 1, 1000, "number of channels with the largest activations that are shown as maps");

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
