package io.deepdream.imagej;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.deepdream.DreamParams;

/** The Render from Noise command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Render from Noise...", visible = false)
public class NoiseCommand extends ParameterCommand {

	/** Looked at with start=image only. */
	@Parameter(required = false)
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	Object defaults() {
		return DreamParams.fromNoise();
	}

	@Override
	void execute() {
		result = CommandInputs.run(this, defaults(), DreamJob::run, image);
	}
}
