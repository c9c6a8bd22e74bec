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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.TensorFlow;

import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.params.SystemSettings;

/** Loads TensorFlow's native library. */
final class NativeLibrary {

	private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
	private static final String CACHE = "org.bytedeco.javacpp.cachedir";

	private NativeLibrary() {}

	/** @throws LinkageError if it cannot be loaded; only the first error has the cause */
	static void load(final Path cache) {
		final Map<String, String> variables = TensorFlowEnvironment.additions(new ThisMachine(), System.getenv(), System
			.getProperty(TensorFlowEnvironment.LOG_PROPERTY));
		variables.putAll(TensorFlowEnvironment.threads(SystemSettings.threads(), System.getenv()));
		// takes as long as the start of JavaCPP, which the other thread does
		final CompletableFuture<Boolean> canSet = CompletableFuture.supplyAsync(ProcessEnvironment::isAvailable);
		chooseCache(cache);
		liftPhysicalLimit();
		if (canSet.join()) ProcessEnvironment.with(variables, NativeLibrary::start);
		else start();
	}

	/** Some variables are read while the library is loaded, others by its first session. */
	private static void start() {
		TensorFlow.version();
		ConvolutionKernels.current();
	}

	private static void chooseCache(final Path cache) {
		withProperty(CACHE, cache.toString(), () -> {
			try {
				// reads the property once and keeps it
				Loader.getCacheDir();
			}
			catch (final IOException exc) {
				throw new UncheckedIOException(exc);
			}
		});
	}

	/**
	 * JavaCPP refuses to allocate once the whole process exceeds twice the heap's
	 * maximum. TensorFlow's memory does not depend on the heap, so that a small
	 * -Xmx would end a dream for no reason.
	 */
	private static void liftPhysicalLimit() {
		// reads the property while its class is initialised
		if (System.getProperty(LIMIT) == null) withProperty(LIMIT, "0", Pointer::maxPhysicalBytes);
	}

	/** The property is another plugin's too: it has its value only for as long as our own JavaCPP reads it. */
	private static void withProperty(final String key, final String value, final Runnable work) {
		final String before = System.getProperty(key);
		System.setProperty(key, value);
		try {
			work.run();
		}
		finally {
			if (before == null) System.clearProperty(key);
			else System.setProperty(key, before);
		}
	}
}
