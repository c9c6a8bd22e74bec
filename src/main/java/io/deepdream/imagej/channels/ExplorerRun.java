package io.deepdream.imagej.channels;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.SwingUtilities;

import io.deepdream.DeepDream;
import io.deepdream.DreamException;
import io.deepdream.DreamException.Place;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.ChannelPicture;
import io.deepdream.imagej.job.ChannelPictures;
import io.deepdream.imagej.job.DreamJob;

/**
 * What an explorer computes, on one thread of its own: opens networks and renders
 * a layer's channels, one layer at a time; a new wish stops the one before.
 */
final class ExplorerRun implements AutoCloseable {

	/** All called on the event thread; nothing is told of a wish that was followed by another one. */
	interface View {

		void opened(List<LayerInfo> layers, LayerInfo chosen);

		void began(LayerInfo layer);

		void found(ChannelPicture picture);

		void progress(double done);

		void ended(boolean complete);

		void failed(String sentence);
	}

	/** Stands for one wish; the latest is the only one that is served. */
	private static final class Wish {}

	private final View view;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
		final Thread worker = new Thread(task, "DeepDream channel explorer");
		worker.setDaemon(true);
		return worker;
	});
	private final AtomicReference<Wish> latest = new AtomicReference<>();
	// both are touched by the worker alone
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
		final Wish wish = new Wish();
		latest.set(wish);
		thread.execute(() -> {
			try {
				work(params, wish);
			}
			catch (final DreamException exc) {
				tell(wish, () -> view.failed(exc.message(Place.DIALOG)));
			}
			catch (final OutOfMemoryError exc) {
				tell(wish, () -> view.failed(DreamJob.outOfMemory(exc).getMessage()));
			}
		});
	}

	/** Ends what is being rendered, within a step. */
	void stop() {
		latest.set(null);
	}

	private void work(final DreamParams params, final Wish wish) {
		if (latest.get() != wish) return;
		open(params, wish);
		final LayerInfo layer = deepDream.layer(params);
		tell(wish, () -> view.began(layer));
		final boolean complete = ChannelPictures.each(deepDream, params, new DreamListener() {

			@Override
			public boolean isCancelled() {
				return latest.get() != wish;
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				tell(wish, () -> view.progress(done));
			}
		}, picture -> tell(wish, () -> view.found(picture)));
		tell(wish, () -> view.ended(complete));
	}

	private void open(final DreamParams params, final Wish wish) {
		final String wanted = params.get(Parameter.MODEL);
		if (!wanted.equals(model)) {
			closeNetwork();
			deepDream = DeepDream.open(wanted);
			model = wanted;
			final List<LayerInfo> layers = deepDream.layers();
			final LayerInfo chosen = deepDream.layer(params);
			tell(wish, () -> view.opened(layers, chosen));
		}
	}

	private void tell(final Wish wish, final Runnable what) {
		SwingUtilities.invokeLater(() -> {
			if (latest.get() == wish) what.run();
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
