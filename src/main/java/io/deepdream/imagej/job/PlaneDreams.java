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

import java.util.ArrayList;
import java.util.List;

import ij.process.ImageProcessor;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.imagej.pixels.Plane;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.Selection;
import io.deepdream.motion.FrameCoherence;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.settings.OriginalSettings;

/**
 * Dreams the planes of an image one after the other. Finished planes are kept if the
 * user cancels or memory runs out. A plane that cannot be dreamed, such as a black
 * frame, is copied unchanged.
 */
public final class PlaneDreams {

	private final DeepDream deepDream;
	private final Planes planes;
	private final Selection selection;
	private final Picture guide;
	private final DreamParams params;
	private final SlicesListener listener;
	private final List<ImageProcessor> finished = new ArrayList<>();
	private final FrameCoherence coherence;
	private final OriginalShares shares;
	private DreamException firstError;
	private Dream last;

	/** @param guide may be null */
	public PlaneDreams(final DeepDream deepDream, final Planes planes, final Selection selection,
		final Picture guide, final DreamParams params, final DreamListener listener)
	{
		this.deepDream = deepDream;
		this.planes = planes;
		this.selection = selection;
		this.guide = guide;
		// only the results take a share of the original, not the detail that the next frame begins with
		this.params = OriginalSettings.none(params);
		shares = deepDream.shares(params);
		coherence = new FrameCoherence(planes.size() > 1 ? params.real(Parameter.COHERENCE) : 0);
		this.listener = new SlicesListener(listener, planes.size());
	}

	/** @throws DreamException if no plane could be dreamed */
	public void run() {
		int i = 0;
		while (i < planes.size() && next(i))
			i++;
		if (last != null || firstError == null) return;
		throw firstError;
	}

	/** Returns whether to continue with the next plane. */
	private boolean next(final int i) {
		listener.begin(i);
		final Plane plane;
		try {
			plane = planes.get(i);
		}
		catch (final DreamException exc) {
			if (last == null) throw exc;
			listener.note(exc.getMessage() + " The planes before it are kept.");
			return false;
		}
		if (!plane.obstacle().isEmpty()) {
			keepOriginal(i, plane, new DreamException(plane.obstacle()));
			return true;
		}
		try {
			return dream(i, plane);
		}
		catch (final DreamException exc) {
			if (!listener.begun() && last == null) throw exc;
			keepOriginal(i, plane, exc);
			return true;
		}
		catch (final OutOfMemoryError exc) {
			if (last == null) throw exc;
			listener.note("Memory ran out at plane " + (i + 1) + " of " + planes.size() + "; the planes before it are kept.");
			return false;
		}
	}

	private boolean dream(final int i, final Plane plane) {
		final Picture base = plane.picture(selection.bounds());
		final FrameCoherence.Frame frame = coherence.frame(i, planes.previous(i), base);
		final Dream dream = deepDream.dream(frame.start(), guide, params, listener);
		if (dream.picture() == null) return false;
		if (dream.cancelled() && listener.isCancelled() && planes.size() > 1) return false;
		last = dream;
		if (dream.cancelled() && planes.size() == 1 && selection.isWhole()) {
			shares.apply(base, dream.picture());
			finished.addAll(plane.results(dream.picture()));
			return false;
		}
		final Picture picture = frame.finish(dream.enlarged(frame.start()));
		shares.apply(base, picture);
		finished.addAll(plane.blended(selection, picture));
		return true;
	}

	private void keepOriginal(final int i, final Plane plane, final DreamException reason) {
		if (firstError == null) firstError = reason;
		if (planes.size() > 1) listener.note(reason.getMessage() + " Plane " + (i + 1) + " of " + planes.size() +
			" is unchanged.");
		finished.addAll(plane.originals());
		listener.skip();
	}

	/** The finished planes; the planes of a position are included only if all its channels are finished. */
	public List<ImageProcessor> finished() {
		final int n = planes.channels().length;
		return finished.subList(0, finished.size() / n * n);
	}

	/** Whether every plane has finished its last octave. */
	boolean complete() {
		return finished.size() == planes.results() && !last.cancelled();
	}

	/** The last dream with a result; null if there is none. */
	public Dream last() {
		return last;
	}
}
