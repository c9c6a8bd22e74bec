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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin in an old Fiji that runs Java 8. */
class JavaVersionTest {

	private static final int JAVA_8 = 52;
	private static final String VERSION = "java.specification.version";

	private final String version = System.getProperty(VERSION);

	/** Loads the plugin's classes again and, like Java 8, rejects classes compiled for later versions. */
	private static final class Java8Loader extends ClassLoader {

		Java8Loader() {
			super(JavaVersionTest.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith("io.deepdream.")) return super.loadClass(name, resolve);
			synchronized (getClassLoadingLock(name)) {
				final Class<?> loaded = findLoadedClass(name);
				return loaded != null ? loaded : define(name);
			}
		}

		private Class<?> define(final String name) throws ClassNotFoundException {
			try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
				if (in == null) throw new ClassNotFoundException(name);
				final byte[] bytes = in.readAllBytes();
				final int major = (bytes[6] & 255) << 8 | bytes[7] & 255;
				if (major > JAVA_8) throw new UnsupportedClassVersionError(name + " has class file version " + major);
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (final IOException exc) {
				throw new ClassNotFoundException(name, exc);
			}
		}
	}

	@BeforeEach
	void simulateJava8() {
		System.setProperty(VERSION, "1.8");
	}

	@AfterEach
	void restoreVersion() {
		System.setProperty(VERSION, version);
	}

	@Test
	void menuCommandsReportTheRequiredVersion() throws Exception {
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			if (line.startsWith("#") || line.isBlank() || line.contains("\"-\"")) continue;
			final String entry = line.split(",\\s*")[2];
			final PlugIn plugin = (PlugIn) new Java8Loader().loadClass(entry.replaceFirst("\\(.*", ""))
				.getDeclaredConstructor().newInstance();
			final String output = macro(() -> plugin.run(entry.replaceAll(".*\\(\"|\"\\)", "")));
			assertTrue(output.contains("Java 11") && output.contains("Fiji-Latest"), line + ": " + output);
		}
	}

	/** Runs a plugin in a macro thread, checks that it aborts the macro, and returns the log. */
	private static String macro(final Runnable plugin) throws InterruptedException {
		final PrintStream out = System.out;
		final ByteArrayOutputStream output = new ByteArrayOutputStream();
		final List<Throwable> thrown = new ArrayList<>();
		final Thread thread = new Thread(() -> {
			Macro.setOptions("layer=mixed4a");
			plugin.run();
		}, "Run$_macro");
		thread.setUncaughtExceptionHandler((t, exc) -> thrown.add(exc));
		IJ.log("\\Clear");
		System.setOut(new PrintStream(output, true));
		try {
			thread.start();
			thread.join();
		}
		finally {
			System.setOut(out);
		}
		assertEquals(1, thrown.size());
		assertEquals(Macro.MACRO_CANCELED, thrown.get(0).getMessage(), () -> String.valueOf(thrown));
		// ImageJ logs to its window if it is open
		return output + IJ.getLog();
	}

	@Test
	void sciJavaCommandsReportTheRequiredVersion() throws Exception {
		int commands = 0;
		try (Context context = new Context(CommandService.class)) {
			// hides the expected errors
			context.service(LogService.class).setLevel(LogLevel.NONE);
			final CommandService service = context.service(CommandService.class);
			for (final CommandInfo info : service.getCommands()) {
				if (!info.getClassName().startsWith("io.deepdream.")) continue;
				final Class<? extends Command> type = new Java8Loader().loadClass(info.getClassName()).asSubclass(Command.class);
				// members that SciJava inspects
				for (Class<?> c = type; c != null; c = c.getSuperclass()) {
					c.getDeclaredFields();
					c.getDeclaredMethods();
				}
				final Throwable error = assertThrows(ExecutionException.class, () -> service.run(new CommandInfo(type), false)
					.get(), info.getClassName());
				Throwable root = error;
				while (root.getCause() != null)
					root = root.getCause();
				assertTrue(root.getMessage().contains("needs Java 11"), root.toString());
				commands++;
			}
		}
		assertTrue(commands >= 3);
	}

	@Test
	void acceptsJava11AndLater() {
		for (final String enough : new String[] { "11", "17", "21", "25" }) {
			System.setProperty(VERSION, enough);
			assertTrue(JavaVersion.suffices(), enough);
		}
		for (final String old : new String[] { "1.8", "9", "10" }) {
			System.setProperty(VERSION, old);
			assertTrue(!JavaVersion.suffices(), old);
		}
	}
}
