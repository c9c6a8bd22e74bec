package io.deepdream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process, as reported by Linux. */
public final class ResidentMemory {

	private ResidentMemory() {}

	/** Whether this system reports it. */
	public static boolean isKnown() {
		return Files.isReadable(Path.of("/proc/self/status"));
	}

	/** Bytes in memory now. */
	public static long now() {
		return read("VmRSS:");
	}

	/** The largest number of bytes so far, or since {@link #resetPeak()}. */
	public static long peak() {
		return read("VmHWM:");
	}

	public static void resetPeak() {
		try {
			Files.writeString(Path.of("/proc/self/clear_refs"), "5");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static long read(final String key) {
		try {
			for (final String line : Files.readAllLines(Path.of("/proc/self/status")))
				if (line.startsWith(key)) return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		throw new IllegalStateException("no " + key);
	}
}
