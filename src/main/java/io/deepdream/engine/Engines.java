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

import java.nio.file.Path;
import java.util.Optional;

import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamListener;
import io.deepdream.params.Precision;

/** Opens networks. Callers do not depend on the library that computes them. */
public final class Engines {

	private static final CachedNetworks CACHE = new CachedNetworks(AvailableMemory::bytes);

	private Engines() {}

	/**
	 * Opens a network that is shared with other callers, or reuses a cached one. To be
	 * closed by the caller.
	 *
	 * @param listener is notified while TensorFlow is loaded, which can take seconds
	 * @throws io.deepdream.params.DreamException if the network cannot be used, or
	 *          TensorFlow cannot be loaded on this computer
	 */
	public static GradientEngine share(final ModelSpec spec, final DreamListener listener) {
		return CACHE.share(spec, () -> open(spec, listener));
	}

	/**
	 * Closes the cached networks that are not in use.
	 *
	 * @return whether there were any
	 */
	public static boolean closeIdle() {
		return CACHE.closeIdle();
	}

	/** As {@link #open(ModelSpec, DreamListener)}, without a listener. */
	public static GradientEngine open(final ModelSpec spec) {
		return open(spec, DreamListener.SILENT);
	}

	/**
	 * Opens a network that is not shared. To be closed by the caller.
	 *
	 * @param listener is notified while TensorFlow is loaded, which can take seconds
	 * @throws io.deepdream.params.DreamException if the network cannot be used, or
	 *          TensorFlow cannot be loaded on this computer
	 */
	public static GradientEngine open(final ModelSpec spec, final DreamListener listener) {
		return Backend.get(listener).open(spec);
	}

	/**
	 * Checks that a precision is useful on this computer.
	 *
	 * @throws io.deepdream.params.DreamException if the precision is
	 *          {@link Precision#FAST} and the processor is not known to multiply bfloat16
	 *          matrices
	 */
	public static void require(final Precision precision) {
		if (precision == Precision.FAST) Requirements.checkBfloat16(new ThisMachine());
	}

	/**
	 * Freezes a SavedModel.
	 *
	 * @param folder contains saved_model.pb
	 * @param signature name of the signature; empty = the one that takes images
	 * @return the frozen GraphDef, serialized
	 * @throws io.deepdream.params.DreamException if the SavedModel cannot be frozen, or
	 *          TensorFlow cannot be loaded on this computer
	 */
	public static byte[] freeze(final Path folder, final String signature) {
		return Backend.get(DreamListener.SILENT).freeze(folder, signature);
	}

	/**
	 * The crash of an earlier process while it loaded or ran TensorFlow, unless it was
	 * reported before. The caller reports and discards it.
	 */
	public static Optional<Crash> lastCrash() {
		return Backend.lastCrash();
	}
}
