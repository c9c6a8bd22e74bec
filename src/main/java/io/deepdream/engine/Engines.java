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
	 * A network that others may use at the same time, or have used before: compiled
	 * gradients are kept. To be closed like one's own.
	 *
	 * @param listener hears that the library is being loaded, which can take seconds
	 * @throws io.deepdream.params.DreamException if the network cannot be used, or the
	 *           library that runs it cannot be loaded here
	 */
	public static GradientEngine share(final ModelSpec spec, final DreamListener listener) {
		return KEPT.share(spec, () -> open(spec, listener));
	}

	/**
	 * Closes the shared networks that nobody uses.
	 *
	 * @return whether there were any
	 */
	public static boolean closeIdle() {
		return KEPT.closeIdle();
	}

	/** As {@link #open(ModelSpec, DreamListener)}, for those who show no status. */
	public static GradientEngine open(final ModelSpec spec) {
		return open(spec, DreamListener.SILENT);
	}

	/**
	 * A network of one's own.
	 *
	 * @param listener hears that the library is being loaded, which can take seconds
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
	 * How an earlier process ended, if that was in the middle of loading or
	 * computing and nobody has been told: whoever tells forgets it.
	 */
	public static Optional<Crash> lastCrash() {
		return Backend.lastCrash();
	}
}
