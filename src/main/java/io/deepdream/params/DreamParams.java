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
package io.deepdream.params;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * An immutable, validated value for every {@link Parameter}. Only those that belong
 * to the {@link Task} can be set.
 *
 * <pre>
 * DreamParams params = DreamParams.parse("layer=mixed4c octaves=3").with(Parameter.SEED, 7);
 * </pre>
 */
public final class DreamParams implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final DreamParams DEFAULTS = new DreamParams(Task.DREAM, new EnumMap<>(Parameter.class));

	private final Task task;
	private final Map<Parameter, Object> values;

	private DreamParams(final Task task, final Map<Parameter, Object> given) {
		this.task = task;
		final Map<Parameter, Object> all = new EnumMap<>(Parameter.class);
		for (final Parameter p : Parameter.values())
			all.put(p, given.getOrDefault(p, p.defaultValue()));
		values = Collections.unmodifiableMap(all);
	}

	/** {@link Task#DREAM} with every parameter at the table's default. */
	public static DreamParams defaults() {
		return DEFAULTS;
	}

	/** Every parameter at the task's default. */
	public static DreamParams of(final Task task) {
		return new DreamParams(task, new EnumMap<>(Parameter.class)).withOptions(task.defaults());
	}

	/**
	 * The first picture of the DeepDream tutorial (A. Mordvintsev, 2015): channel
	 * 139 of mixed4d_3x3_bottleneck_pre_relu, 60 steps of 1.0 from noise of
	 * 224x224, the whole image at once.
	 */
	public static DreamParams fromNoise() {
		return parse("start=noise layer=mixed4d_3x3_bottleneck_pre_relu channels=139 mode=naive octaves=1 " +
			"iterations=60 step=1 jitter=0");
	}

	/**
	 * Parses an ImageJ macro option string; omitted parameters have their default.
	 *
	 * @throws DreamException for an unknown key or a value that is not allowed
	 */
	public static DreamParams parse(final String options) {
		return DEFAULTS.withOptions(options);
	}

	/** A copy with the values of a macro option string. */
	public DreamParams withOptions(final String options) {
		DreamParams result = this;
		for (final Map.Entry<String, String> e : MacroOptions.parse(options).entrySet())
			result = result.with(Parameter.of(e.getKey()), e.getValue());
		return result;
	}

	/**
	 * A copy with one value changed.
	 *
	 * @param value text or a number
	 * @throws DreamException if the value is not allowed, or the parameter belongs
	 *           to another task
	 */
	public DreamParams with(final Parameter parameter, final Object value) {
		final Object read = parameter.read(value);
		task.require(parameter, read);
		final Map<Parameter, Object> changed = new EnumMap<>(values);
		changed.put(parameter, read);
		return new DreamParams(task, changed);
	}

	public Task task() {
		return task;
	}

	/** The value as a macro would write it, without brackets. */
	public String get(final Parameter parameter) {
		return format(values.get(parameter));
	}

	/** The value as a String, Integer or Double, by the parameter's kind. */
	public Object value(final Parameter parameter) {
		return values.get(parameter);
	}

	/** The value of a WHOLE parameter. */
	public int whole(final Parameter parameter) {
		return (Integer) values.get(parameter);
	}

	/** The value of a REAL parameter. */
	public double real(final Parameter parameter) {
		return (Double) values.get(parameter);
	}

	/** The value of a CHOICE parameter. */
	public <E extends Enum<E>> E choice(final Parameter parameter, final Class<E> type) {
		return Choices.parse(type, get(parameter));
	}

	/** Whether a CHOICE parameter has the given value. */
	public boolean is(final Parameter parameter, final Enum<?> value) {
		return get(parameter).equals(Choices.word(value));
	}

	/** The task's parameters as a macro option string, without those that are empty. */
	public String toOptions() {
		final StringBuilder line = new StringBuilder();
		for (final Parameter p : task.parameters()) {
			if (get(p).isEmpty()) continue;
			if (line.length() > 0) line.append(' ');
			line.append(p.key()).append('=').append(MacroOptions.quote(get(p)));
		}
		return line.toString();
	}

	/** A value as macros write it: integers without a decimal point. */
	public static String format(final Object value) {
		if (value instanceof Number) {
			final double d = ((Number) value).doubleValue();
			if (d == Math.rint(d) && Math.abs(d) < 1e15) return Long.toString((long) d);
		}
		return String.valueOf(value);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof DreamParams && task == ((DreamParams) other).task && values.equals(
			((DreamParams) other).values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	@Override
	public String toString() {
		return toOptions();
	}
}
