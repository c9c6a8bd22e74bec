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
 * The work of the explorer, on one worker thread: opens networks and renders
 * a layer's channels, one layer at a time; a new request cancels the one before.
 */
final class ExplorerRun implements AutoCloseable {

	/** All called on the event thread; a request that was followed by another one reports nothing. */
	interface View {

		void networkOpened(List<LayerInfo> layers, LayerInfo chosen);

		void layerStarted(LayerInfo layer);

		void pictureReady(ChannelPicture picture);

		void progress(double done);

		void ended(boolean complete);

		void failed(String sentence);
	}

	/** Identity of a request; only the latest is served. */
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
	 * Opens the network that the parameters name, unless it is open, and renders
	 * their layer.
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

	/** Ends what is being rendered, within a step. */
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

	private void report(final Request request, final Runnable what) {
		SwingUtilities.invokeLater(() -> {
			if (latest.get() == request) what.run();
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
