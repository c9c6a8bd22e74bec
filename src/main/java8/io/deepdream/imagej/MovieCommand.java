package io.deepdream.imagej;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The Zoom Movie command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Zoom Movie...", visible = false)
public class MovieCommand extends ParameterCommand {

	@Parameter
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private Integer frames;

	@Parameter(required = false, persist = false)
	private Double zoom;

	@Parameter(required = false, persist = false)
	private Double rotate;

	@Parameter(required = false, persist = false)
	private String centre;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	String key() {
		return "movie";
	}

	@Override
	void execute() {
		result = CommandInputs.run(this, key(), image);
	}
}
