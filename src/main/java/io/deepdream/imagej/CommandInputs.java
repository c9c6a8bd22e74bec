package io.deepdream.imagej;

import java.lang.reflect.Field;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.Cancelable;
import org.scijava.command.Command;

import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.ImageJListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** A SciJava command's inputs: fields named by the keys of the table, in the command's class or its superclasses. */
final class CommandInputs {

	private CommandInputs() {}

	/** Sets the fields to the defaults of a command of the registry. */
	static void set(final Command command, final String key) {
		final DreamParams params = Commands.of(key).defaults();
		for (final Parameter p : params.task().parameters())
			try {
				field(command, p).set(command, params.value(p));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
	}

	/**
	 * Runs a job with the command's inputs.
	 *
	 * @param key of the registry
	 * @param input may be null where the job needs none
	 * @return null if cancelled
	 */
	static <C extends Command & Cancelable> ImagePlus run(final C command, final String key,
		final ImagePlus input)
	{
		try {
			final ImagePlus result = Commands.of(key).job().run(input, get(command, Commands.of(key).defaults()), new ImageJListener(),
				image -> {});
			if (result == null) command.cancel("DeepDream was stopped before anything was finished.");
			return result;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/** Looks at activations with the command's inputs. */
	static ActivationsJob activations(final Command command, final String key, final ImagePlus input) {
		return ActivationsJob.run(input, get(command, Commands.of(key).defaults()), new ImageJListener());
	}

	private static DreamParams get(final Command command, final DreamParams defaults) {
		DreamParams params = defaults;
		for (final Parameter p : Parameter.values()) {
			final Field field = field(command, p);
			try {
				// inputs of other tasks are null unless a script sets them, which with() refuses
				if (field != null && field.get(command) != null) params = params.with(p, field.get(command));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
		}
		return params;
	}

	/** The field of a parameter, which may be a superclass's; null if there is none. */
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
