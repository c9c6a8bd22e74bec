package io.deepdream.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Paths;
import java.util.OptionalLong;

import com.sun.management.OperatingSystemMXBean;

import io.deepdream.params.SystemSettings;

/**
 * The memory limit of a network. Its memory is native, so that Java's own limit does
 * not apply; if it is exhausted, the process ends.
 */
public final class AvailableMemory {

	private AvailableMemory() {}

	/** Bytes that can be taken now without swapping, as far as the system reports it. */
	public static long bytes() {
		return besides(0);
	}

	/**
	 * The same, less the growth of Java's heap.
	 *
	 * @param heap bytes of Java's heap that the work will still take; what its
	 *          limit does not allow is not counted
	 */
	public static long besides(final long heap) {
		return besides(heap, 0);
	}

	/**
	 * The same for a network that has taken a part of its memory already.
	 *
	 * @param held bytes that it holds and that an estimate counts once more
	 */
	public static long besides(final long heap, final long held) {
		final OptionalLong limit = SystemSettings.memory();
		return limit.isPresent() ? limit.getAsLong() : held + system(heap);
	}

	/**
	 * Whether memory is ample.
	 *
	 * @param heap bytes of Java's heap that the work may take at the most
	 * @param other bytes that it may take besides, at the most
	 */
	public static boolean isAmple(final long heap, final double other) {
		return heap <= heap() && other <= besides(heap);
	}

	/** Bytes that Java's heap may still grow by; garbage counts as used. */
	private static long heap() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - (java.totalMemory() - java.freeMemory());
	}

	private static long system(final long heap) {
		final long growth = Math.min(heap, heap());
		final LinuxMemory linux = new LinuxMemory(Paths.get("/"));
		if (linux.isKnown()) return Math.max(0, Math.min(linux.available() - growth, linux.addressSpace()));
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		// macOS counts what it can drop at once as used, so that its free memory says little
		return Math.max(0, (System.getProperty("os.name").startsWith("Mac") ? system.getTotalPhysicalMemorySize() / 2 : system
			.getFreePhysicalMemorySize()) - growth);
	}
}
