package io.deepdream.imagej;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The Render from Noise command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Render from Noise...", visible = false)
public class NoiseCommand extends PictureCommand {

	@Override
	String key() {
		return "noise";
	}
}
