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

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import ij.IJ;
import ij.macro.Interpreter;

import io.deepdream.params.DreamException;

/**
 * Runs a task on a worker thread while the thread that started it waits.
 * <p>
 * Esc aborts the running macro. If the macro's thread has not ended two seconds later,
 * ImageJ stops it wherever it is ({@code Interpreter.abortMacro}; Java 20 and later do
 * not stop threads, but the event thread still waits those two seconds). One step of a
 * large network can take longer. Therefore the macro's thread leaves as soon as its
 * macro is aborted, and the worker goes on alone: it ends its step, saves the result,
 * shows it on the event thread, and closes the network.
 * </p>
 */
public final class Worker {

	private static final int POLL_MILLISECONDS = 20;

	private final Escape escape = new Escape();
	/** The macro whose thread this is; null in a script, for a menu command, or without ImageJ's window. */
	private final Interpreter macro;
	private final BlockingQueue<FutureTask<Void>> windows = new LinkedBlockingQueue<>();
	private boolean alone;

	/** To be called on the thread that waits. */
	public Worker() {
		macro = runsMacro() ? Interpreter.getInstance() : null;
	}

	/** Whether this thread interprets a macro, and does not merely run beside one, as that of a button or script does. */
	private static boolean runsMacro() {
		return Arrays.stream(Thread.currentThread().getStackTrace()).anyMatch(frame -> frame.getClassName().equals(
			Interpreter.class.getName()));
	}

	/**
	 * Runs a task and waits for it. Exceptions of the task are thrown here.
	 *
	 * @param task receives the state of Esc, by which it can be cancelled
	 * @return the result; null if the macro was aborted before the task ended: the task
	 *         then continues, and its errors are logged
	 */
	public <T> T run(final Function<Escape, T> task) {
		final FutureTask<T> work = new FutureTask<>(() -> {
			try {
				return runHere(() -> task.apply(escape));
			}
			catch (final DreamException exc) {
				if (isAlone()) IJ.log("DeepDream: " + exc.getMessage());
				throw exc;
			}
			catch (final CancellationException exc) {
				throw exc;
			}
			catch (final RuntimeException | Error exc) {
				// when no thread waits for the task, its exception would be lost
				if (isAlone()) IJ.handleException(exc);
				throw exc;
			}
		});
		new Thread(work, "DeepDream").start();
		try {
			while (!work.isDone()) {
				escape.isPressed();
				if (macro != null && macro.done()) return null;
				final FutureTask<Void> window = windows.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
				if (window != null) window.run();
			}
			return result(work);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			// also if ImageJ has stopped this thread
			if (!work.isDone()) leave();
		}
	}

	/** Runs a task on the calling thread. Hides the progress bar when it ends. */
	public static <T> T runHere(final Supplier<T> task) {
		try {
			return task.get();
		}
		finally {
			IJ.showProgress(1.0);
		}
	}

	/**
	 * Shows a window, on the thread that waits: in a macro, the current image and the
	 * images of batch mode belong to the macro's thread. If that thread has left, the
	 * window is shown later, on the event thread, which waits for the macro to end.
	 */
	public void show(final Runnable window) {
		final FutureTask<Void> shown = new FutureTask<>(window, null);
		if (!offer(shown)) {
			EventQueue.invokeLater(shown);
			return;
		}
		try {
			while (!isAlone())
				if (isDone(shown)) {
					result(shown);
					return;
				}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean isDone(final FutureTask<Void> shown) throws InterruptedException {
		try {
			shown.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
		}
		catch (final TimeoutException exc) {
			return false;
		}
		catch (final ExecutionException exc) {
			// thrown by result()
		}
		return true;
	}

	private synchronized boolean offer(final FutureTask<Void> window) {
		if (!alone) windows.add(window);
		return !alone;
	}

	private synchronized boolean isAlone() {
		return alone;
	}

	private synchronized void leave() {
		escape.press();
		alone = true;
		final List<FutureTask<Void>> waiting = new ArrayList<>();
		windows.drainTo(waiting);
		waiting.forEach(EventQueue::invokeLater);
	}

	private static <T> T result(final FutureTask<T> task) throws InterruptedException {
		try {
			return task.get();
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof RuntimeException) throw (RuntimeException) exc.getCause();
			throw (Error) exc.getCause();
		}
	}
}
