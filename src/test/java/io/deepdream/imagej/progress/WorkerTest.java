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
package io.deepdream.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ij.IJ;
import ij.macro.Interpreter;
import ij.macro.MacroRunner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that fail after the thread that waited for them has left, as when Esc aborts a macro. */
class WorkerTest {

	private final CompletableFuture<Throwable> shown = new CompletableFuture<>();

	@BeforeEach
	void receiveExceptions() {
		IJ.setExceptionHandler(shown::complete);
	}

	@AfterEach
	void showExceptions() {
		IJ.setExceptionHandler(null);
	}

	/** Runs a task on a worker, and lets it fail after the waiting thread has left; returns the worker's thread. */
	private static Thread failAlone(final RuntimeException failure) throws Exception {
		final CompletableFuture<Thread> worker = new CompletableFuture<>();
		final CountDownLatch left = new CountDownLatch(1);
		final Thread waiting = new Thread(() -> new Worker().run(escape -> {
			worker.complete(Thread.currentThread());
			try {
				left.await();
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
			throw failure;
		}));
		waiting.start();
		worker.get(1, TimeUnit.MINUTES);
		waiting.interrupt();
		waiting.join();
		left.countDown();
		return worker.get();
	}

	@Test
	void anUnexpectedExceptionIsShown() throws Exception {
		final RuntimeException failure = new IllegalStateException("unexpected");
		failAlone(failure);
		assertSame(failure, shown.get(1, TimeUnit.MINUTES));
	}

	@Test
	void cancellingADownloadIsNoError() throws Exception {
		failAlone(new CancellationException()).join();
		assertFalse(shown.isDone());
	}

	/** Buttons and scripts run commands on threads that ImageJ names like those of macros. */
	@Test
	void aMacroBesideItMayEnd(@TempDir final Path folder) throws Exception {
		final Path end = folder.resolve("end");
		final Thread macro = new MacroRunner("while (!File.exists('" + end + "')) wait(5);").getThread();
		while (Interpreter.getInstance() == null)
			Thread.sleep(1);
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch release = new CountDownLatch(1);
		final CompletableFuture<String> result = new CompletableFuture<>();
		new Thread(() -> result.complete(new Worker().run(escape -> {
			begun.countDown();
			try {
				release.await();
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
			return "done";
		})), "Run$_Button").start();
		begun.await();
		Files.createFile(end);
		macro.join();
		// several times as long as the waiting thread needs to notice
		assertThrows(TimeoutException.class, () -> result.get(200, TimeUnit.MILLISECONDS));
		release.countDown();
		assertEquals("done", result.get(1, TimeUnit.MINUTES));
	}
}
