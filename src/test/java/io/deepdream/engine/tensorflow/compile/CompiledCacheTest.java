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
package io.deepdream.engine.tensorflow.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LeaseCache;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.Precision;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradients are compiled once and reused. */
class CompiledCacheTest {

	private static final float[] PICTURE = Differences.picture(1);

	@TempDir
	Path folder;

	private int compiled;

	@BeforeAll
	static void loadTensorFlow() {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
	}

	private static SmallGraphs network() {
		return new SmallGraphs(3).conv("one", 3, 3, 3, 4, 1, "SAME").relu("one_relu").conv("two", 3, 3, 4, 5, 2, "SAME");
	}

	private CompiledCache cache() {
		final GraphDef graph = network().forward();
		final ObjectiveCompiler compiler = new ObjectiveCompiler(new Object(), graph, new GraphGeometry(graph),
			Variant.VARIANTS, PassedChecks.none());
		return new CompiledCache(kind -> {
			compiled++;
			return compiler.compile(kind);
		});
	}

	private static ObjectiveKind kind(final String layer, final int channels) {
		return kind(layer, channels, Precision.EXACT);
	}

	private static ObjectiveKind kind(final String layer, final int channels, final Precision precision) {
		return new ObjectiveKind(TermKind.of(List.of(new Term(layer, new float[channels], Term.SQUARE))), precision);
	}

	private static boolean runs(final CompiledObjective objective) {
		try (NetworkSession.Run run = objective.feed(PICTURE, 1, Differences.WIDTH, Differences.HEIGHT)) {
			return true;
		}
		catch (final IllegalStateException exc) {
			return false;
		}
	}

	@Test
	void theSameKindIsCompiledOnce() {
		try (CompiledCache cache = cache()) {
			assertFalse(cache.hasIdle());
			final CompiledObjective first;
			try (LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease = cache.lease(kind("two", 5))) {
				first = lease.value();
				assertFalse(cache.hasIdle());
			}
			assertTrue(cache.hasIdle());
			try (LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease = cache.lease(kind("two", 5)); LeaseCache<ObjectiveKind, CompiledObjective>.Lease other = cache.lease(kind("two",
				5)))
			{
				assertSame(first, lease.value());
				assertSame(first, other.value());
			}
			assertEquals(1, compiled);
		}
	}

	@Test
	void anotherKindReplacesIdleObjectivesButNotThoseInUse() {
		try (CompiledCache cache = cache(); LeaseCache<ObjectiveKind, CompiledObjective>.Lease used = cache.lease(kind("two", 5))) {
			final CompiledObjective idle;
			try (LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease = cache.lease(kind("one", 4))) {
				idle = lease.value();
			}
			try (LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease = cache.lease(kind("one_relu", 4))) {
				assertFalse(runs(idle));
				assertTrue(runs(used.value()));
				assertTrue(runs(lease.value()));
				assertNotSame(used.value(), lease.value());
			}
			assertEquals(3, compiled);
		}
	}

	@Test
	void closingTheNetworkKeepsObjectivesInUse() {
		final CompiledCache cache = cache();
		final LeaseCache<ObjectiveKind, CompiledObjective>.Lease lease = cache.lease(kind("two", 5));
		final CompiledObjective objective = lease.value();
		cache.close();
		assertTrue(runs(objective));
		lease.close();
		lease.close();
		assertFalse(runs(objective));
		assertThrows(IllegalStateException.class, () -> cache.lease(kind("two", 5)));
	}

	private static float[] gradient(final GradientEngine engine) {
		final float[] weights = new float[5];
		Arrays.fill(weights, 1);
		final float[] gradient = new float[PICTURE.length];
		try (GradientFunction f = engine.compile(List.of(new Term("two", weights, Term.SQUARE)))) {
			f.evaluate(PICTURE, Differences.WIDTH, Differences.HEIGHT, List.of(new Region(0, 0, engine.receptiveField("two",
				Axis.WIDTH, Differences.WIDTH).positions(), engine.receptiveField("two", Axis.HEIGHT, Differences.HEIGHT).positions(), 1)),
				gradient);
		}
		return gradient;
	}

	/** The gradient that a shared network retains is reused, counts as retained memory, and computes the same result. */
	@Test
	void sharedNetworksRetainTheirGradient() {
		final ModelSpec spec = network().save(folder, new Properties());
		final float[] first;
		try (GradientEngine engine = Engines.share(spec, DreamListener.SILENT)) {
			assertEquals(0, engine.retainedBytes());
			first = gradient(engine);
			assertEquals(engine.fixedBytes(), engine.retainedBytes());
		}
		try (GradientEngine engine = Engines.share(spec, DreamListener.SILENT)) {
			assertEquals(engine.fixedBytes(), engine.retainedBytes());
			assertEquals(0, Arrays.compare(first, gradient(engine)));
			assertThrows(DreamException.class, () -> engine.activations("two", new float[0], 0, 0));
			assertEquals(0, Arrays.compare(first, gradient(engine)));
		}
		finally {
			Engines.closeIdle();
		}
	}
}
