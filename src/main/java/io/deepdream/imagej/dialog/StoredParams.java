package io.deepdream.imagej.dialog;

import ij.ImagePlus;
import ij.Prefs;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.imagej.job.CommandDescriptor;

/**
 * Initial parameters of a command's dialog: those last confirmed in it, stored in
 * ImageJ's preferences. A file to save to is not stored, or the next result would
 * overwrite it; nor are parameters of macros.
 */
public final class StoredParams {

	// null = not stored
	private final String key;
	private final DreamParams defaults;
	private final DreamParams initial;

	private StoredParams(final CommandDescriptor command) {
		key = "deepdream." + command.key();
		defaults = command.defaults();
		initial = read();
	}

	private StoredParams(final String key, final DreamParams defaults, final DreamParams initial) {
		this.key = key;
		this.defaults = defaults;
		this.initial = initial;
	}

	/** The same parameters each time. */
	public static StoredParams fixed(final DreamParams params) {
		return new StoredParams(null, params, params);
	}

	/** A command's, with what the image suggests; it may be null. */
	public static StoredParams of(final CommandDescriptor command, final ImagePlus image) {
		final StoredParams stored = new StoredParams(command);
		return new StoredParams(stored.key, stored.defaults, command.suggest(stored.initial, image));
	}

	/** Changes some values that a command's next dialog begins with. */
	public static void suggest(final CommandDescriptor command, final String options) {
		final StoredParams stored = new StoredParams(command);
		stored.set(stored.initial.withOptions(options));
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
	public DreamParams defaults() {
		return defaults;
	}

	/** What the dialog begins with. */
	public DreamParams initial() {
		return initial;
	}

	/** Stores what the user has confirmed. */
	public void set(final DreamParams params) {
		if (key != null) Prefs.set(key, params.with(Parameter.SAVE, "").toOptions());
	}
}
