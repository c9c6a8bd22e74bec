package io.deepdream.model;

/** Receives the progress of an installation and can cancel it. Called on the thread of the installation. */
public interface TransferListener {

	/** Ignores the progress and never cancels. */
	TransferListener SILENT = new TransferListener() {};

	/** Whether to cancel; called about ten times a second. */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * @param what description of the operation, such as "Downloading inception5h"
	 * @param done bytes completed
	 * @param total bytes in total
	 */
	default void progress(final String what, final long done, final long total) {}
}
