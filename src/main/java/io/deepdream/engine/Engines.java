package io.deepdream.engine;

import java.nio.file.Path;
import java.util.Optional;

import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamListener;
import io.deepdream.params.Precision;

/** Opens networks without naming the library that runs them. */
public final class Engines {

	private static final CachedNetworks KEPT = new CachedNetworks(AvailableMemory::bytes);

	private Engines() {}

	/**
	 * A network shared with other callers, with its cached gradients. To be closed like
	 * any other.
	 *
	 * @param listener is notified while the library is loaded, which can take seconds
	 * @throws io.deepdream.params.DreamException if the network cannot be used, or the
	 *           library that runs it cannot be loaded here
	 */
	public static GradientEngine share(final ModelSpec spec, final DreamListener listener) {
		return KEPT.share(spec, () -> open(spec, listener));
	}

	/**
	 * Closes the idle shared networks.
	 *
	 * @return whether there were any
	 */
	public static boolean closeIdle() {
		return KEPT.closeIdle();
	}

	/** As {@link #open(ModelSpec, DreamListener)}, without status. */
	public static GradientEngine open(final ModelSpec spec) {
		return open(spec, DreamListener.SILENT);
	}

	/**
	 * A network that is not shared.
	 *
	 * @param listener is notified while the library is loaded, which can take seconds
	 * @throws io.deepdream.params.DreamException if the network cannot be used, or the
	 *           library that runs it cannot be loaded here
	 */
	public static GradientEngine open(final ModelSpec spec, final DreamListener listener) {
		return Backend.get(listener).open(spec);
	}

	/**
	 * @throws io.deepdream.params.DreamException if it makes no sense to compute with a
	 *           precision on this machine
	 */
	public static void require(final Precision precision) {
		if (precision == Precision.FAST) Requirements.checkBfloat16(new ThisMachine());
	}

	/**
	 * Makes a frozen graph of a SavedModel.
	 *
	 * @param folder the one that holds saved_model.pb
	 * @throws io.deepdream.params.DreamException if there is none that can be frozen, or the
	 *           library cannot be loaded here
	 */
	public static byte[] freeze(final Path folder) {
		return Backend.get(DreamListener.SILENT).freeze(folder);
	}

	/**
	 * The crash of an earlier process while loading or computing, if it has not been
	 * reported yet; the caller reports and forgets it.
	 */
	public static Optional<Crash> lastCrash() {
		return Backend.lastCrash();
	}
}
