package io.deepdream.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Whether computing in bfloat16 is faster than in float32 here. */
final class Bfloat16 {

	private static final Path CPU = Paths.get("/proc/cpuinfo");

	private Bfloat16() {}

	/** Whether the processor has instructions for it; known on Linux only. */
	static boolean isFast() throws IOException {
		if (!Files.isReadable(CPU)) return false;
		final String flags = Files.readString(CPU);
		return flags.contains("amx_bf16") || flags.contains("avx512_bf16");
	}
}
