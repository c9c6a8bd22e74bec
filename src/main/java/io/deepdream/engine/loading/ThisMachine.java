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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;

/** The computer that runs this process. */
public final class ThisMachine implements Machine {

	private static final Path LINUX_PROCESSORS = Paths.get("/proc/cpuinfo");
	/** The Linux kernel's name of the feature, listed only if programs may use it. */
	private static final String AMX_BFLOAT16 = "amx_bf16";
	/** The features that TensorFlow and oneDNN choose kernels by; the complete list is long. */
	private static final List<String> REPORTED_FEATURES = Arrays.asList("sse4_1", "sse4_2", "avx", "fma", "avx2", "avx512f",
		"avx512_vnni", "avx512_bf16", AMX_BFLOAT16, "asimd", "asimddp", "bf16", "sve");

	@Override
	public String os() {
		return System.getProperty("os.name");
	}

	@Override
	public String arch() {
		return System.getProperty("os.arch");
	}

	@Override
	public boolean isTranslated() {
		return os().startsWith("Mac") && isX86() && sysctl("sysctl.proc_translated").equals("1");
	}

	@Override
	public Optional<Boolean> hasAvx() {
		return avxLevel().map(level -> level >= 1);
	}

	@Override
	public Optional<Boolean> hasAvx2() {
		return avxLevel().map(level -> level >= 2);
	}

	/** 0 = none, 1 = AVX, 2 = AVX2, 3 = AVX-512: Java's compiler detects it on every system, and reports it. */
	private static Optional<Integer> avxLevel() {
		try {
			final VMOption level = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("UseAVX");
			// a level that the user chose says nothing about the processor
			if (level.getOrigin() == VMOption.Origin.VM_CREATION) return Optional.empty();
			return Optional.of(Integer.parseInt(level.getValue()));
		}
		catch (final RuntimeException | LinkageError exc) {
			// another processor, or another vendor's Java
			return Optional.empty();
		}
	}

	@Override
	public String processor() {
		final int threads = Runtime.getRuntime().availableProcessors();
		return (os().startsWith("Mac") ? sysctl("machdep.cpu.brand_string") : Files.isReadable(LINUX_PROCESSORS)
			? linuxProcessor() : String.valueOf(System.getenv("PROCESSOR_IDENTIFIER"))) + ", " + threads + " threads" + hasAvx()
				.map(avx -> avx ? ", AVX" : ", no AVX").orElse("");
	}

	@Override
	public Optional<Boolean> hasAmxBfloat16() {
		final List<String> flags = flags(firstLinuxProcessor());
		return flags.isEmpty() ? Optional.empty() : Optional.of(flags.contains(AMX_BFLOAT16));
	}

	private static String linuxProcessor() {
		final List<String> first = firstLinuxProcessor();
		if (first.isEmpty()) return "unknown processor";
		final String features = REPORTED_FEATURES.stream().filter(flags(first)::contains).collect(Collectors.joining(" "));
		final String name = value(first, "model name");
		return (name.isEmpty() ? "unnamed processor" : name) + " (" + features + ")";
	}

	/** The Linux kernel's description of the first processor, line by line; empty on other systems. */
	private static List<String> firstLinuxProcessor() {
		if (!Files.isReadable(LINUX_PROCESSORS)) return List.of();
		try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
			return lines.takeWhile(line -> !line.isEmpty()).collect(Collectors.toList());
		}
		catch (final IOException exc) {
			return List.of();
		}
	}

	private static List<String> flags(final List<String> processor) {
		final String flags = value(processor, "flags|Features");
		return flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" "));
	}

	private static String value(final List<String> lines, final String key) {
		return lines.stream().filter(line -> line.matches("(" + key + ")\\s*:.*")).findFirst().map(line -> line.substring(line
			.indexOf(':') + 1).trim()).orElse("");
	}

	/** A value of macOS's kernel; empty if it is not defined. */
	private static String sysctl(final String key) {
		try {
			final Process process = new ProcessBuilder("/usr/sbin/sysctl", "-in", key).redirectError(
				ProcessBuilder.Redirect.DISCARD).start();
			try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
				final String line = out.readLine();
				return process.waitFor(5, TimeUnit.SECONDS) && line != null ? line.trim() : "";
			}
		}
		catch (final IOException exc) {
			return "";
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return "";
		}
	}
}
