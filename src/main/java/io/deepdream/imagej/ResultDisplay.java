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
package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.deepdream.imagej.channels.ActivationsWindow;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Job;
import io.deepdream.imagej.progress.Worker;
import io.deepdream.params.DreamParams;

/** Shows results in ImageJ. */
final class ResultDisplay implements Job.Display {

	private final Worker worker;

	ResultDisplay(final Worker worker) {
		this.worker = worker;
	}

	@Override
	public void show(final ImagePlus result) {
		worker.show(() -> showImage(result));
	}

	private static void showImage(final ImagePlus result) {
		result.setTitle(WindowManager.makeUniqueName(result.getTitle()));
		// without a display, show() works in batch mode only
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
		else result.show();
	}

	@Override
	public void show(final ActivationsJob activations, final ImagePlus source, final DreamParams params) {
		worker.show(() -> {
			if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) showImage(activations.maps());
			else ActivationsWindow.open(activations, source, params);
			if (!GraphicsEnvironment.isHeadless()) activations.table().show(activations.maps().getTitle() + " (table)");
		});
	}
}
