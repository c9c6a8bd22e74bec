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
		dialog.addMessage("A frozen TensorFlow graph (.pb), or the saved_model.pb of a SavedModel.\n" +
			"Empty fields are detected from the graph.");
		dialog.addFileField("File", "", 32);
		dialog.addStringField("Model name", "", 20);
		dialog.addChoice("Order of channels", new String[] { DETECT, "RGB", "BGR" }, DETECT);
		dialog.addStringField("Range (such as -1, 1)", "", 20);
		dialog.addStringField("Mean (one or three numbers)", "", 20);
		dialog.addStringField("Std (one or three numbers)", "", 20);
		dialog.addStringField("Input node", "", 20);
		dialog.addStringField("Layer to dream by default", "", 20);
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		final Map<String, String> values = new LinkedHashMap<>();
		values.put(ModelRequest.ACTION, "import");
		values.put(ModelRequest.FILE, dialog.getNextString());
		values.put(ModelRequest.MODEL, dialog.getNextString());
		final String order = dialog.getNextChoice();
		values.put("order", order.equals(DETECT) ? "" : order);
		for (final String key : new String[] { "range", "mean", "std", "input", "layer" })
			values.put(key, dialog.getNextString());
		return ModelRequest.of(values);
	}
}
