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
package io.deepdream.imagej.channels;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.SwingUtilities;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.ChannelPicture;
import io.deepdream.imagej.job.ChannelPictures;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The background task of the explorer, on one worker thread: opens networks and renders
 * the channels of a layer. A new request cancels the previous one.
 */
final class ExplorerRun implements AutoCloseable {

	/** Shows the progress of the latest request. Called on the event thread. */
	interface View {

		void networkOpened(List<LayerInfo> layers, LayerInfo chosen);

		void layerStarted(LayerInfo layer);

		void pictureReady(ChannelPicture picture);

		void progress(double done);

		void ended(boolean complete);

		void failed(String sentence);
	}

	/** Identifies a request; all but the latest are cancelled. */
	private static final class Request {}

	private final View view;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
		final Thread worker = new Thread(task, "DeepDream channel explorer");
		worker.setDaemon(true);
		return worker;
	});
	private final AtomicReference<Request> latest = new AtomicReference<>();
	// used by the worker thread only
	private DeepDream deepDream;
	private String model;

	ExplorerRun(final View view) {
		this.view = view;
	}

	/**
	 * Opens the network, unless it is open, and renders the layer.
	 */
	void render(final DreamParams params) {
		final Request request = new Request();
		latest.set(request);
		thread.execute(() -> {
			try {
				work(params, request);
			}
			catch (final DreamException exc) {
				report(request, () -> view.failed(exc.message(Place.DIALOG)));
			}
			catch (final OutOfMemoryError exc) {
				report(request, () -> view.failed(DreamJob.outOfMemory(exc).getMessage()));
			}
		});
	}

	/** Cancels rendering within one step. */
	void stop() {
		latest.set(null);
	}

	private void work(final DreamParams params, final Request request) {
		if (latest.get() != request) return;
		open(params, request);
		final LayerInfo layer = deepDream.layer(params);
		report(request, () -> view.layerStarted(layer));
		final boolean complete = ChannelPictures.each(deepDream, params, new DreamListener() {

			@Override
			public boolean isCancelled() {
				return latest.get() != request;
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				report(request, () -> view.progress(done));
			}
		}, picture -> report(request, () -> view.pictureReady(picture)));
		report(request, () -> view.ended(complete));
	}

	private void open(final DreamParams params, final Request request) {
		final String wanted = params.get(Parameter.MODEL);
		if (!wanted.equals(model)) {
			closeNetwork();
			deepDream = DeepDream.open(wanted);
			model = wanted;
			final List<LayerInfo> layers = deepDream.layers();
			final LayerInfo chosen = deepDream.layer(params);
			report(request, () -> view.networkOpened(layers, chosen));
		}
	}

	private void report(final Request request, final Runnable update) {
		SwingUtilities.invokeLater(() -> {
			if (latest.get() == request) update.run();
		});
	}

	private void closeNetwork() {
		if (deepDream != null) deepDream.close();
		deepDream = null;
		model = null;
	}

	@Override
	public void close() {
		stop();
		thread.execute(this::closeNetwork);
		thread.shutdown();
	}
}
