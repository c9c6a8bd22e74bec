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
package io.deepdream.imagej.pixels;

import java.util.Arrays;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.Undo;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;

/** Writes the result of output=[in place] to the input, after the whole job has finished; supports Edit &gt; Undo. */
public final class InPlace {

	private InPlace() {}

	/** @throws DreamException if the pixels of the image cannot be changed */
	public static void require(final ImagePlus image) {
		if (image.getStack().isVirtual()) throw new DreamException(
			"The pixels of a virtual stack cannot be changed: choose output=new, or duplicate the stack first.");
		if (image.isLocked()) throw new DreamException("The image \"" + image.getTitle() +
			"\" is locked by another command: wait for it, or choose output=new.");
	}

	/**
	 * Whether the image is still open, with the size and type that it had at the start of the job.
	 *
	 * @param before as {@link SharedPixels} copied it then
	 */
	public static boolean fits(final ImagePlus image, final ImagePlus before) {
		return image.getProcessor() != null && image.getWidth() == before.getWidth() && image.getHeight() == before
			.getHeight() && image.getStackSize() == before.getStackSize() && image.getType() == before.getType() && IndexedPlane
				.isIndexed(image) == IndexedPlane.isIndexed(before) && (!IndexedPlane.isIndexed(image) || Arrays.equals(table(image),
					table(before)));
	}

	private static byte[] table(final ImagePlus image) {
		return image.getProcessor().getLut().getBytes();
	}

	/** @param results one per plane, of the type of the image */
	public static void write(final ImagePlus image, final Planes planes, final List<ImageProcessor> results, final String info,
		final DreamListener listener)
	{
		if (results.size() == 1 && planes.stackIndex(0) == image.getCurrentSlice()) {
			image.getProcessor().snapshot();
			Undo.setup(Undo.FILTER, image);
		}
		else {
			if (!image.isComposite()) listener.note("Edit > Undo cannot restore several slices of a stack.");
			copyForUndo(image);
		}
		for (int i = 0; i < results.size(); i++) {
			final Object pixels = planes.stackIndex(i) == image.getCurrentSlice() ? image.getProcessor().getPixels() : image
				.getStack().getPixels(planes.stackIndex(i));
			System.arraycopy(results.get(i).getPixels(), 0, pixels, 0, results.get(i).getPixelCount());
		}
		image.setProperty("Info", info);
		image.changes = true;
		if (image.isComposite()) ((CompositeImage) image).updateAllChannelsAndDraw();
		else image.updateAndDraw();
	}

	/** Removes the selection meanwhile, since ImageJ copies only selected pixels. Of stacks, it copies only composites. */
	private static void copyForUndo(final ImagePlus image) {
		final Roi roi = image.getRoi();
		image.setRoi((Roi) null);
		Undo.setup(Undo.TRANSFORM, image);
		image.setRoi(roi);
	}
}
