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

import java.lang.management.ManagementFactory;
import java.nio.file.Paths;
import java.util.OptionalLong;

import com.sun.management.OperatingSystemMXBean;

import io.deepdream.params.SystemSettings;

/**
 * The memory limit for networks. TensorFlow allocates native memory, which -Xmx does
 * not limit; a process that exhausts it is killed by the operating system.
 */
public final class AvailableMemory {

	private AvailableMemory() {}

	/**
	 * Bytes that can be allocated now without swapping, as far as the operating system
	 * reports it, or the value of {@link SystemSettings#MEMORY}.
	 */
	public static long bytes() {
		return bytes(0);
	}

	/**
	 * As {@link #bytes()}, minus the expected growth of Java's heap.
	 *
	 * @param heapGrowth bytes by which the heap will grow; growth beyond its maximum
	 *          (-Xmx) is not subtracted
	 */
	public static long bytes(final long heapGrowth) {
		return bytes(heapGrowth, 0);
	}

	/**
	 * As {@link #bytes(long)}, for a network that retains memory already.
	 *
	 * @param retained bytes that the network retains and that its memory estimate includes
	 */
	public static long bytes(final long heapGrowth, final long retained) {
		final OptionalLong limit = SystemSettings.memory();
		return limit.isPresent() ? limit.getAsLong() : retained + systemMemory(heapGrowth);
	}

	/**
	 * Whether the available memory suffices.
	 *
	 * @param heapGrowth upper bound of the growth of Java's heap, in bytes
	 * @param nativeBytes upper bound of the native memory, in bytes
	 */
	public static boolean isSufficient(final long heapGrowth, final double nativeBytes) {
		return heapGrowth <= maxHeapGrowth() && nativeBytes <= bytes(heapGrowth);
	}

	/** Bytes by which Java's heap can grow; garbage counts as used. */
	private static long maxHeapGrowth() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - (java.totalMemory() - java.freeMemory());
	}

	private static long systemMemory(final long heapGrowth) {
		final long growth = Math.min(heapGrowth, maxHeapGrowth());
		final LinuxMemory linux = new LinuxMemory(Paths.get("/"));
		if (linux.isKnown()) return Math.max(0, Math.min(linux.available() - growth, linux.addressSpace()));
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		// macOS counts memory that it can reclaim at once as used: its free memory is far below the available memory
		return Math.max(0, (System.getProperty("os.name").startsWith("Mac") ? system.getTotalPhysicalMemorySize() / 2 : system
			.getFreePhysicalMemorySize()) - growth);
	}
}
