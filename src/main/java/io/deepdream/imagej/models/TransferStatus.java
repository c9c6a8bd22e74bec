package io.deepdream.imagej.models;

import java.util.Locale;

import ij.IJ;

import io.deepdream.model.TransferListener;

/** Shows the progress of a download in ImageJ's status bar; Esc cancels. */
public class TransferStatus implements TransferListener {

	public TransferStatus() {
		IJ.resetEscape();
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed();
	}

	@Override
	public void progress(final String what, final long done, final long total) {
		IJ.showStatus(total <= 1 ? what + "..." : String.format(Locale.ROOT, "%s: %.1f of %.1f MB; Esc cancels", what, done /
			1e6, total / 1e6));
		if (total > 1) IJ.showProgress(Math.min(0.999, (double) done / total));
	}
}
