package io.deepdream.params;

/**
 * Looks to begin with. Each is a line of macro options over a task's defaults; a
 * preset leaves alone which network is used and what becomes of the result.
 */
public enum Preset {
	BALANCED("Balanced", "layer=default channels=all octaves=4 ratio=1.4 iterations=10 step=1.5 smooth=0",
		"the network's own choice of layer"),
	GENTLE("Gentle", "layer=mixed4a channels=all octaves=3 ratio=1.4 iterations=8 step=1 smooth=0",
		"a hint of a dream over a picture that stays as it was"),
	RIPPLES("Ripples", "layer=mixed3a channels=all octaves=3 ratio=1.4 iterations=10 step=1.5 smooth=0",
		"fine lines that follow every surface"),
	SCALES("Scales", "layer=mixed3b channels=all octaves=4 ratio=1.4 iterations=15 step=1.5 smooth=0",
		"a dense texture of scales and spots"),
	GLOW("Glowing colours", "layer=mixed3b channels=all octaves=5 ratio=1.5 iterations=12 step=2 smooth=4",
		"soft patches in strong colours: the gradient's fine grain is evened out"),
	CREATURES("Creatures", "layer=mixed4c channels=all octaves=5 ratio=1.4 iterations=20 step=1.5 smooth=0",
		"eyes and folds in all sizes, where something round is"),
	OBJECTS("Large forms", "layer=mixed4d channels=all octaves=3 ratio=1.6 iterations=30 step=2 smooth=0",
		"few large forms that take the place of what is there"),
	FRENZY("Frenzy", "layer=mixed4b channels=all octaves=6 ratio=1.3 iterations=25 step=2.5 smooth=0",
		"nothing is left as it was");

	private final String title;
	private final String options;
	private final String help;

	Preset(final String title, final String options, final String help) {
		this.title = title;
		this.options = options;
		this.help = help;
	}

	/** For the dialog and the documentation. */
	public String title() {
		return title;
	}

	/** What it sets, as a macro would write it. */
	public String options() {
		return options;
	}

	/** What it does, in a line. */
	public String help() {
		return help;
	}

	/** Parameters with what this preset sets; the others stay. */
	public DreamParams apply(final DreamParams params) {
		return params.withOptions(options);
	}
}
