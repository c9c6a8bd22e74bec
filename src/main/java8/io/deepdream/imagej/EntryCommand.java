package io.deepdream.imagej;

import org.scijava.command.Command;

/** A SciJava command that Java 8 can load, and that then reports which Java is needed. */
abstract class EntryCommand implements Command {

	@Override
	public final void run() {
		if (!JavaVersion.suffices()) throw new UnsupportedOperationException(JavaVersion.advice());
		PluginStart.chooseCache();
		execute();
	}

	/** What the command does. */
	abstract void execute();
}
