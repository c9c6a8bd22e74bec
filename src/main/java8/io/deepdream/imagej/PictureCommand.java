package io.deepdream.imagej;

import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command that makes one picture, from an image or from noise. */
abstract class PictureCommand extends ParameterCommand {

	/** Looked at with start=image only. */
	@Parameter(required = false)
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	void execute() {
		result = CommandInputs.run(this, key(), image);
	}
}
