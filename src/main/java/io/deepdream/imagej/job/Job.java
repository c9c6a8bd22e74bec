package io.deepdream.imagej.job;

import ij.ImagePlus;

import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/** The work of a command, without a window, such as {@link DreamJob}. */
public interface Job {

	/** Receives a result before it is written to a file, so that a full disk does not cost the work. */
	interface Display {

		void show(ImagePlus result);

		/** Activations, which have a table and a plot beside their maps. */
		default void show(final ActivationsJob activations, final ImagePlus source, final DreamParams params) {
			show(activations.maps());
		}
	}

	/**
	 * @param input may be null where the parameters need none
	 * @return a new image, not shown; null if it was cancelled before anything was
	 *         finished
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	ImagePlus run(ImagePlus input, DreamParams params, DreamListener listener, Display display);
}
