package io.deepdream.dream;

import java.util.Collections;
import java.util.List;

import io.deepdream.engine.Precision;
import io.deepdream.image.Picture;

/** What a dream came to. */
public final class Dream {

	private final Picture picture;
	private final int octavesDone;
	private final int octaves;
	private final int tile;
	private final Precision precision;
	private final List<Double> scores;

	Dream(final Picture picture, final int octavesDone, final int octaves,
		final int tile, final Precision precision, final List<Double> scores)
	{
		this.picture = picture;
		this.octavesDone = octavesDone;
		this.octaves = octaves;
		this.tile = tile;
		this.precision = precision;
		this.scores = Collections.unmodifiableList(scores);
	}

	/**
	 * The picture after the last finished octave, RGB 0..255, dimensions [3, w, h];
	 * null if the dream was cancelled before one was finished.
	 */
	public Picture picture() {
		return picture;
	}

	/**
	 * The picture at the size of the whole dream: of one that was cancelled, the
	 * base with what the finished octaves added to it, enlarged.
	 *
	 * @param base what was dreamed
	 */
	public Picture enlarged(final Picture base) {
		if (!cancelled()) return picture;
		final Picture full = Dreamer.enlarge(base, picture, base.width(), base.height());
		full.clamp();
		return full;
	}

	/** Whether it was cancelled; then the picture has the size of its octave. */
	public boolean cancelled() {
		return octavesDone < octaves;
	}

	public int octavesDone() {
		return octavesDone;
	}

	public int octaves() {
		return octaves;
	}

	/** Side of the tiles that were used, which memory may have made smaller than asked for; 0 in naive mode. */
	public int tile() {
		return tile;
	}

	/** What it was computed with: exact where the asked one failed its check. */
	public Precision precision() {
		return precision;
	}

	/** The objective before each step, over all octaves. */
	public List<Double> scores() {
		return scores;
	}
}
