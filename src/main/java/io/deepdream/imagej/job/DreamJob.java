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

import java.util.List;
import java.util.function.Supplier;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.DreamResult;
import io.deepdream.imagej.pixels.Guide;
import io.deepdream.imagej.pixels.InPlace;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.imagej.pixels.Selection;
import io.deepdream.imagej.pixels.SharedPixels;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Flag;
import io.deepdream.params.Output;
import io.deepdream.params.Parameter;
import io.deepdream.params.ResultType;
import io.deepdream.params.SliceRange;
import io.deepdream.params.Start;
import io.deepdream.params.settings.OriginalSettings;
import io.deepdream.params.settings.VariationSettings;

/**
 * The Dream command, for the menu, macros, SciJava and the command line. Opens no
 * window and never locks the input. With output=[in place] it changes the input, but
 * only after the whole job has finished.
 */
public final class DreamJob {

	private DreamJob() {}

	/**
	 * @param input the image; ignored with start=noise
	 * @return a new image, not shown, or the input with output=[in place]; null if
	 *         cancelled before any result was available
	 * @throws DreamException for errors that the user can correct
	 */
	public static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener) {
		return run(input, params, listener, result -> {});
	}

	/**
	 * Also shows the result.
	 *
	 * @param display receives a new image before it is saved, so that a write error
	 *          does not lose it
	 */
	public static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Display display)
	{
		requireInput(input, params);
		try {
			return params.is(Parameter.START, Start.NOISE) ? fromNoise(params, listener, display) : fromImage(input, params,
				() -> Guide.of(params.get(Parameter.GUIDE)), () -> DeepDream.open(params.get(Parameter.MODEL), listener), listener,
				display);
		}
		catch (final OutOfMemoryError exc) {
			throw outOfMemory(exc);
		}
	}

	/**
	 * Dreams an image with a network and a guide that the caller has opened, where the files that the parameters name do not
	 * exist.
	 *
	 * @param network the model in the parameters is only its name; closed at the end
	 * @param guide null if the parameters name none
	 */
	public static ImagePlus run(final ImagePlus input, final DeepDream network, final ImagePlus guide,
		final DreamParams params, final DreamListener listener)
	{
		try {
			requireInput(input, params);
			return fromImage(input, params, () -> Guide.of(guide), () -> network, listener, result -> {});
		}
		catch (final OutOfMemoryError exc) {
			throw outOfMemory(exc);
		}
		finally {
			network.close();
		}
	}

	public static DreamException outOfMemory(final OutOfMemoryError cause) {
		return new DreamException("There is not enough memory for this image: raise the limit (Edit > Options > Memory & " +
			"Threads, or -Xmx), choose mode=tiled with a smaller tile, or crop the image.", cause);
	}

	private static ImagePlus fromNoise(final DreamParams requested, final DreamListener listener,
		final Display display)
	{
		OriginalSettings.check(requested);
		final int variations = VariationSettings.of(requested).count();
		if (variations > 1 && !requested.get(Parameter.GUIDE).isEmpty()) throw new DreamException("variations=" + variations +
			" cannot be combined with a guide: choose variations=1, or remove the guide.");
		final SaveFile save = SaveFile.of(requested.get(Parameter.SAVE), variations);
		final Guide guide = Guide.of(requested.get(Parameter.GUIDE));
		try (DeepDream deepDream = DeepDream.open(requested.get(Parameter.MODEL), listener)) {
			final DreamParams params = deepDream.fitted(requested, listener);
			final List<Dream> dreams = variations > 1 ? deepDream.variations(params, listener) : List.of(deepDream.dream(null,
				guide.picture(NetworkInput.of(deepDream)), params, listener));
			final Dream dream = dreams.get(0);
			if (dream.picture() == null) return null;
			final ImagePlus result = stack(dreams, params).image("Dream of noise" + octaves(dream));
			result.setProperty("Info", Provenance.of(deepDream, used(params, dream), null));
			display.show(result);
			save.write(result);
			return result;
		}
	}

	/** One slice per variation, labelled with its seed. */
	private static PictureStack stack(final List<Dream> dreams, final DreamParams params) {
		final PictureStack stack = new PictureStack();
		for (int i = 0; i < dreams.size(); i++)
			stack.add("seed " + (params.whole(Parameter.SEED) + i), dreams.get(i).picture());
		return stack;
	}

	private static ImagePlus fromImage(final ImagePlus image, final DreamParams requested, final Supplier<Guide> guides,
		final Supplier<DeepDream> opener, final DreamListener listener, final Display display)
	{
		final boolean inPlace = requested.is(Parameter.OUTPUT, Output.IN_PLACE);
		if (inPlace) InPlace.require(image);
		final ImagePlus input = SharedPixels.of(image);
		final boolean all = requested.is(Parameter.SLICES, SliceRange.ALL);
		final Selection selection = Selection.of(input, requested.whole(Parameter.EDGE));
		if (requested.is(Parameter.SEAMLESS, Flag.TRUE) && !selection.isWhole()) throw new DreamException(
			"seamless=true joins the borders of the image, which a selection does not contain: remove the selection, or crop the " +
				"image to it first (Image > Crop).");
		final SaveFile save = SaveFile.of(requested.get(Parameter.SAVE), all ? input.getNSlices() * input
			.getNFrames() : 1);
		final Guide guide = guides.get();
		try (DeepDream deepDream = opener.get()) {
			final DreamParams params = deepDream.fitted(inPlace ? requested.with(Parameter.TYPE, "same") : requested, listener);
			final NetworkInput network = NetworkInput.of(deepDream);
			final Planes planes = new Planes(input, all, params.is(Parameter.TYPE, ResultType.SAME), network);
			if (planes.indexed()) listener.note("The colours of the result are rounded to the lookup table of the image; with " +
				"type=rgb and output=new they are not.");
			if (planes.losesColours()) listener.note(NetworkInput.LUMINANCE);
			final PlaneDreams dreams = new PlaneDreams(deepDream, planes, selection, guide.picture(network), params, listener);
			dreams.run();
			if (dreams.finished().isEmpty()) return null;
			final DreamParams used = used(params, dreams.last());
			final String info = Provenance.of(deepDream, planes.sameType() ? used.with(Parameter.TYPE, "same") : used, input);
			ImagePlus result = image;
			if (inPlace && dreams.complete() && InPlace.fits(image, input)) InPlace.write(image, planes, dreams.finished(), info,
				listener);
			else {
				if (inPlace && dreams.complete()) listener.note("The image \"" + input.getTitle() +
					"\" was closed or changed while it was dreamed: the result is a new image.");
				result = new DreamResult(input, planes).of(title(input, planes, dreams), dreams.finished());
				result.setProperty("Info", info);
				display.show(result);
			}
			save.write(result);
			return result;
		}
	}

	/** @throws DreamException if the parameters need an image and there is none, or request variations of an image */
	public static void requireInput(final ImagePlus input, final DreamParams params) {
		if (params.whole(Parameter.VARIATIONS) > 1 && !params.is(Parameter.START, Start.NOISE)) throw new DreamException(
			"variations=" + params.get(Parameter.VARIATIONS) + " is only possible when starting from noise",
			"choose Plugins > DeepDream > Render from Noise...", "add start=noise", "add start=noise");
		if (!params.is(Parameter.START, Start.NOISE) && !isImage(input)) throw new DreamException(
			"There is no image open: open one first, or choose Plugins > DeepDream > Render from Noise...");
	}

	/** Whether there are pixels: without an open image, Fiji's command line passes an image without them. */
	public static boolean isImage(final ImagePlus imp) {
		return imp != null && imp.getProcessor() != null;
	}

	private static String title(final ImagePlus input, final Planes planes, final PlaneDreams dreams) {
		final int finished = dreams.finished().size();
		return "Dream of " + input.getTitle() + (planes.size() == 1 ? octaves(dreams.last()) : finished < planes.results()
			? " (" + finished / planes.channels().length + " of " + planes.positions() + " slices)" : "");
	}

	private static String octaves(final Dream dream) {
		return dream.cancelled() ? " (octave " + dream.octavesDone() + " of " + dream.octaves() + ")" : "";
	}

	/**
	 * The parameters actually used: the memory limit may reduce the tile size, octaves
	 * that are too small are omitted, and the precision changes if a gradient fails
	 * its self-check.
	 */
	private static DreamParams used(final DreamParams params, final Dream dream) {
		final DreamParams used = params.with(Parameter.OCTAVES, dream.octaves()).with(Parameter.PRECISION, dream.precision());
		return dream.tile() == 0 ? used : used.with(Parameter.TILE, dream.tile());
	}
}
