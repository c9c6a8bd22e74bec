package io.deepdream.dream;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Pictures;
import io.deepdream.image.Similarity;
import io.deepdream.image.Tone;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A way into a dream: each frame is the one before, zoomed and turned about a
 * point, and dreamed again. Every frame is brought back to the first one's mean
 * colour and contrast.
 * <p>
 * Frames are rounded to whole grey levels and each has its own seed, by its
 * number: so a movie that is continued from its last frame equals one made in one
 * go.
 * </p>
 */
public final class ZoomMovie {

	/** A dream needs some contrast of its own to be seen on a flat picture. */
	private static final double LEAST_CONTRAST = 45;

	private final GradientEngine engine;
	private final Objective objective;
	private final DreamParams params;
	private final DreamListener listener;
	private final long availableBytes;

	/**
	 * @param params of the movie task
	 * @param availableBytes native memory that the network may take
	 */
	public ZoomMovie(final GradientEngine engine, final Objective objective, final DreamParams params,
		final DreamListener listener, final long availableBytes)
	{
		this.engine = engine;
		this.objective = objective;
		this.params = params;
		this.listener = listener;
		this.availableBytes = availableBytes;
	}

	/**
	 * Makes the frames that the parameters ask for, or fewer if it is stopped.
	 *
	 * @param first the movie's first frame, whose tone is kept
	 * @param last its last one, from which it goes on; may be the first
	 * @param number how many frames there are already
	 * @param frames receives each new frame, RGB in whole grey levels of 0..255
	 * @throws DreamException if not even one frame can be made
	 */
	public void run(final ArrayImg<FloatType, FloatArray> first, final ArrayImg<FloatType, FloatArray> last,
		final int number, final Consumer<ArrayImg<FloatType, FloatArray>> frames)
	{
		final Similarity move = move(Pictures.width(last), Pictures.height(last));
		final Tone tone = Tone.of(first, LEAST_CONTRAST);
		final int count = params.whole(Parameter.FRAMES);
		final FrameListener progress = new FrameListener(listener, count);
		ArrayImg<FloatType, FloatArray> picture = last;
		for (int frame = 0; frame < count; frame++) {
			if (listener.isCancelled()) return;
			progress.frame = frame;
			picture = move.apply(picture);
			Pictures.clamp(picture);
			try {
				picture = dream(picture, params.with(Parameter.SEED, params.whole(Parameter.SEED) + number + frame), progress);
			}
			catch (final DreamException exc) {
				if (frame == 0) throw exc;
				listener.note(exc.getMessage() + " The movie ends with frame " + (number + frame) + ".");
				return;
			}
			if (picture == null) return;
			tone.impose(picture);
			Pictures.round(picture);
			frames.accept(picture);
		}
	}

	/** Null if it was stopped. */
	private ArrayImg<FloatType, FloatArray> dream(final ArrayImg<FloatType, FloatArray> picture,
		final DreamParams frameParams, final FrameListener progress)
	{
		if (params.whole(Parameter.ITERATIONS) == 0) {
			progress.progress(1, 1, 1, 0, 0, Double.NaN);
			return picture;
		}
		final Dream dream = new Dreamer(engine, objective, frameParams, progress, availableBytes).fromPicture(picture);
		return dream.cancelled() ? null : dream.picture();
	}

	private Similarity move(final int width, final int height) {
		final double[] centre = centre(params.get(Parameter.CENTRE), width, height);
		return new Similarity(params.real(Parameter.ZOOM), params.real(Parameter.ROTATE), centre[0], centre[1]);
	}

	private static double[] centre(final String text, final int width, final int height) {
		if (text.equalsIgnoreCase("middle")) return new double[] { (width - 1) / 2.0, (height - 1) / 2.0 };
		final String[] parts = text.split("\\s*[,;]\\s*");
		try {
			if (parts.length == 2) {
				final double x = Double.parseDouble(parts[0]);
				final double y = Double.parseDouble(parts[1]);
				if (x >= 0 && x < width && y >= 0 && y < height) return new double[] { x, y };
			}
		}
		catch (final NumberFormatException exc) {
			// told below
		}
		throw new DreamException("centre=" + text + " is no point of this image: give middle, or a column from 0 to " +
			(width - 1) + " and a row from 0 to " + (height - 1) + " as 120,80.");
	}

	/** One progress over all frames; what is noted for every frame is told once. */
	private static final class FrameListener implements DreamListener {

		private final DreamListener listener;
		private final int count;
		private final Set<String> told = new HashSet<>();
		int frame;

		FrameListener(final DreamListener listener, final int count) {
			this.listener = listener;
			this.count = count;
		}

		@Override
		public boolean isCancelled() {
			return listener.isCancelled();
		}

		@Override
		public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			listener.progress((frame + done) / count, octave, octaves, step, steps, score);
		}

		@Override
		public void note(final String sentence) {
			if (told.add(sentence)) listener.note(sentence);
		}
	}
}
