package io.deepdream.model;

/** Hears how far an installation is, and can end it. Called on the thread that installs. */
public interface TransferListener {

	/** Hears nothing and never cancels. */
	TransferListener SILENT = new TransferListener() {};

	/** Asked about ten times a second. */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * @param what what is being done, such as "Fetching inception5h"
	 * @param done bytes so far
	 * @param total bytes in all
	 */
	default void progress(final String what, final long done, final long total) {}
}
