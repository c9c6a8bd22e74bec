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
import ij.gui.Roi;
import ij.measure.Calibration;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.imagej.pixels.Plane;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.imagej.pixels.SharedPixels;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/**
 * The Zoom Movie command: a stack of an image and the frames dreamed from it, or a
 * longer copy of an open movie. Opens no window; never changes or locks the input.
 */
final class MovieJob {

	private static final double FRAMES_PER_SECOND = 12;

	private MovieJob() {}

	/** Implements {@link Job#run}. */
	static ImagePlus run(final ImagePlus image, final DreamParams requested, final DreamListener listener,
		final Display display)
	{
		DreamJob.requireInput(image, requested);
		final ImagePlus input = SharedPixels.of(image);
		final SaveFile save = SaveFile.of(requested.get(Parameter.SAVE), frames(input) + requested.whole(Parameter.FRAMES));
		try (DeepDream deepDream = DeepDream.open(requested.get(Parameter.MODEL), listener)) {
			final DreamParams params = deepDream.fitted(requested, listener);
			final PictureStack stack = new PictureStack();
			if (!dream(deepDream, input, params, listener, stack)) return null;
			final ImagePlus result = stack.movie("Zoom into " + input.getTitle());
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

	/** Whether an image is a movie to continue: an RGB stack, or a stack that this command has made. Others may be volumes. */
	private static boolean isMovie(final ImagePlus imp) {
		return imp.getStackSize() > 1 && (imp.getType() == ImagePlus.COLOR_RGB || Provenance.isOf(imp, Task.MOVIE));
	}

	/** The number of existing frames, 1 for an image that is no movie. */
	private static int frames(final ImagePlus imp) {
		if (!isMovie(imp)) return 1;
		return imp.getType() == ImagePlus.COLOR_RGB ? imp.getStackSize() : imp.getStackSize() / imp.getNChannels();
	}

	/** Whether a network reads the frames of a movie as whole planes. */
	private static boolean reads(final NetworkInput network, final ImagePlus movie) {
		return movie.getType() == ImagePlus.COLOR_RGB || network.joinsChannels() == movie.getNChannels() > 1;
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

	/** Adds the frames of the input and the new ones; false if there are no new ones. */
	private static boolean dream(final DeepDream deepDream, final ImagePlus input, final DreamParams params,
		final DreamListener listener, final PictureStack stack)
	{
		final NetworkInput network = NetworkInput.of(deepDream).ofFrames();
		final boolean continues = isMovie(input) && reads(network, input);
		// frames of RGB movies are whole grey levels, the first one, too
		final ImagePlus source = continues || network.channels() != Picture.RGB ? input : new ImagePlus("", Planes.displayed(
			input));
		final Planes planes = new Planes(source, continues, false, network);
		if (planes.losesColours()) listener.note(NetworkInput.LUMINANCE);
		final Plane first = continues ? planes.get(0) : Planes.current(source, network);
		final Plane last = continues ? planes.get(planes.size() - 1) : first;
		if (!last.obstacle().isEmpty()) throw new DreamException(last.obstacle());
		if (!continues) stack.add("Frame 1", first.originals());
		else for (int i = 0; i < planes.size(); i++)
			stack.add(input.getStack().getSliceLabel(i * planes.channels().length + 1), planes.get(i).originals());
		final int before = stack.size();
		final Rectangle whole = new Rectangle(input.getWidth(), input.getHeight());
		final Picture end = last.picture(whole);
		// the frames of a movie are whole grey levels, from which the image's type may differ by its own rounding
		if (before > 1) end.round();
		deepDream.zoomMovie(first.picture(whole), end, before, params, listener, frame -> stack.add("Frame " + (stack.size() + 1), last
			.results(frame)));
		return stack.size() > before;
	}
}
