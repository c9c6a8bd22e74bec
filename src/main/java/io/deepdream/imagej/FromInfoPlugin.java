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

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import io.deepdream.imagej.dialog.Messages;
import io.deepdream.imagej.dialog.StoredParams;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.Provenance;
import io.deepdream.imagej.pixels.ImageTitles;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;

/**
 * Plugins &gt; DeepDream &gt; Dream from Info...: runs the command that created the
 * active image again, with the parameters in its Info. The input is the source image,
 * or the active image if the source is not open. The label must not start with
 * "Repeat": ImageJ would run the previous command instead.
 */
final class FromInfoPlugin {

	static final String LABEL = "Dream from Info...";

	private FromInfoPlugin() {}

	static void run() {
		final ImagePlus active = WindowManager.getCurrentImage();
		try {
			final DreamParams params = Provenance.params(active);
			if (params == null) throw new DreamException("The Info of the active image contains no DeepDream parameters: " +
				"select an image created by DeepDream.");
			final String difference = Provenance.difference(active);
			if (difference != null) IJ.log("DeepDream: " + difference);
			final CommandDescriptor command = Commands.of(params);
			PluginRun.run(command, LABEL, command.needsImage() ? source(active) : null, StoredParams.fixed(params));
		}
		catch (final DreamException exc) {
			Messages.report(exc);
		}
	}

	private static ImagePlus source(final ImagePlus active) {
		final String title = Provenance.source(active);
		final ImagePlus source = title == null ? null : ImageTitles.find(title);
		return source == null ? active : source;
	}
}
