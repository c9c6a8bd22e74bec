package io.deepdream.imagej;

import org.scijava.Cancelable;

/**
 * A SciJava command whose inputs are parameters of the table: fields named by the
 * keys, in the subclasses. An input that is left out has the command's default;
 * nothing is remembered between runs, since a script must not depend on what ran
 * before it. A test checks the fields against the table.
 */
abstract class TaskCommand extends EntryCommand implements Cancelable {

	private String cancelReason;

	TaskCommand() {
		// else run() reports it
		if (JavaVersion.suffices()) CommandInputs.set(this, key());
	}

	/** The command's key in the registry, which has its defaults. Called before the subclass is constructed. */
	abstract String key();

	@Override
	public boolean isCanceled() {
		return cancelReason != null;
	}

	@Override
	public void cancel(final String reason) {
		cancelReason = reason;
	}

	@Override
	public String getCancelReason() {
		return cancelReason;
	}
}
