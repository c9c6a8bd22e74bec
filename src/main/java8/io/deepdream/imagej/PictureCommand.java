package io.deepdream.imagej;

import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command whose input is an image or noise. */
abstract class PictureCommand extends ParameterCommand {

	/** Used with start=image only. */
	@Parameter(required = false)
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	void execute() {
		result = CommandInputs.run(this, key(), image);
	}
}
