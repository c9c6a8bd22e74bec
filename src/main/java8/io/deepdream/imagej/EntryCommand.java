package io.deepdream.imagej;

import org.scijava.command.Command;

/** A SciJava command that can be loaded by Java 8, where it reports the required Java version. */
abstract class EntryCommand implements Command {

	@Override
	public final void run() {
		if (!JavaVersion.suffices()) throw new UnsupportedOperationException(JavaVersion.advice());
		PluginStart.chooseCache();
		execute();
	}

	/** Runs the command, on a supported Java version. */
	abstract void execute();
}
