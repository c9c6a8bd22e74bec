package io.deepdream.imagej;

import java.util.function.Consumer;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.DreamException;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.dream.Dream;

/**
 * The one way from an ImagePlus and parameters to a dreamed ImagePlus, behind the
 * menu, macros, SciJava and the command line. Knows no window; the input is read
 * once and never changed or locked.
 */
final class DreamJob {

	private DreamJob() {}

	/**
	 * @param input the image whose current plane is dreamed; not looked at when
	 *          starting from noise
	 * @return a new image, not shown; null if the dream was cancelled before
	 *         anything was finished
	 * @throws DreamException for what the user can mend
	 */
	static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener) {
		return run(input, params, listener, result -> {});
	}

	/**
	 * The same, for a window.
	 *
	 * @param finished receives the image before it is written to a file, so that a
	 *          full disk does not cost the work
	 */
	static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Consumer<ImagePlus> finished)
	{
		final boolean noise = params.is(Parameter.START, "noise");
		requireInput(input, params);
		final boolean same = !noise && params.is(Parameter.TYPE, "same");
		final SaveFile save = SaveFile.of(params.get(Parameter.SAVE));
		try (DeepDream deepDream = DeepDream.open(params.get(Parameter.MODEL))) {
			final ImageProcessor like = noise ? null : input.getProcessor();
			final Dream dream = deepDream.dream(noise ? null : same ? ImagePixels.raw(like) : ImagePixels.displayed(input),
				params, listener);
			if (dream.picture() == null) return null;
			final ImagePlus result = new ImagePlus(title(noise ? "noise" : input.getTitle(), dream), same ? ImagePixels
				.toSame(dream.picture(), like) : ImagePixels.toColour(dream.picture()));
			if (!noise) copyMetadata(input, result, same);
			result.setProperty("Info", Provenance.of(deepDream, used(params, dream), noise ? null : input));
			finished.accept(result);
			save.write(result);
			return result;
		}
		catch (final OutOfMemoryError exc) {
			throw outOfMemory(exc);
		}
	}

	static DreamException outOfMemory(final OutOfMemoryError cause) {
		return new DreamException("There is not enough memory for this image: raise the limit (Edit > Options > Memory & " +
			"Threads, or -Xmx), choose mode=tiled with a smaller tile, or crop the image.", cause);
	}

	/** @throws DreamException if the parameters start from an image and there is none */
	static void requireInput(final ImagePlus input, final DreamParams params) {
		if (!params.is(Parameter.START, "noise") && !isImage(input)) throw new DreamException(
			"There is no image open: open one first, or choose Plugins > DeepDream > Render from Noise...");
	}

	/** Fiji's command line passes an image without a title when none is open. */
	static boolean isImage(final ImagePlus imp) {
		return imp != null && imp.getProcessor() != null && !imp.getTitle().isEmpty();
	}

	private static String title(final String source, final Dream dream) {
		return "Dream of " + source + (dream.cancelled() ? " (octave " + dream.octavesDone() + " of " + dream.octaves() +
			")" : "");
	}

	private static void copyMetadata(final ImagePlus input, final ImagePlus result, final boolean same) {
		final Calibration calibration = input.getCalibration().copy();
		// a cancelled dream may be smaller, and shows the same field of view
		calibration.pixelWidth *= (double) input.getWidth() / result.getWidth();
		calibration.pixelHeight *= (double) input.getHeight() / result.getHeight();
		calibration.xOrigin *= (double) result.getWidth() / input.getWidth();
		calibration.yOrigin *= (double) result.getHeight() / input.getHeight();
		if (!same) calibration.disableDensityCalibration();
		result.setCalibration(calibration);
		if (input.getOverlay() != null && result.getWidth() == input.getWidth()) result.setOverlay(input.getOverlay()
			.duplicate());
	}

	/** What was really done: memory may have made the tiles smaller, and small octaves may have been left out. */
	private static DreamParams used(final DreamParams params, final Dream dream) {
		final DreamParams octaves = params.with(Parameter.OCTAVES, dream.octaves());
		return dream.tile() == 0 ? octaves : octaves.with(Parameter.TILE, dream.tile());
	}
}
