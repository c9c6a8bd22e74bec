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
package io.deepdream.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.CrashMarker;
import io.deepdream.engine.loading.IsolatedPackage;
import io.deepdream.engine.loading.NativeCache;
import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.SystemSettings;

/** Loads TensorFlow once per process, after the checks of {@code engine.loading}, and opens networks with it. */
final class Backend {

	private static final String ISOLATED = "engine.tensorflow";
	private static final double MB = 1e6;

	private static Backend loaded;
	/** Only the first error has the cause: later attempts report a class that is missing. */
	private static LinkageError failure;

	private final GradientEngineFactory factory;
	private final NativeCallGuard guard;

	private Backend(final GradientEngineFactory factory, final NativeCallGuard guard) {
		this.factory = factory;
		this.guard = guard;
	}

	/** @throws DreamException if TensorFlow cannot run on this computer, or failed to load before */
	static synchronized Backend get(final DreamListener listener) {
		if (failure != null) throw explain(failure);
		if (loaded == null) loaded = load(listener);
		return loaded;
	}

	/** The unreported crash of an earlier process; call it before {@link #get}, which reports and discards the crash. */
	static synchronized Optional<Crash> lastCrash() {
		return loaded == null && failure == null ? CrashMarker.find(SystemSettings.cache()) : Optional.empty();
	}

	private static Backend load(final DreamListener listener) {
		final Platform platform = Requirements.check(new ThisMachine());
		final ClassLoader loader = IsolatedPackage.loader(GradientEngineFactory.class, ISOLATED, () -> platform);
		final NativeCache cache = NativeCache.of(loader, platform);
		final long unpacked = cache.prepare();
		reportCrash(lastCrash(), listener);
		final CrashMarker marker = marker(cache.folder());
		final NativeCallGuard guard = new NativeCallGuard(loader, marker);
		listener.loading(unpacked == 0 ? "loading TensorFlow..." : String.format(Locale.ROOT,
			"unpacking TensorFlow (%.0f MB) once...", unpacked / MB));
		marker.loading();
		try {
			return guard.inContext(() -> {
				final GradientEngineFactory factory = ServiceLoader.load(GradientEngineFactory.class, loader).findFirst()
					.orElseThrow(() -> new DreamException(
						"DeepDream's TensorFlow engine is missing from this installation: install DeepDream again."));
				factory.load(cache.folder());
				cache.removeOtherVersions();
				return new Backend(factory, guard);
			});
		}
		catch (final LinkageError exc) {
			failure = exc;
			throw explain(exc);
		}
		finally {
			marker.loaded();
		}
	}

	private static void reportCrash(final Optional<Crash> crash, final DreamListener listener) {
		if (!crash.isPresent()) return;
		crash.get().discard();
		if (crash.get().whileLoading()) throw new DreamException(crash.get().message());
		listener.note(crash.get().message());
	}

	private static CrashMarker marker(final Path folder) {
		try {
			return CrashMarker.create(folder);
		}
		catch (final IOException exc) {
			throw new DreamException("DeepDream cannot write to the folder " + folder +
				": free disk space, or change its permissions.", exc);
		}
	}

	private static DreamException explain(final LinkageError exc) {
		Throwable root = exc;
		while (root.getCause() != null)
			root = root.getCause();
		return new DreamException("TensorFlow could not be loaded (" + root + "): install DeepDream again; if the error " +
			"persists, report it with the text of About DeepDream.", exc);
	}

	GradientEngine open(final ModelSpec spec) {
		return new GuardedEngine(call(() -> factory.open(spec)), guard);
	}

	byte[] freeze(final Path folder, final String signature) {
		return call(() -> factory.freeze(folder, signature));
	}

	/** Another TensorFlow on the class path of a script causes a LinkageError only when its classes are used. */
	private <T> T call(final Supplier<T> work) {
		try {
			return guard.call(work);
		}
		catch (final LinkageError exc) {
			throw explain(exc);
		}
	}
}
