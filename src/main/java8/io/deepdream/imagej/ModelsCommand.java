package io.deepdream.imagej;

import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.deepdream.imagej.job.ModelRequest;
import io.deepdream.imagej.job.Models;
import io.deepdream.model.ModelStore;
import io.deepdream.model.TransferListener;

/**
 * Lists, installs, imports and removes networks, for SciJava scripts; see
 * {@link DreamCommand}. The inputs are the keys of the macro options.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Models...", visible = false)
public class ModelsCommand extends EntryCommand {

	@Parameter(required = false, persist = false)
	private String action = "list";

	@Parameter(required = false, persist = false)
	private String model = "";

	@Parameter(required = false, persist = false)
	private String file = "";

	@Parameter(required = false, persist = false)
	private String input = "";

	@Parameter(required = false, persist = false)
	private String order = "";

	@Parameter(required = false, persist = false)
	private String range = "";

	@Parameter(required = false, persist = false)
	private String mean = "";

	@Parameter(required = false, persist = false)
	private String std = "";

	@Parameter(required = false, persist = false)
	private String scale = "";

	@Parameter(required = false, persist = false)
	private String layer = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String report;

	@Override
	void execute() {
		final Map<String, String> values = new LinkedHashMap<>();
		final String[] keys = { "action", "model", "file", "input", "order", "range", "mean", "std", "scale", "layer" };
		final String[] given = { action, model, file, input, order, range, mean, std, scale, layer };
		for (int i = 0; i < keys.length; i++)
			values.put(keys[i], given[i]);
		report = new Models(ModelStore.standard()).run(ModelRequest.of(values), TransferListener.SILENT);
	}
}
