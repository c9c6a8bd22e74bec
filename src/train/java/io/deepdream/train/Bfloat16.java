package io.deepdream.train;

import io.deepdream.engine.loading.ThisMachine;

/** Whether computing in bfloat16 is faster than in float32 here. */
final class Bfloat16 {

	private Bfloat16() {}

	/** Whether the processor has instructions for it; known on Linux only. */
	static boolean isFast() {
		final String processor = new ThisMachine().processor();
		return processor.contains("amx_bf16") || processor.contains("avx512_bf16");
	}
}
