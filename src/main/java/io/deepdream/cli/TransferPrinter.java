package io.deepdream.cli;

import java.io.PrintStream;
import java.util.Locale;

import io.deepdream.model.TransferListener;

/** Prints the progress of a download: a line for each new operation, and for each tenth of it. */
final class TransferPrinter implements TransferListener {

	private final PrintStream out;
	private String last = "";

	TransferPrinter(final PrintStream out) {
		this.out = out;
	}

	@Override
	public void progress(final String what, final long done, final long total) {
		final String line = total <= 1 ? what : String.format(Locale.ROOT, "%s: %d%% of %.1f MB", what, 10 * (10 * done /
			total), total / 1e6);
		if (!line.equals(last)) out.println(line);
		last = line;
	}
}
