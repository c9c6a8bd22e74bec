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
package io.deepdream.imagej.models;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.gui.GenericDialog;

import io.deepdream.imagej.job.ModelRequest;

/** Asks for the file and the properties of a network to import. */
final class ImportDialog {

	private static final String DETECT = "detect";

	private ImportDialog() {}

	/** @return null if cancelled */
	static ModelRequest ask() {
		final GenericDialog dialog = new GenericDialog("Import a Network");
		dialog.addMessage("A frozen TensorFlow graph (.pb), the saved_model.pb of a SavedModel, or a package (.zip):\n" +
			"StarDist, CARE or bioimage.io. Empty fields are read from the package or detected from the graph.");
		dialog.addFileField("File", "", 32);
		dialog.addStringField("Model name", "", 20);
		dialog.addChoice("Order of channels", new String[] { DETECT, "RGB", "BGR" }, DETECT);
		dialog.addStringField("Range (such as -1, 1)", "", 20);
		dialog.addStringField("Mean (one number, or one per channel)", "", 20);
		dialog.addStringField("Std (one number, or one per channel)", "", 20);
		dialog.addStringField("Scale (one number, or one per channel)", "", 20);
		dialog.addStringField("Normalise input (such as percentiles 1 99.8)", "", 20);
		dialog.addStringField("Input node", "", 20);
		dialog.addStringField("Layer to dream by default", "", 20);
		dialog.addStringField("Signature of a SavedModel", "", 20);
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		final Map<String, String> values = new LinkedHashMap<>();
		values.put(ModelRequest.ACTION, "import");
		values.put(ModelRequest.FILE, dialog.getNextString());
		values.put(ModelRequest.MODEL, dialog.getNextString());
		final String order = dialog.getNextChoice();
		values.put("order", order.equals(DETECT) ? "" : order);
		for (final String key : new String[] { "range", "mean", "std", "scale", "normalise-input", "input", "layer",
			ModelRequest.SIGNATURE })
			values.put(key, dialog.getNextString());
		return ModelRequest.of(values);
	}
}
