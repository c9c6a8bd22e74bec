package io.deepdream.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.CrashMarker;
import io.deepdream.engine.loading.LibraryFolder;
import io.deepdream.engine.loading.NativeCache;
import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.SystemSettings;

/** The network library, loaded once per process, after the checks of {@code engine.loading}. */
final class Backend {

	private static final String OURS = "io.deepdream.";
	private static final String ISOLATED = OURS + "engine.tensorflow.";
	private static final double MB = 1e6;

	private static Backend loaded;
	/** The first error has the cause; later ones only name a missing class. */
	private static LinkageError failure;

	private final GradientEngineFactory factory;
	private final NativeCallGuard guard;

	private Backend(final GradientEngineFactory factory, final NativeCallGuard guard) {
		this.factory = factory;
		this.guard = guard;
	}

	/** @throws DreamException if the library cannot run here, or could not the last time */
	static synchronized Backend get(final DreamListener listener) {
		if (failure != null) throw explain(failure);
		if (loaded == null) loaded = load(listener);
		return loaded;
	}

	/** The crash of an earlier process that has not been reported yet; to be called before {@link #get}. */
	static synchronized Optional<Crash> lastCrash() {
		return loaded == null && failure == null ? CrashMarker.find(SystemSettings.cache()) : Optional.empty();
	}

	private static Backend load(final DreamListener listener) {
		final Platform platform = Requirements.check(new ThisMachine());
		final ClassLoader own = Backend.class.getClassLoader();
		final ClassLoader loader = LibraryFolder.of(Backend.class).map(i -> i.loader(platform, own, OURS, ISOLATED)).orElse(
			own);
		final NativeCache cache = NativeCache.of(loader, platform);
		final long unpacked = cache.prepare();
		report(lastCrash(), listener);
		final CrashMarker marker = marker(cache.folder());
		final NativeCallGuard guard = new NativeCallGuard(loader, marker);
		listener.loading(unpacked == 0 ? "loading TensorFlow..." : String.format(Locale.ROOT,
			"unpacking TensorFlow (%.0f MB, this once)...", unpacked / MB));
		marker.loading();
		try {
			return guard.inContext(() -> {
				final GradientEngineFactory factory = ServiceLoader.load(GradientEngineFactory.class, loader).findFirst()
					.orElseThrow(() -> new DreamException(
						"The part of DeepDream that runs networks is missing from this installation: install DeepDream again."));
				factory.load(cache.folder());
				cache.removeOthers();
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

	private static void report(final Optional<Crash> last, final DreamListener listener) {
		if (!last.isPresent()) return;
		last.get().forget();
		if (last.get().whileLoading()) throw new DreamException(last.get().sentence());
		listener.note(last.get().sentence());
	}

	private static CrashMarker marker(final Path folder) {
		try {
			return CrashMarker.create(folder);
		}
		catch (final IOException exc) {
			throw new DreamException("No file can be written in " + folder + ": make room there, or change its permissions.",
				exc);
		}
	}

	private static DreamException explain(final LinkageError exc) {
		Throwable root = exc;
		while (root.getCause() != null)
			root = root.getCause();
		return new DreamException("TensorFlow could not be loaded (" + root + "): install DeepDream again, and if that does " +
			"not help, report it with the text of About DeepDream.", exc);
	}

	GradientEngine open(final ModelSpec spec) {
		return new GuardedEngine(call(() -> factory.open(spec)), guard);
	}

	byte[] freeze(final Path folder) {
		return call(() -> factory.freeze(folder));
	}

	/** Another version of the library on one class path with ours, in a script's, shows only where it is used. */
	private <T> T call(final Supplier<T> work) {
		try {
			return guard.call(work);
		}
		catch (final LinkageError exc) {
			throw explain(exc);
		}
	}
}
