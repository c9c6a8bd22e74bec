package io.deepdream.imagej;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/**
 * The Dream command for SciJava scripts. Not visible: the menu entry is that of
 * plugins.config, so that plain ImageJ and Fiji record the same macro line.
 *
 * <pre>
 * command.run(DreamCommand.class, false, "image", imp, "layer", "mixed4c").get().getOutput("result")
 * </pre>
 *
 * {@code false}, since with {@code true} SciJava asks in a dialog for every input
 * that is left out.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Dream...", visible = false)
public class DreamCommand extends PictureCommand {

	@Override
	String key() {
		return "dream";
	}
}
