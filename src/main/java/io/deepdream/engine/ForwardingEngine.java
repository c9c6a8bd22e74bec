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
