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
package io.deepdream.imagej;

import java.lang.reflect.Field;

import ij.ImagePlus;

import org.scijava.Cancelable;
import org.scijava.command.Command;

import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.progress.ImageJListener;
import io.deepdream.imagej.progress.Worker;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Reads and sets the inputs of SciJava commands: fields with the keys of the parameter table, possibly inherited. */
final class CommandInputs {

	private CommandInputs() {}

	/** Sets the inputs to the defaults of a command. */
	static void set(final Command command, final String key) {
		final DreamParams params = Commands.of(key).defaults();
		for (final Parameter p : params.task().parameters())
			try {
				field(command, p).set(command, params.get(p));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
	}

	/**
	 * Runs a job with the command's inputs.
	 *
	 * @param key of the command in {@link Commands}
	 * @param input null if the job needs no image
	 * @return null if cancelled
	 */
	static <C extends Command & Cancelable> ImagePlus run(final C command, final String key,
		final ImagePlus input)
	{
		final ImagePlus result = Worker.runHere(() -> Commands.of(key).job().run(input, get(command, Commands.of(key)
			.defaults()), new ImageJListener(), image -> {}));
		if (result == null) command.cancel("DeepDream was cancelled before any result was available.");
		return result;
	}

	/** Computes activations with the command's inputs. */
	static ActivationsJob activations(final Command command, final String key, final ImagePlus input) {
		return ActivationsJob.run(input, get(command, Commands.of(key).defaults()), new ImageJListener());
	}

	private static DreamParams get(final Command command, final DreamParams defaults) {
		DreamParams params = defaults;
		for (final Parameter p : Parameter.values()) {
			final Field field = field(command, p);
			try {
				final Object value = field == null ? null : field.get(command);
				if (value != null && !isUnused(p, value, defaults)) params = params.with(p, value);
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
		}
		return params;
	}

	/** Whether a value is what SciJava's dialog leaves in an inherited input of another task; with() refuses any other. */
	private static boolean isUnused(final Parameter parameter, final Object value, final DreamParams defaults) {
		final String initial = parameter.kind() == Parameter.Kind.CHOICE ? (String) parameter.defaultValue() : "";
		return !defaults.task().parameters().contains(parameter) && (value.equals(initial) || value.equals(""));
	}

	/** The exception that SciJava logs and passes to the script. */
	static RuntimeException forScript(final RuntimeException exc) {
		return Messages.forScript(exc);
	}

	/** The field of a parameter, possibly inherited; null if there is none. */
	private static Field field(final Command command, final Parameter parameter) {
		for (Class<?> c = command.getClass(); c != null; c = c.getSuperclass())
			for (final Field field : c.getDeclaredFields())
				if (field.getName().equals(parameter.key())) {
					field.setAccessible(true);
					return field;
				}
		return null;
	}
}
