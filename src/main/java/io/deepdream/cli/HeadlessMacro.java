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

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import ij.IJ;

import io.deepdream.params.DreamException;
import io.deepdream.params.FilePath;

/** Runs ImageJ macros without a display, where ImageJ's own -batch option fails because it builds the menu bar. */
final class HeadlessMacro {

	private HeadlessMacro() {}

	/**
	 * @return the return value of the macro; null if there is none
	 * @throws DreamException if the macro cannot be read or ends with an error
	 */
	static String run(final String file, final String argument) {
		final String macro;
		try {
			macro = new String(Files.readAllBytes(FilePath.of(file)), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new DreamException("The macro " + file + " cannot be read: check that it exists and is readable.",
				exc);
		}
		if (IJ.getInstance() != null) return MacroRun.run(file, macro, argument);
		final ClassLoader loader = HeadlessImageJ.get();
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(loader);
		try {
			return (String) loader.loadClass(MacroRun.class.getName()).getMethod("run", String.class, String.class,
				String.class).invoke(null, file, macro, argument);
		}
		catch (final InvocationTargetException exc) {
			if (exc.getCause() instanceof DreamException) throw (DreamException) exc.getCause();
			throw new IllegalStateException(exc.getCause());
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException(exc);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
