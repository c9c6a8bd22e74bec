package io.deepdream.imagej;

import java.lang.reflect.Field;

import org.scijava.Cancelable;
import org.scijava.command.Command;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.DreamParams;
import io.deepdream.Parameter;

/**
 * A SciJava command whose inputs are parameters of the table: fields named by the
 * keys, in the subclasses. An input that is left out has the command's default;
 * nothing is remembered between runs, since a script must not depend on what ran
 * before it. A test checks the fields against the table.
 */
abstract class TaskCommand implements Command, Cancelable {

	private final DreamParams defaults;
	private String cancelReason;

	/** @param defaults the inputs of a run that names none */
	TaskCommand(final DreamParams defaults) {
		this.defaults = defaults;
		for (final Parameter p : defaults.task().parameters())
			try {
				field(p).set(this, defaults.value(p));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
	}

	/**
	 * Runs a job with the command's inputs.
	 *
	 * @param input may be null where the job needs none
	 * @return null if cancelled
	 */
	ImagePlus run(final PluginRun.Job job, final ImagePlus input) {
		try {
			final ImagePlus result = job.run(input, params(), new ImageJListener(), image -> {});
			if (result == null) cancel("DeepDream was stopped before anything was finished.");
			return result;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	private DreamParams params() {
		DreamParams params = defaults;
		for (final Parameter p : Parameter.values()) {
			final Field field = field(p);
			try {
				// what does not belong to the task stays null, unless somebody asks for it: then the sentence comes from here
				if (field != null && field.get(this) != null) params = params.with(p, field.get(this));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
		}
		return params;
	}

	/** The field of a parameter, which may be a superclass's; null if there is none. */
	private Field field(final Parameter parameter) {
		for (Class<?> c = getClass(); c != TaskCommand.class; c = c.getSuperclass())
			for (final Field field : c.getDeclaredFields())
				if (field.getName().equals(parameter.key())) {
					field.setAccessible(true);
					return field;
				}
		return null;
	}

	@Override
	public boolean isCanceled() {
		return cancelReason != null;
	}

	@Override
	public void cancel(final String reason) {
		cancelReason = reason;
	}

	@Override
	public String getCancelReason() {
		return cancelReason;
	}
}
