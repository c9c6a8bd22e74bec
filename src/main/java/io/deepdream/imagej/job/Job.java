package io.deepdream.imagej.job;

import ij.ImagePlus;

import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/** The computation of a command, without windows; for example {@link DreamJob}. */
public interface Job {

	/** Shows a result before it is saved, so that a write error does not lose it. */
	interface Display {

		void show(ImagePlus result);

		/** Shows activations: maps, table and plot. */
		default void show(final ActivationsJob activations, final ImagePlus source, final DreamParams params) {
			show(activations.maps());
		}
	}

	/**
	 * @param input null if the parameters need no image
	 * @return a new image, not shown; null if cancelled before any result was
	 *         available
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	ImagePlus run(ImagePlus input, DreamParams params, DreamListener listener, Display display);
}
