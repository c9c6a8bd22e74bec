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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import io.deepdream.DeepDream;
import io.deepdream.Fork;
import io.deepdream.packaging.InstalledCopy;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of containers and of the address space, with simulated files of Linux. */
class LinuxMemoryTest {

	private static final long GB = 1_000_000_000;

	@TempDir
	Path root;

	private void put(final String file, final String text) throws IOException {
		Files.createDirectories(root.resolve(file).getParent());
		Files.writeString(root.resolve(file), text);
	}

	@BeforeEach
	void eightGibibytes() throws IOException {
		put("proc/meminfo", "MemTotal:       16777216 kB\nMemFree:         1000000 kB\nMemAvailable:    8388608 kB\n");
		put("proc/self/status", "Name:\tjava\nVmSize:\t 1000000 kB\n");
		put("proc/self/limits", "Limit                     Soft Limit           Hard Limit           Units     \n" +
			"Max address space         unlimited            unlimited            bytes     \n");
	}

	private long available() {
		return new LinuxMemory(root).available();
	}

	@Test
	void noContainer() {
		assertTrue(new LinuxMemory(root).isKnown());
		assertEquals(8L << 30, available());
		assertFalse(new LinuxMemory(root.resolve("nowhere")).isKnown());
	}

	@Test
	void version2() throws IOException {
		put("proc/self/cgroup", "0::/user.slice/job.scope\n");
		put("sys/fs/cgroup/user.slice/job.scope/memory.max", "max\n");
		put("sys/fs/cgroup/user.slice/memory.max", 4 * GB + "\n");
		put("sys/fs/cgroup/user.slice/memory.current", 3 * GB + "\n");
		put("sys/fs/cgroup/user.slice/memory.stat", "anon 1\nfile 7\ninactive_file " + GB + "\nslab 5\n");
		assertEquals(2 * GB, available());
		// temporarily more than the limit
		put("sys/fs/cgroup/user.slice/memory.current", 9 * GB + "\n");
		assertEquals(0, available());
	}

	@Test
	void containersSeeTheirOwnGroupAsRoot() throws IOException {
		put("proc/self/cgroup", "0::/\n");
		put("sys/fs/cgroup/memory.max", 2 * GB + "\n");
		put("sys/fs/cgroup/memory.current", GB / 2 + "\n");
		assertEquals(3 * GB / 2, available());
	}

	@Test
	void version1() throws IOException {
		put("proc/self/cgroup", "5:cpu,cpuacct:/docker/abc\n4:memory:/docker/abc\n");
		// the container cannot see the path on the host
		put("sys/fs/cgroup/memory/memory.limit_in_bytes", 3 * GB + "\n");
		put("sys/fs/cgroup/memory/memory.usage_in_bytes", 2 * GB + "\n");
		put("sys/fs/cgroup/memory/memory.stat", "cache 3\ntotal_inactive_file " + GB / 2 + "\n");
		assertEquals(3 * GB / 2, available());
		// v1's value for no limit
		put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
		assertEquals(8L << 30, available());
	}

	@Test
	void addressSpace() throws IOException {
		assertEquals(Long.MAX_VALUE, new LinuxMemory(root).addressSpace());
		put("proc/self/limits", "Max address space         5000000000           unlimited            bytes     \n");
		assertEquals(5_000_000_000L - 1_024_000_000, new LinuxMemory(root).addressSpace());
	}

	@Test
	void subtractsTheGrowthOfTheHeap() {
		assumeTrue(System.getProperty(SystemSettings.MEMORY) == null && new LinuxMemory(Paths.get("/")).isKnown());
		final long need = 200 << 20;
		final long difference = AvailableMemory.bytes() - AvailableMemory.bytes(need);
		// other processes allocate and free memory in between
		assertEquals(need, difference, 150 << 20);
	}

	/** A limited child process. */
	@Test
	void reportsTheLimitOfItsProcess() throws Exception {
		assumeTrue(new LinuxMemory(Paths.get("/")).isKnown() && Files.isExecutable(Paths.get("/bin/sh")), "no Linux: skipped");
		final String output = new Fork(InstalledCopy.location(DeepDream.class), InstalledCopy.location(Printer.class)).with("-Xmx64m", "-XX:ReservedCodeCacheSize=64m", "-XX:CompressedClassSpaceSize=64m").limited(6_000_000)
			.run(Printer.class.getName());
		final long reported = Long.parseLong(output.split("\n")[0]);
		assertTrue(reported > 0 && reported < 6_000_000L * 1024, output);
	}

	static final class Printer {

		private Printer() {}

		public static void main(final String... args) {
			System.out.println(AvailableMemory.bytes());
		}
	}
}
