package io.deepdream.engine.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The end of an earlier process in the middle of something that can end a process. */
public final class Crash {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId
		.systemDefault());

	private final Path marker;
	private final CrashMarker.Doing doing;
	private final Instant since;

	Crash(final Path marker, final CrashMarker.Doing doing, final Instant since) {
		this.marker = marker;
		this.doing = doing;
		this.since = since;
	}

	/** Whether it was while the native library was loaded, so that it will probably happen again. */
	public boolean whileLoading() {
		return doing == CrashMarker.Doing.LOADING;
	}

	/** What happened and what to do, as one sentence. */
	public String sentence() {
		final String when = TIME.format(since);
		return whileLoading() ? "When DeepDream last loaded TensorFlow, on " + when + ", ImageJ ended before that was done: " +
			"if you did not end it yourself, TensorFlow may not run on this computer; save your work, then choose the command " +
			"again to try once more, and report it with the text of About DeepDream if ImageJ ends again."
			: "On " + when + " ImageJ ended while DeepDream computed: if you did not end it yourself, memory probably ran out; " +
				"use a smaller tile or image, close other programs, or lower DeepDream's share with -D" +
				"deepdream.memory=2000 (in MB).";
	}

	/** It has been told and will not be told again. */
	public void forget() {
		try {
			Files.deleteIfExists(marker);
		}
		catch (final IOException exc) {
			// it will be told once more
		}
	}
}
