/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.imagej.job;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.imagej.pixels.SharedPixels;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The Zoom Movie command: a stack of an image and the frames dreamed from it, or a
 * longer copy of an open movie. Opens no window; never changes or locks the input.
 */
final class MovieJob {

	private static final double FRAMES_PER_SECOND = 12;

	private MovieJob() {}

	/** Implements {@link Job#run}. */
	static ImagePlus run(final ImagePlus image, final DreamParams params, final DreamListener listener,
		final Display display)
	{
		DreamJob.requireInput(image, params);
		final ImagePlus input = SharedPixels.of(image);
		final ImageStack stack = frames(input);
		final int before = stack.size();
		final SaveFile save = SaveFile.of(params.get(Parameter.SAVE), before + params.whole(Parameter.FRAMES));
		try (DeepDream deepDream = DeepDream.open(params.get(Parameter.MODEL), listener)) {
			deepDream.zoomMovie(frame(stack, 1), frame(stack, before), before,
				params, listener, frame -> stack.addSlice("Frame " + (stack.size() + 1), ImagePixels.toColour(frame)));
			if (stack.size() == before) return null;
			final ImagePlus result = new ImagePlus("Zoom into " + input.getTitle(), stack);
			result.setDimensions(1, 1, stack.size());
			final Calibration calibration = result.getCalibration();
			calibration.fps = input.getCalibration().fps > 0 ? input.getCalibration().fps : FRAMES_PER_SECOND;
			calibration.loop = true;
			result.setProperty("Info", Provenance.of(deepDream, params, input));
			display.show(result);
			save.write(result);
			return result;
		}
		catch (final OutOfMemoryError exc) {
			throw DreamJob.outOfMemory(exc);
		}
	}

	/** Whether an image is treated as a movie to continue: RGB with several slices. */
	static boolean isMovie(final ImagePlus imp) {
		return imp.getType() == ImagePlus.COLOR_RGB && imp.getStackSize() > 1;
	}

	/** The initial value of the dialog: the centre of the selection, or of the image. */
	static String centre(final ImagePlus input) {
		final Roi roi = input == null ? null : input.getRoi();
		if (roi == null) return "middle";
		// the bounds of a point selection are empty, so they contain no point
		final Rectangle bounds = roi.getBounds();
		final int x = bounds.x + bounds.width / 2;
		final int y = bounds.y + bounds.height / 2;
		return x >= 0 && y >= 0 && x < input.getWidth() && y < input.getHeight() ? x + "," + y : "middle";
	}

	private static Picture frame(final ImageStack stack, final int number) {
		return ImagePixels.fromColour((ColorProcessor) stack.getProcessor(number));
	}

	private static ImageStack frames(final ImagePlus input) {
		final ImageStack frames = new ImageStack(input.getWidth(), input.getHeight());
		if (!isMovie(input)) {
			frames.addSlice("Frame 1", new Planes(input, false, false).get(0).original());
			return frames;
		}
		for (int i = 1; i <= input.getStackSize(); i++) {
			final ImageProcessor frame = input.getStack().getProcessor(i);
			frames.addSlice(input.getStack().getSliceLabel(i), frame.duplicate());
		}
		return frames;
	}
}
