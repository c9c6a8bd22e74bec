package io.deepdream.imagej;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import io.deepdream.params.DreamParams;

/** The Render from Noise command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Render from Noise...", visible = false)
public class NoiseCommand extends PictureCommand {

	@Override
	Object defaults() {
		return DreamParams.fromNoise();
	}
}
