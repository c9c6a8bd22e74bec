package io.deepdream.params;

/**
 * Receives the progress of a dream and can cancel it. All methods are called on the
 * thread that runs the dream.
 */
public interface DreamListener {

	/** Ignores everything and never cancels. */
	DreamListener SILENT = new DreamListener() {};

	/**
	 * Called before each tile; true cancels the dream.
	 */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * Called before the first step, and after each tile.
	 *
	 * @param done share of the whole job, 0..1, not decreasing, 1 at the end
	 * @param octave the current octave, from 1
	 * @param octaves the number of octaves
	 * @param step the current step within the octave, from 1
	 * @param steps steps per octave
	 * @param score the objective before the last finished step of this octave
	 *          (NaN while there is none)
	 */
	default void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{}

	/**
	 * Called before each plane of a job that dreams several; {@link #progress} refers to
	 * the whole job.
	 *
	 * @param number the plane, from 1
	 */
	default void slice(final int number, final int count) {}

	/** Called before an operation of some seconds that precedes the first progress, such as "loading TensorFlow...". */
	default void loading(final String what) {}

	/** Reports something that is not an error, as one sentence for the user. */
	default void note(final String sentence) {}
}
