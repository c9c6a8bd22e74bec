package io.deepdream.imagej;

import ij.Prefs;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * What a command's dialog begins with: what the user last confirmed in it, kept
 * with ImageJ's preferences. A file to save to is not remembered, or the next
 * result would overwrite it unasked; nor is what a macro sets.
 */
final class RememberedParams {

	// null = nothing is remembered
	private final String key;
	private final DreamParams defaults;
	private final DreamParams begin;

	/**
	 * @param command a word that names the command in the preferences
	 * @param defaults for what a macro does not name
	 */
	RememberedParams(final String command, final DreamParams defaults) {
		key = "deepdream." + command;
		this.defaults = defaults;
		begin = read();
	}

	private RememberedParams(final String key, final DreamParams defaults, final DreamParams begin) {
		this.key = key;
		this.defaults = defaults;
		this.begin = begin;
	}

	/** The same parameters each time. */
	static RememberedParams fixed(final DreamParams params) {
		return new RememberedParams(null, params, params);
	}

	/** This, but for one value that is suggested anew each time. */
	RememberedParams suggesting(final Parameter parameter, final Object value) {
		return new RememberedParams(key, defaults, begin.with(parameter, value));
	}

	private DreamParams read() {
		try {
			return defaults.withOptions(Prefs.get(key, ""));
		}
		catch (final DreamException exc) {
			// from a version that allowed other values
			return defaults;
		}
	}

	/** For what a macro does not name. */
	DreamParams defaults() {
		return defaults;
	}

	/** What the dialog begins with. */
	DreamParams begin() {
		return begin;
	}

	/** Remembers what the user has confirmed. */
	void set(final DreamParams params) {
		if (key != null) Prefs.set(key, params.with(Parameter.SAVE, "").toOptions());
	}
}
