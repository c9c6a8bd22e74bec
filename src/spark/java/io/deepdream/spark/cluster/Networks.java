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
package io.deepdream.spark.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.spark.SparkEnv;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.Machine;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.Fingerprint;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.SystemSettings;

/**
 * The open networks of an executor: each is opened once and retained until the process ends, since opening and compiling
 * can take longer than a task. TensorFlow computes with as many threads as a task has processors.
 */
final class Networks {

	/** Keeps each network open when its other users close it. */
	private static final Map<Fingerprint, GradientEngine> RETAINED = new ConcurrentHashMap<>();
	/** More markers than executors of one computer leave. */
	private static final int MAX_CRASHES = 1000;
	private static boolean prepared;

	private Networks() {}

	/** A lease of an open network; closing it keeps the network open. */
	static GradientEngine engine(final ModelSpec spec) {
		prepare();
		RETAINED.computeIfAbsent(spec.fingerprint(), key -> Engines.share(spec, DreamListener.SILENT));
		return Engines.share(spec, DreamListener.SILENT);
	}

	/** Before TensorFlow is loaded. */
	private static synchronized void prepare() {
		if (prepared) return;
		final SparkEnv env = SparkEnv.get();
		final String executor = "The " + (env == null || env.executorId().equals("driver") ? "driver" : "executor " + env
			.executorId() + " on " + env.blockManager().blockManagerId().host());
		require(new ThisMachine(), executor);
		if (!SystemSettings.threads().isPresent()) System.setProperty(SystemSettings.THREADS, env == null ? "1" : env.conf()
			.get("spark.task.cpus", "1"));
		// ImageJ's own folder would be emptied, because there the libraries belong to another jar
		System.setProperty(SystemSettings.CACHE, SystemSettings.cache().resolve("spark").toString());
		discardCrashes();
		prepared = true;
	}

	/** @throws DreamException if a computer cannot run TensorFlow */
	static void require(final Machine machine, final String executor) {
		try {
			Requirements.check(machine);
		}
		catch (final DreamException exc) {
			throw new DreamException(executor + " cannot compute: " + exc.getMessage(), exc);
		}
	}

	/**
	 * An executor that was killed, or lost with its machine, leaves the marker of a crash. Spark reports lost executors
	 * itself and repeats their tasks, which must not fail because of the marker.
	 */
	private static void discardCrashes() {
		Optional<Crash> crash = Engines.lastCrash();
		for (int i = 0; i < MAX_CRASHES && crash.isPresent(); i++) {
			crash.get().discard();
			crash = Engines.lastCrash();
		}
	}
}
