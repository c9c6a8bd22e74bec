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
package io.deepdream.imagej.dialog;

import ij.ImagePlus;
import ij.Prefs;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The initial parameters of a command's dialog: those last confirmed with OK, stored in
 * ImageJ's preferences. The file to save to is not stored, or the next result would
 * overwrite it; parameters of macros are not stored either.
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

	/** Parameters that are not stored. */
	public static StoredParams fixed(final DreamParams params) {
		return new StoredParams(null, params, params);
	}

	/**
	 * The stored parameters of a command, with the values suggested for an image.
	 *
	 * @param image may be null
	 */
	public static StoredParams of(final CommandDescriptor command, final ImagePlus image) {
		final StoredParams stored = new StoredParams(command);
		return new StoredParams(stored.key, stored.defaults, command.suggest(stored.initial, image));
	}

	/** With some other initial values, which are stored when the user confirms them. */
	public StoredParams with(final String options) {
		return new StoredParams(key, defaults, initial.withOptions(options));
	}

	private DreamParams read() {
		try {
			return defaults.withOptions(Prefs.get(key, ""));
		}
		catch (final DreamException exc) {
			// stored by a version with other parameters
			return defaults;
		}
	}

	/** The values of parameters that a macro omits. */
	public DreamParams defaults() {
		return defaults;
	}

	/** The initial values of the dialog. */
	public DreamParams initial() {
		return initial;
	}

	/** Stores the parameters confirmed by the user. */
	public void set(final DreamParams params) {
		if (key != null) Prefs.set(key, params.with(Parameter.SAVE, "").toOptions());
	}
}
