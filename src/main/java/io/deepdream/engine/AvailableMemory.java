package io.deepdream.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import com.sun.management.OperatingSystemMXBean;

/**
 * How much memory a network may take. It is native memory, which Java's own limit
 * does not bound and does not know of.
 */
public final class AvailableMemory {

	/** System property: mebibytes to use instead of what the system says. */
	public static final String PROPERTY = "deepdream.memory";

	private static final Path LINUX = Paths.get("/proc/meminfo");

	private AvailableMemory() {}

	/** Bytes that can be taken without swapping, as well as the system tells. */
	public static long bytes() {
		final Long given = Long.getLong(PROPERTY);
		if (given != null) return given << 20;
		if (Files.isReadable(LINUX)) try {
			for (final String line : Files.readAllLines(LINUX))
				if (line.startsWith("MemAvailable:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
		}
		catch (final IOException exc) {
			// the general way, below
		}
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		// macOS counts what it can drop at once as used, so that its free memory says little
		return System.getProperty("os.name").startsWith("Mac") ? system.getTotalPhysicalMemorySize() / 2 : system
			.getFreePhysicalMemorySize();
	}
}
