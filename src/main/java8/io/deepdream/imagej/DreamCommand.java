package io.deepdream.imagej;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/**
 * The Dream command for SciJava scripts. It is not visible, because plugins.config
 * defines the menu entry, so that ImageJ and Fiji record the same macro line.
 *
 * <pre>
 * command.run(DreamCommand.class, false, "image", imp, "layer", "mixed4c").get().getOutput("result")
 * </pre>
 *
 * Pass {@code false}: with {@code true}, SciJava opens a dialog for omitted inputs.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Dream...", visible = false)
public class DreamCommand extends PictureCommand {

	@Override
	String key() {
		return "dream";
	}
}
