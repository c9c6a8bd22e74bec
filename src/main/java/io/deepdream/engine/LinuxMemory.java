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
package io.deepdream.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Available memory on Linux, including the limits of containers (control groups v1 and
 * v2) and of the process's address space.
 */
final class LinuxMemory {

	private static final long NO_LIMIT = Long.MAX_VALUE;

	private final Path root;

	/** @param root folder that contains proc and sys; tests use a temporary one */
	LinuxMemory(final Path root) {
		this.root = root;
	}

	boolean isKnown() {
		return Files.isReadable(root.resolve("proc/meminfo"));
	}

	/** Bytes that the process can allocate without swapping and without being killed. */
	long available() {
		long minimum = kibibytes("proc/meminfo", "MemAvailable:");
		for (final String line : lines(root.resolve("proc/self/cgroup"))) {
			// number:controllers:path; v2 has the number 0 and no controllers
			final String[] parts = line.split(":", 3);
			if (parts.length < 3) continue;
			final Path sys = root.resolve("sys/fs/cgroup");
			if (parts[0].equals("0") && parts[1].isEmpty()) minimum = Math.min(minimum, availableInGroup(sys, parts[2],
				"memory.max", "memory.current", "inactive_file"));
			else if (List.of(parts[1].split(",")).contains("memory")) minimum = Math.min(minimum, availableInGroup(sys.resolve(
				"memory"), parts[2], "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"));
		}
		return minimum;
	}

	/** Unused bytes of address space (ulimit -v). It contains Java's heap, which is reserved at the start of Java. */
	long addressSpace() {
		for (final String line : lines(root.resolve("proc/self/limits")))
			if (line.startsWith("Max address space")) {
				final long limit = number(line.substring("Max address space".length()).trim().split("\\s+")[0]);
				return limit == NO_LIMIT ? limit : Math.max(0, limit - kibibytes("proc/self/status", "VmSize:"));
			}
		return NO_LIMIT;
	}

	/** The minimum of the available memory of a control group and its parents. A container may see only its own group. */
	private static long availableInGroup(final Path rootGroup, final String group, final String limit, final String usage,
		final String reclaimable)
	{
		long minimum = NO_LIMIT;
		for (Path folder = rootGroup.resolve(group.replaceFirst("^/+", "")).normalize(); folder.startsWith(rootGroup); folder =
			folder.getParent())
		{
			final List<String> limits = lines(folder.resolve(limit));
			if (limits.isEmpty() || number(limits.get(0)) == NO_LIMIT) continue;
			final List<String> used = lines(folder.resolve(usage));
			long usedBytes = used.isEmpty() ? 0 : number(used.get(0));
			// the page cache of inactive files counts as used, although it is reclaimable
			for (final String line : lines(folder.resolve("memory.stat")))
				if (line.startsWith(reclaimable + " ")) usedBytes -= number(line.substring(reclaimable.length()).trim());
			minimum = Math.min(minimum, Math.max(0, number(limits.get(0)) - usedBytes));
		}
		return minimum;
	}

	private long kibibytes(final String file, final String key) {
		for (final String line : lines(root.resolve(file)))
			if (line.startsWith(key)) return number(line.replaceAll("\\D", "")) << 10;
		return NO_LIMIT;
	}

	/** {@link #NO_LIMIT} for "max" and "unlimited". */
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
