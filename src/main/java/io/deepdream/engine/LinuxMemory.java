package io.deepdream.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Available memory on Linux, the limits of containers (control groups, both
 * versions), and the process's address space.
 */
final class LinuxMemory {

	private static final long NO_LIMIT = Long.MAX_VALUE;

	private final Path root;

	/** @param root the folder that holds proc and sys */
	LinuxMemory(final Path root) {
		this.root = root;
	}

	boolean isKnown() {
		return Files.isReadable(root.resolve("proc/meminfo"));
	}

	/** Bytes that the process can take without swapping and without being killed. */
	long available() {
		long least = kibibytes("proc/meminfo", "MemAvailable:");
		for (final String line : lines(root.resolve("proc/self/cgroup"))) {
			// number:controllers:path; version 2 has the number 0 and names no controllers
			final String[] parts = line.split(":", 3);
			if (parts.length < 3) continue;
			final Path sys = root.resolve("sys/fs/cgroup");
			if (parts[0].equals("0") && parts[1].isEmpty()) least = Math.min(least, left(sys, parts[2], "memory.max",
				"memory.current", "inactive_file"));
			else if (List.of(parts[1].split(",")).contains("memory")) least = Math.min(least, left(sys.resolve("memory"),
				parts[2], "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"));
		}
		return least;
	}

	/** Bytes of address space that are left (ulimit -v); Java has reserved its heap in it already. */
	long addressSpace() {
		for (final String line : lines(root.resolve("proc/self/limits")))
			if (line.startsWith("Max address space")) {
				final long limit = number(line.substring("Max address space".length()).trim().split("\\s+")[0]);
				return limit == NO_LIMIT ? limit : Math.max(0, limit - kibibytes("proc/self/status", "VmSize:"));
			}
		return NO_LIMIT;
	}

	/** The least memory that a group and its parents leave. A container may have only its own group. */
	private static long left(final Path top, final String group, final String limit, final String usage,
		final String reclaimable)
	{
		long least = NO_LIMIT;
		for (Path folder = top.resolve(group.replaceFirst("^/+", "")).normalize(); folder.startsWith(top); folder = folder
			.getParent())
		{
			final List<String> limits = lines(folder.resolve(limit));
			if (limits.isEmpty() || number(limits.get(0)) == NO_LIMIT) continue;
			final List<String> used = lines(folder.resolve(usage));
			long held = used.isEmpty() ? 0 : number(used.get(0));
			// files that were read count as used, but go when memory is wanted
			for (final String line : lines(folder.resolve("memory.stat")))
				if (line.startsWith(reclaimable + " ")) held -= number(line.substring(reclaimable.length()).trim());
			least = Math.min(least, Math.max(0, number(limits.get(0)) - held));
		}
		return least;
	}

	private long kibibytes(final String file, final String key) {
		for (final String line : lines(root.resolve(file)))
			if (line.startsWith(key)) return number(line.replaceAll("\\D", "")) << 10;
		return NO_LIMIT;
	}

	/** "max" and "unlimited" are no numbers. */
	private static long number(final String text) {
		try {
			return Long.parseLong(text.trim());
		}
		catch (final NumberFormatException exc) {
			return NO_LIMIT;
		}
	}

	private static List<String> lines(final Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (final IOException exc) {
			return Collections.emptyList();
		}
	}
}
