package io.deepdream.imagej;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.deepdream.imagej.job.ActivationsJob;

/** The Activations command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Activations...", visible = false)
public class ActivationsCommand extends TaskCommand {

	@Parameter
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String layer;

	@Parameter(required = false, persist = false)
	private Integer strongest;

	@Parameter(required = false, persist = false)
	private String save;

	/** The activation maps. */
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	/** One row per channel, sorted by decreasing mean. */
	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	String key() {
		return "activations";
	}

	@Override
	void execute() {
		final ActivationsJob job = CommandInputs.activations(this, key(), image);
		result = job.maps();
		table = job.table();
	}
}
