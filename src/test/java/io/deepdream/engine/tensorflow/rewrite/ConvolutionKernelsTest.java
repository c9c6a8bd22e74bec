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
package io.deepdream.engine.tensorflow.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.deepdream.Fork;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.loading.Machine;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionKernelsTest {

	private static Machine machine(final Boolean avx2) {
		return (Machine) Proxy.newProxyInstance(Machine.class.getClassLoader(), new Class<?>[] { Machine.class }, (proxy, method,
			args) -> method.getName().equals("hasAvx2") ? Optional.ofNullable(avx2) : null);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "false,true,-,TENSORFLOW", "true,true,-,ONEDNN", "true,-,-,ONEDNN",
		"true,false,-,ONEDNN_AVX", "true,true,AVX,ONEDNN_AVX", "true,true,AVX2,ONEDNN" })
	void dependOnTheLibraryAndTheProcessor(final boolean oneDnn, final Boolean avx2, final String limit,
		final ConvolutionKernels expected)
	{
		assertEquals(expected, ConvolutionKernels.of(oneDnn, machine(avx2), limit == null ? Map.of() : Map.of(
			"ONEDNN_MAX_CPU_ISA", limit)));
	}

	@Test
	void rewritesThatCostTimeAreLeftOut() {
		assertEquals(Variant.VARIANTS, Variant.variants(ConvolutionKernels.ONEDNN));
		final List<Variant> avx = Variant.variants(ConvolutionKernels.ONEDNN_AVX);
		assertEquals(Variant.ALL.without(ReluGradientFromOutput.class), avx.get(0));
		assertEquals(Variant.REFERENCE, avx.get(avx.size() - 1));
	}

	/** Loads TensorFlow as users do and prints its kernels. */
	public static final class Printer {

		public static void main(final String... args) {
			try (GradientEngine engine = Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED))) {
				engine.diagnostics().forEach(System.out::println);
			}
		}
	}

	private static String kernels(final String... environment) throws Exception {
		final Fork fork = ChildProcess.fork();
		for (final String variable : environment)
			fork.environment(variable.split("=", 2)[0], variable.endsWith("=") ? null : variable.split("=", 2)[1]);
		return fork.run(Printer.class.getName());
	}

	@Test
	void areOneDnnsUnlessTheUserChoosesOtherwise() throws Exception {
		assumeTrue(new ThisMachine().isX86(), "TensorFlow decides on other processors: skipped");
		final String standard = kernels("TF_ENABLE_ONEDNN_OPTS=");
		assertTrue(standard.contains("Convolution kernels: oneDNN (for TensorFlow's own, set TF_ENABLE_ONEDNN_OPTS=0"), standard);
		final String own = kernels("TF_ENABLE_ONEDNN_OPTS=0");
		assertTrue(own.contains("Convolution kernels: TensorFlow's own (TF_ENABLE_ONEDNN_OPTS=0 in the environment)"), own);
		assertFalse(own.contains("OP_REQUIRES"), own);
	}
}
