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
package io.deepdream.engine.tensorflow.compile;

import java.util.Map;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Sets environment variables of the running process. The change is visible to native
 * libraries, but not to {@link System#getenv()}.
 */
final class ProcessEnvironment {

	/** The C runtime of TensorFlow for Windows. */
	private static final String WINDOWS_RUNTIME = "ucrtbase";

	private ProcessEnvironment() {}

	/**
	 * Loads JNA's native library, which takes about 0.2 s.
	 *
	 * @return whether it can be used; false, for example, if files in the temporary folder
	 *          must not be executed
	 */
	static boolean isAvailable() {
		try {
			setter();
			return true;
		}
		catch (final LinkageError exc) {
			return false;
		}
	}

	/**
	 * Runs a task with additional environment variables, which are removed afterwards, so
	 * that they do not affect libraries of other plugins.
	 *
	 * @param variables none of which is set
	 * @throws LinkageError if JNA is not available
	 */
	static void with(final Map<String, String> variables, final Runnable task) {
		variables.forEach(ProcessEnvironment::set);
		try {
			task.run();
		}
		finally {
			variables.keySet().forEach(ProcessEnvironment::remove);
		}
	}

	private static void set(final String name, final String value) {
		// the third argument of setenv: overwrite
		setter().invokeInt(Platform.isWindows() ? new Object[] { name, value } : new Object[] { name, value, 1 });
	}

	private static void remove(final String name) {
		// on Windows an empty value removes a variable
		if (Platform.isWindows()) set(name, "");
		else NativeLibrary.getProcess().getFunction("unsetenv").invokeInt(new Object[] { name });
	}

	private static Function setter() {
		return Platform.isWindows() ? NativeLibrary.getInstance(WINDOWS_RUNTIME).getFunction("_putenv_s") : NativeLibrary
			.getProcess().getFunction("setenv");
	}
}
