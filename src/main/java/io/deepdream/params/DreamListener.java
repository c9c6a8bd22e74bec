package io.deepdream.params;

/**
 * The only way by which a running dream talks to the world. All methods are
 * called on the thread that runs the dream.
 */
public interface DreamListener {

	/** A listener that hears nothing and never cancels. */
	DreamListener SILENT = new DreamListener() {};

	/**
	 * Asked before each tile; true ends the dream within that tile's time.
	 */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * Called after each tile.
	 *
	 * @param done share of the whole job, 0..1, never falling, 1 at the end
	 * @param octave the current octave, from 1
	 * @param octaves how many there will be
	 * @param step the current step within the octave, from 1
	 * @param steps steps per octave
	 * @param score the objective before the last finished step of this octave
	 *          (NaN while there is none)
	 */
	default void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{}

	/**
	 * Called before each plane of a job that dreams several; {@link #progress} is
	 * that of the whole job.
	 *
	 * @param number of the plane, from 1
	 */
	default void slice(final int number, final int count) {}

	/** Something that takes seconds has begun before the first progress, such as "loading TensorFlow...". */
	default void loading(final String what) {}

	/** Something the user should know and that is not an error, as one sentence. */
	default void note(final String sentence) {}
}
