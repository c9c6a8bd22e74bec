/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
