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
public final class RememberedParams {

	// null = not stored
	private final String key;
	private final DreamParams defaults;
	private final DreamParams begin;

	private RememberedParams(final CommandDescriptor command) {
		key = "deepdream." + command.key();
		defaults = command.defaults();
		begin = read();
	}

	private RememberedParams(final String key, final DreamParams defaults, final DreamParams begin) {
		this.key = key;
		this.defaults = defaults;
		this.begin = begin;
	}

	/** The same parameters each time. */
	public static RememberedParams fixed(final DreamParams params) {
		return new RememberedParams(null, params, params);
	}

	/** A command's, with what the image suggests; it may be null. */
	public static RememberedParams of(final CommandDescriptor command, final ImagePlus image) {
		final RememberedParams memory = new RememberedParams(command);
		return new RememberedParams(memory.key, memory.defaults, command.suggest(memory.begin, image));
	}

	/** Changes some values that a command's next dialog begins with. */
	public static void suggest(final CommandDescriptor command, final String options) {
		final RememberedParams memory = new RememberedParams(command);
		memory.set(memory.begin.withOptions(options));
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
	public DreamParams begin() {
		return begin;
	}

	/** Stores what the user has confirmed. */
	public void set(final DreamParams params) {
		if (key != null) Prefs.set(key, params.with(Parameter.SAVE, "").toOptions());
	}
}
