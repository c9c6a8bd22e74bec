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
package io.deepdream.imagej.dialog;

import java.awt.EventQueue;
import java.awt.Image;
import java.util.List;

import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/**
 * The background tasks of a dialog, on a worker thread: opens the network and dreams
 * the preview. A new request cancels the previous one at its next tile.
 */
final class Preview implements AutoCloseable {

	/** Longer side of a preview in pixels. */
	static final int SIDE = 240;
	/** Milliseconds without a change before a preview starts, so that typing does not start one per key. */
	private static final int DELAY_MS = 300;

	/** Shows the results. Called on the event thread. */
	interface View {

		/** The layers of the network, after it was opened. */
		void layers(List<LayerInfo> layers);

		void picture(Image picture);

		void status(String progress);

		/** A request failed. */
		void failed(String sentence);
	}

	private final PreviewSource source;
	private final View view;
	private final Thread thread = new Thread(this::work, "DeepDream preview");
	private DreamParams requested;
	private boolean withPicture;
	private boolean closed;
	private volatile int latest;
	private volatile DeepDream network;
	private volatile String networkName;

	Preview(final PreviewSource source, final View view) {
		this.source = source;
		this.view = view;
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Requests a preview without waiting for it.
	 *
	 * @param picture false = only open the network and compile its gradient
	 */
	synchronized void request(final DreamParams params, final boolean picture) {
		requested = params;
		withPicture = picture;
		latest++;
		notifyAll();
	}

	/** Cancels the current request. */
	synchronized void cancel() {
		requested = null;
		latest++;
	}

	/**
	 * Checks layer and channels against the open network.
	 *
	 * @throws DreamException if the open network has no such layer or channels
	 */
	void check(final DreamParams params) {
		final DeepDream open = network;
		if (open != null && params.get(Parameter.MODEL).equals(networkName)) open.check(params);
	}

	/** Waits until the network is closed, so that two networks are never in memory at once. */
	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			latest++;
			notifyAll();
		}
		try {
			thread.join();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private void work() {
		try {
			int done = 0;
			while (true) {
				final DreamParams params;
				final boolean picture;
				synchronized (this) {
					while (!closed && (requested == null || done == latest))
						wait();
					if (closed) return;
					int previous;
					do {
						previous = latest;
						wait(DELAY_MS);
						if (closed) return;
					}
					while (previous != latest);
					done = latest;
					params = requested;
					picture = withPicture;
				}
				if (params != null) process(params, picture, done);
			}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		finally {
			closeNetwork();
		}
	}

	private void process(final DreamParams params, final boolean picture, final int request) {
		try {
			open(params.get(Parameter.MODEL));
			network.check(params);
			if (!picture) {
				show(request, () -> view.status(" "));
				if (canPrepare(params)) network.prepare(params);
				return;
			}
			final DreamParams reduced = source.reduced(params);
			final ImageProcessor dream = source.dream(network, reduced, listener(request));
			if (dream == null) return;
			final int wanted = params.whole(Parameter.ITERATIONS);
			final int used = reduced.whole(Parameter.ITERATIONS);
			show(request, () -> {
				view.picture(dream.createImage());
				view.status(used < wanted ? used + " of " + wanted + " iterations" : " ");
			});
		}
		catch (final DreamException exc) {
			show(request, () -> view.failed(exc.message(Place.DIALOG)));
		}
		catch (final OutOfMemoryError exc) {
			show(request, () -> view.failed("Not enough memory for a preview."));
		}
	}

	/** Whether the gradient can be compiled in advance: with a guide it depends on the guide image. */
	private static boolean canPrepare(final DreamParams params) {
		return (params.task() == Task.DREAM || params.task() == Task.MOVIE) && params.get(Parameter.GUIDE).isEmpty();
	}

	private void open(final String model) {
		if (network != null && model.equals(networkName)) return;
		closeNetwork();
		network = DeepDream.open(model);
		networkName = model;
		final List<LayerInfo> layers = network.layers();
		EventQueue.invokeLater(() -> view.layers(layers));
	}

	private void closeNetwork() {
		if (network != null) network.close();
		network = null;
	}

	private DreamListener listener(final int request) {
		return new DreamListener() {

			@Override
			public boolean isCancelled() {
				return request != latest;
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				show(request, () -> view.status(String.format("preview: %.0f%%", 100 * done)));
			}
		};
	}

	/** Updates the view, unless there is a newer request. */
	private void show(final int request, final Runnable update) {
		EventQueue.invokeLater(() -> {
			if (request == latest) update.run();
		});
	}
}
