package io.deepdream.dream;

import java.util.Collections;
import java.util.List;

import io.deepdream.params.Precision;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/** What a dream came to. */
public final class Dream {

	private final ArrayImg<FloatType, FloatArray> picture;
	private final int octavesDone;
	private final int octaves;
	private final int tile;
	private final Precision precision;
	private final List<Double> scores;

	Dream(final ArrayImg<FloatType, FloatArray> picture, final int octavesDone, final int octaves,
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
	public ArrayImg<FloatType, FloatArray> picture() {
		return picture;
	}

	/**
	 * The picture at the size of the whole dream: of one that was cancelled, the
	 * base with what the finished octaves added to it, enlarged.
	 *
	 * @param base what was dreamed
	 */
	public ArrayImg<FloatType, FloatArray> enlarged(final ArrayImg<FloatType, FloatArray> base) {
		if (!cancelled()) return picture;
		final ArrayImg<FloatType, FloatArray> full = Dreamer.enlarge(base, picture, Pictures.width(base), Pictures.height(
			base));
		Pictures.clamp(full);
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
