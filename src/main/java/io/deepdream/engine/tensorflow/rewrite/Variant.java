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

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.tensorflow.graph.GraphRewrite;

/** A gradient graph with some of the {@link GradientRewrites}. */
public final class Variant {

	public static final Variant ALL = new Variant(rewrite -> true);

	/** TensorFlow's own gradient, corrected. */
	public static final Variant REFERENCE = of();

	/**
	 * For graphs without a gradient: replaces the transposed convolutions of decoders, which
	 * are the operations whose oneDNN kernels are wrong.
	 */
	public static final Variant FORWARD = of(BackwardConvolution.class, StridedBackwardConvolution.class);

	/** The fastest first, the reference last. */
	public static final List<Variant> VARIANTS = List.of(ALL, FORWARD, of(BackwardConvolution.class), REFERENCE);

	/** {@link #VARIANTS} without the rewrites that cost time with these kernels. */
	public static List<Variant> variants(final ConvolutionKernels kernels) {
		return VARIANTS.stream().map(variant -> new Variant(rewrite -> variant.rewrites.contains(rewrite) && rewrite.paysWith(
			kernels))).distinct().collect(Collectors.toUnmodifiableList());
	}

	private final List<GradientRewrite> rewrites;

	private Variant(final Predicate<GradientRewrite> which) {
		rewrites = GradientRewrites.ALL.stream().filter(which).collect(Collectors.toUnmodifiableList());
	}

	@SafeVarargs
	public static Variant of(final Class<? extends GradientRewrite>... rewrites) {
		return new Variant(rewrite -> Arrays.asList(rewrites).contains(rewrite.getClass()));
	}

	public Variant without(final Class<? extends GradientRewrite> type) {
		return new Variant(rewrite -> rewrites.contains(rewrite) && rewrite.getClass() != type);
	}

	/** What of it can be computed in bfloat16. */
	public Variant forBfloat16() {
		return new Variant(rewrite -> rewrites.contains(rewrite) && rewrite.supportsBfloat16());
	}

	/** @param graph as TensorFlow differentiates it */
	public GraphDef apply(final GraphDef graph) {
		GraphDef result = graph;
		for (final GraphRewrite correction : GradientRewrites.CORRECTIONS)
			result = correction.apply(result);
		for (final GradientRewrite rewrite : rewrites)
			result = rewrite.apply(result);
		return result;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Variant && rewrites.equals(((Variant) other).rewrites);
	}

	@Override
	public int hashCode() {
		return rewrites.hashCode();
	}

	@Override
	public String toString() {
		return rewrites.isEmpty() ? "reference" : rewrites.stream().map(GradientRewrite::name).collect(Collectors.joining(
			"+"));
	}
}
