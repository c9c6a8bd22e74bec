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

import java.util.List;
import java.util.function.Function;

import io.deepdream.params.Precision;

/** Forwards each call to another engine; subclasses define how calls are wrapped and what {@link #close()} does. */
abstract class ForwardingEngine implements GradientEngine {

	/** Calls the other engine. */
	abstract <T> T call(Function<GradientEngine, T> work);

	@Override
	public String sha256() {
		return call(GradientEngine::sha256);
	}

	@Override
	public int inputChannels() {
		return call(GradientEngine::inputChannels);
	}

	@Override
	public String description() {
		return call(GradientEngine::description);
	}

	@Override
	public List<String> diagnostics() {
		return call(GradientEngine::diagnostics);
	}

	@Override
	public List<LayerInfo> layers() {
		return call(GradientEngine::layers);
	}

	@Override
	public List<LayerInfo> layersWithGradient() {
		return call(GradientEngine::layersWithGradient);
	}

	@Override
	public List<NetworkOutput> outputs() {
		return call(GradientEngine::outputs);
	}

	@Override
	public String obstacle(final String node) {
		return call(engine -> engine.obstacle(node));
	}

	@Override
	public List<String> obstacles() {
		return call(GradientEngine::obstacles);
	}

	@Override
	public ReceptiveField receptiveField(final String layer, final Axis axis, final int pixels) {
		return call(engine -> engine.receptiveField(layer, axis, pixels));
	}

	@Override
	public double bytesPerPixel(final List<Term> terms) {
		return call(engine -> engine.bytesPerPixel(terms));
	}

	@Override
	public long fixedBytes() {
		return call(GradientEngine::fixedBytes);
	}

	@Override
	public long retainedBytes() {
		return call(GradientEngine::retainedBytes);
	}

	@Override
	public GradientFunction compile(final List<Term> terms, final Precision precision) {
		return call(engine -> engine.compile(terms, precision));
	}

	@Override
	public ChannelGradients compileChannels(final String layer, final String objective, final double diversity) {
		return call(engine -> engine.compileChannels(layer, objective, diversity));
	}

	@Override
	public Activations activations(final String layer, final float[] pixels, final int width, final int height) {
		return call(engine -> engine.activations(layer, pixels, width, height));
	}
}
