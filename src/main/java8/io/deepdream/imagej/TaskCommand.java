package io.deepdream.imagej;

import org.scijava.Cancelable;

/**
 * A SciJava command whose inputs are parameters of the parameter table: fields of the
 * subclasses, named like the keys. Omitted inputs have the command's defaults. Inputs are
 * not persisted, because the result of a script must not depend on earlier runs. A test
 * compares the fields with the table.
 */
abstract class TaskCommand extends EntryCommand implements Cancelable {

	private String cancelReason;

	TaskCommand() {
		// otherwise run() reports the version
		if (JavaVersion.suffices()) CommandInputs.set(this, key());
	}

	/** The key of the command in the registry. Called before the subclass is constructed. */
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
