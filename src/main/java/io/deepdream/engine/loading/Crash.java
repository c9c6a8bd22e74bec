package io.deepdream.engine.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The unexpected end of an earlier process while it loaded or ran native code. */
public final class Crash {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId
		.systemDefault());

	private final Path marker;
	private final CrashMarker.Activity activity;
	private final Instant since;

	Crash(final Path marker, final CrashMarker.Activity activity, final Instant since) {
		this.marker = marker;
		this.activity = activity;
		this.since = since;
	}

	/** Whether the process ended while it loaded the native library, so that the crash will probably recur. */
	public boolean whileLoading() {
		return activity == CrashMarker.Activity.LOADING;
	}

	/** A message for the user: what happened, and the remedy. */
	public String message() {
		final String when = TIME.format(since);
		if (whileLoading()) return "When DeepDream last loaded TensorFlow, on " + when + ", ImageJ exited before loading " +
			"finished: unless you quit ImageJ yourself, TensorFlow may not run on this computer; save your work, choose the " +
			"command again to retry, and if ImageJ exits again, report it with the text of About DeepDream.";
		return "On " + when + " ImageJ exited while DeepDream was computing: unless you quit ImageJ yourself, memory probably " +
			"ran out; use a smaller tile or image, close other programs, or lower DeepDream's memory limit with " +
			"-Ddeepdream.memory=2000 (in MB).";
	}

	/** Deletes the marker file, so that the crash is not reported again. */
	public void discard() {
		try {
			Files.deleteIfExists(marker);
		}
		catch (final IOException exc) {
			// the crash is reported again
		}
	}
}
