package io.deepdream.imagej;

import java.lang.reflect.Field;

import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.DreamParams;

/**
 * The table of parameters as SciJava inputs. An input that is left out has the
 * command's default; nothing is remembered between runs, since a script must not
 * depend on what ran before it. A test checks these fields against the table.
 */
abstract class ParameterCommand implements Command, Cancelable {

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String layer;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private String objective;

	@Parameter(required = false, persist = false)
	private String start;

	@Parameter(required = false, persist = false)
	private Integer width;

	@Parameter(required = false, persist = false)
	private Integer height;

	@Parameter(required = false, persist = false)
	private String mode;

	@Parameter(required = false, persist = false)
	private Integer tile;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private Integer octaves;

	@Parameter(required = false, persist = false)
	private Double ratio;

	@Parameter(required = false, persist = false)
	private Integer iterations;

	@Parameter(required = false, persist = false)
	private Double step;

	@Parameter(required = false, persist = false)
	private String normalise;

	@Parameter(required = false, persist = false)
	private Integer smooth;

	@Parameter(required = false, persist = false)
	private Integer jitter;

	@Parameter(required = false, persist = false)
	private Integer seed;

	@Parameter(required = false, persist = false)
	private String type;

	@Parameter(required = false, persist = false)
	private String save;

	private String cancelReason;

	/** @param defaults the inputs of a run that names none */
	ParameterCommand(final DreamParams defaults) {
		for (final io.deepdream.Parameter p : io.deepdream.Parameter.values())
			try {
				field(p).set(this, defaults.value(p));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
	}

	/**
	 * @param input may be null when starting from noise
	 * @return null if cancelled
	 */
	ImagePlus dream(final ImagePlus input) {
		try {
			final ImagePlus result = DreamJob.run(input, params(), new ImageJListener());
			if (result == null) cancel("DeepDream was stopped before anything was finished.");
			return result;
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	private DreamParams params() {
		DreamParams params = DreamParams.defaults();
		for (final io.deepdream.Parameter p : io.deepdream.Parameter.values())
			try {
				params = params.with(p, field(p).get(this));
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
		return params;
	}

	private static Field field(final io.deepdream.Parameter parameter) {
		try {
			return ParameterCommand.class.getDeclaredField(parameter.key());
		}
		catch (final NoSuchFieldException exc) {
			throw new IllegalStateException("no SciJava input for the parameter " + parameter.key(), exc);
		}
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
