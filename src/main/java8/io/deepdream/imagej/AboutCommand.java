package io.deepdream.imagej;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The About command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>About DeepDream", visible = false)
public class AboutCommand extends EntryCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private String about;

	@Override
	void execute() {
		about = AboutPlugin.text();
	}
}
