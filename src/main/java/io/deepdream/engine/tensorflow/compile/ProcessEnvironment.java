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
