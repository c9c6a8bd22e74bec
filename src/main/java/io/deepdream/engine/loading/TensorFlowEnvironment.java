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
package io.deepdream.engine.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import io.deepdream.params.DreamException;

/**
 * The environment variables that TensorFlow reads while it is loaded: which kernels
 * compute convolutions, and which messages are printed. A variable that the user
 * has set keeps its value.
 */
public final class TensorFlowEnvironment {

	/** System property: the least severe messages of TensorFlow that are printed, one of info, warning and error. */
	public static final String LOG_PROPERTY = "deepdream.log";

	/** 1 = oneDNN's kernels, 0 = TensorFlow's own. */
	public static final String ONEDNN = "TF_ENABLE_ONEDNN_OPTS";

	private static final String THREADS = "TF_NUM_INTRAOP_THREADS";
	private static final String CONCURRENT_OPERATIONS = "TF_NUM_INTEROP_THREADS";
	/** Operations run on the thread that calls TensorFlow; only their inner loops use other threads. */
	private static final String CALLING_THREAD = "-1";

	/** The least severity that is printed, as an index into {@link #SEVERITIES}. */
	private static final String LOG_LEVEL = "TF_CPP_MIN_LOG_LEVEL";
	private static final List<String> SEVERITIES = List.of("info", "warning", "error");
	private static final String DEFAULT_SEVERITY = "error";

	private TensorFlowEnvironment() {}

	/**
	 * The variables to set before TensorFlow is loaded.
	 * <p>
	 * TensorFlow 2.18 uses oneDNN by default only on x86 processors with AVX512_VNNI or
	 * newer instructions ({@code tensorflow/core/util/util.cc}), although gradients are
	 * faster with it on every x86 processor that TensorFlow supports (docs/speed.md).
	 * </p>
	 *
	 * @param environment of the process
	 * @param log value of {@link #LOG_PROPERTY}; null if it is not set
	 * @return names and values, without the variables that the user has set
	 * @throws DreamException if the value of the property is not allowed
	 */
	public static Map<String, String> additions(final Machine machine, final Map<String, String> environment,
		final String log)
	{
		final Map<String, String> variables = new LinkedHashMap<>();
		if (machine.isX86()) variables.put(ONEDNN, "1");
		final String severity = log == null ? DEFAULT_SEVERITY : log.toLowerCase(Locale.ROOT);
		if (!SEVERITIES.contains(severity)) throw new DreamException(LOG_PROPERTY + "=" + log + " is not allowed: give one of " +
			String.join(", ", SEVERITIES) + ".");
		variables.put(LOG_LEVEL, Integer.toString(SEVERITIES.indexOf(severity)));
		variables.keySet().removeAll(environment.keySet());
		return variables;
	}

	/**
	 * The variables that limit the threads, also set before TensorFlow is loaded: its first session reads them, and all
	 * sessions of the process share its threads.
	 *
	 * @param threads empty = TensorFlow's default, all processors
	 * @return names and values, without the variables that the user has set
	 */
	public static Map<String, String> threads(final OptionalInt threads, final Map<String, String> environment) {
		final Map<String, String> variables = new LinkedHashMap<>();
		threads.ifPresent(n -> {
			variables.put(THREADS, Integer.toString(n));
			variables.put(CONCURRENT_OPERATIONS, CALLING_THREAD);
		});
		variables.keySet().removeAll(environment.keySet());
		return variables;
	}
}
