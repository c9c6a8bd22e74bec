package io.deepdream.dream;

import java.util.Collections;
import java.util.List;

import io.deepdream.image.Picture;
import io.deepdream.params.Precision;

/** The result of a dream. */
public final class Dream {

	private final Picture picture;
	private final int octavesDone;
	private final int octaves;
	private final int tile;
	private final Precision precision;
	private final List<Double> scores;

	Dream(final Picture picture, final int octavesDone, final int octaves, final int tile, final Precision precision,
		final List<Double> scores)
	{
		this.picture = picture;
		this.octavesDone = octavesDone;
		this.octaves = octaves;
		this.tile = tile;
		this.precision = precision;
		this.scores = Collections.unmodifiableList(scores);
	}

	/**
	 * The picture after the last finished octave, RGB 0..255; null if the dream was
	 * cancelled before one was finished.
	 */
	public Picture picture() {
		return picture;
	}

	/**
	 * The picture at the full size. For a cancelled dream: the base plus the enlarged
	 * detail of the finished octaves.
	 *
	 * @param base the start image
	 */
	public Picture enlarged(final Picture base) {
		if (!cancelled()) return picture;
		final Picture full = Dreamer.enlarge(base, picture, base.size());
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

	/** Side of the tiles, which may be smaller than requested to fit in memory; 0 in naive mode. */
	public int tile() {
		return tile;
	}

	/** The precision of the gradient: exact if the requested one failed its self-check. */
	public Precision precision() {
		return precision;
	}

	/** The objective before each step, over all octaves. */
	public List<Double> scores() {
		return scores;
	}
}
