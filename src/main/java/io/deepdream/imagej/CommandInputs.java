package io.deepdream.imagej;

import java.lang.reflect.Field;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import org.scijava.Cancelable;
import org.scijava.command.Command;

/** A SciJava command's inputs: fields named by the keys of the table, in the command's class or its superclasses. */
final class CommandInputs {

	private CommandInputs() {}

	/** Sets the fields of the task that the defaults, DreamParams, belong to. */
	static void set(final Command command, final Object defaults) {
		final DreamParams params = (DreamParams) defaults;
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
	 * @param defaults DreamParams
	 * @param input may be null where the job needs none
	 * @return null if cancelled
	 */
	static <C extends Command & Cancelable> ImagePlus run(final C command, final Object defaults, final PluginRun.Job job,
		final ImagePlus input)
	{
		try {
			final ImagePlus result = job.run(input, get(command, (DreamParams) defaults), new ImageJListener(), image -> {});
			if (result == null) command.cancel("DeepDream was stopped before anything was finished.");
			return result;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/** Looks at activations with the command's inputs. */
	static ActivationsJob look(final Command command, final Object defaults, final ImagePlus input) {
		return ActivationsJob.run(input, get(command, (DreamParams) defaults), new ImageJListener());
	}

	private static DreamParams get(final Command command, final DreamParams defaults) {
		DreamParams params = defaults;
		for (final Parameter p : Parameter.values()) {
			final Field field = field(command, p);
			try {
				// what does not belong to the task stays null, unless somebody asks for it: then the sentence comes from here
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
