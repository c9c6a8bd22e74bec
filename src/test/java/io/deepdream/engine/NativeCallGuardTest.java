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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.deepdream.engine.loading.CrashMarker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a process while another thread runs native code. */
class NativeCallGuardTest {

	@TempDir
	Path folder;

	private NativeCallGuard guard() throws Exception {
		return new NativeCallGuard(getClass().getClassLoader(), CrashMarker.create(folder));
	}

	private static Thread start(final Runnable task) {
		final Thread thread = new Thread(task);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(1, TimeUnit.MINUTES));
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}

	@Test
	void theEndWaitsForTheRunningCall() throws Exception {
		final NativeCallGuard guard = guard();
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch mayEnd = new CountDownLatch(1);
		final AtomicBoolean finished = new AtomicBoolean();
		start(() -> guard.call(() -> {
			begun.countDown();
			await(mayEnd);
			// a part of the running call
			guard.call(() -> {
				finished.set(true);
				return null;
			});
			return null;
		}));
		await(begun);
		final Thread end = start(() -> guard.end(Duration.ofMinutes(1)));
		while (end.getState() != Thread.State.TIMED_WAITING)
			Thread.onSpinWait();
		assertFalse(finished.get());
		mayEnd.countDown();
		end.join(60_000);
		assertFalse(end.isAlive());
		assertTrue(finished.get());
	}

	@Test
	void noCallBeginsAfterTheEnd() throws Exception {
		final NativeCallGuard guard = guard();
		assertEquals(3, guard.call(() -> 3));
		guard.end(Duration.ofMinutes(1));
		final AtomicBoolean ran = new AtomicBoolean();
		final Thread late = start(() -> guard.call(() -> {
			ran.set(true);
			return null;
		}));
		while (late.getState() != Thread.State.WAITING && late.isAlive())
			Thread.onSpinWait();
		assertTrue(late.isAlive());
		assertFalse(ran.get());
	}

	/** A call that never ends must not keep the process. */
	@Test
	void theWaitIsLimited() throws Exception {
		final NativeCallGuard guard = guard();
		final CountDownLatch begun = new CountDownLatch(1);
		start(() -> guard.call(() -> {
			begun.countDown();
			while (true)
				LockSupport.park();
		}));
		await(begun);
		guard.end(Duration.ofMillis(1));
	}
}
