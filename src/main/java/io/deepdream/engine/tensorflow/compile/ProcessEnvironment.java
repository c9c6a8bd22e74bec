package io.deepdream.engine.tensorflow.compile;

import java.util.Map;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Sets environment variables of the running process, which Java itself can only
 * read. Native libraries see the change, {@link System#getenv()} does not.
 */
final class ProcessEnvironment {

	/** The C runtime that TensorFlow for Windows is linked to. */
	private static final String WINDOWS_RUNTIME = "ucrtbase";

	private ProcessEnvironment() {}

	/**
	 * Loads the native access library, which takes some 0.2 s.
	 *
	 * @return whether it can be used here: not where temporary files must not be
	 *         executed, for example
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
	 * Runs some work with additional variables, and removes them afterwards: what
	 * other plugins load later must not see them.
	 *
	 * @param variables none of which is set
	 * @throws LinkageError if there is no native access
	 */
	static void with(final Map<String, String> variables, final Runnable work) {
		variables.forEach(ProcessEnvironment::set);
		try {
			work.run();
		}
		finally {
			variables.keySet().forEach(ProcessEnvironment::remove);
		}
	}

	private static void set(final String name, final String value) {
		// the C library's setenv takes whether to overwrite as a third argument
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
