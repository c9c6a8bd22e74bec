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
package io.deepdream.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

import io.deepdream.engine.loading.IsolatedPackage;
import io.deepdream.engine.loading.LibraryFolder;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;

/**
 * The command line of DeepDream.
 *
 * <pre>
 * (no arguments)            dreams a sample image, writes target/dream.png
 * IN OUT key=value ...      dreams an image file
 * OUT start=noise ...       renders from noise
 * --movie IN OUT ...        makes a zoom movie (.avi, .gif, .tif), or continues one
 * --atlas OUT ...           renders a layer's channels as a stack
 * --website FOLDER ...      makes a website of the channels of layers
 * --macro FILE ARGUMENT     runs an ImageJ macro
 * --layers model=...        lists name, channels, stride, receptive field
 * --models                  lists networks
 * --install NAME            downloads a network of the catalogue
 * --import FILE key=value   imports a frozen graph, a SavedModel or a package
 * --remove NAME             deletes an installed network
 * --help                    lists the parameters
 * --imagej                  opens ImageJ with the plugin installed
 * </pre>
 *
 * The exit code is 0, or 2 after an error, with one sentence on the error stream.
 */
public final class CommandLine {

	private static final String ISOLATED = "cli";

	private CommandLine() {}

	public static void main(final String... args) {
		// only --imagej needs a display
		if (!Arrays.asList(args).contains("--imagej")) System.setProperty("java.awt.headless", "true");
		final int code = run(System.out, System.err, args);
		// only on failure, because exec:java runs in Maven's JVM
		if (code != 0) System.exit(code);
	}

	/** Like {@link #main}, but returns the exit code. */
	public static int run(final PrintStream out, final PrintStream err, final String... args) {
		if (!LibraryFolder.of(CommandLine.class).isPresent()) return CommandRunner.run(out, err, args);
		// the argument parser is in the library folder, which is not on the class path
		try {
			final ClassLoader loader = IsolatedPackage.loader(CommandLine.class, ISOLATED);
			return (Integer) loader.loadClass(CommandLine.class.getPackage().getName() + ".CommandRunner").getMethod("run",
				PrintStream.class, PrintStream.class, String[].class).invoke(null, out, err, args);
		}
		catch (final DreamException exc) {
			err.println(exc.message(Place.COMMAND_LINE));
			return CommandRunner.EXIT_USER_ERROR;
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException("The installed DeepDream is damaged: install it again.", exc);
		}
	}
}
