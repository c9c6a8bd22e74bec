package io.deepdream;

import java.util.List;
import java.util.function.Consumer;

import io.deepdream.dream.Dream;
import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.dream.ZoomMovie;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The face for scripts: a network, ready to dream.
 *
 * <pre>
 * try (DeepDream deepDream = DeepDream.open("compact-inception")) {
 *   Dream dream = deepDream.dream(picture, DreamParams.parse("layer=mixed4c"), DreamListener.SILENT);
 * }
 * </pre>
 */
public final class DeepDream implements AutoCloseable {

	private final ModelSpec spec;
	private final GradientEngine engine;

	private DeepDream(final ModelSpec spec) {
		this.spec = spec;
		engine = Engines.open(spec);
	}

	/**
	 * @param model a catalogue name, or the path of a frozen .pb file
	 * @throws DreamException if there is no such network, or it cannot be used
	 */
	public static DeepDream open(final String model) {
		return new DeepDream(ModelCatalogue.find(model));
	}

	public ModelSpec model() {
		return spec;
	}

	/** SHA-256 of the network's file, lower-case hex. */
	public String sha256() {
		return engine.sha256();
	}

	/** Name and version of what computes. */
	public String engine() {
		return engine.description();
	}

	/** All layers that can be dreamed, from the input on. */
	public List<LayerInfo> layers() {
		return engine.layers();
	}

	/**
	 * Dreams from a picture, or from noise if the parameters say so.
	 *
	 * @param picture RGB 0..255, dimensions [3, w, h]; not changed; may be null when
	 *          starting from noise
	 * @param params the model in it is not looked at: this object is one
	 * @throws DreamException for what the user can mend, before any work where that
	 *           is possible
	 */
	public Dream dream(final ArrayImg<FloatType, FloatArray> picture, final DreamParams params,
		final DreamListener listener)
	{
		final Dreamer dreamer = new Dreamer(engine, objective(params), params, listener, AvailableMemory.bytes());
		return params.is(Parameter.START, "noise") ? dreamer.fromNoise() : dreamer.fromPicture(picture);
	}

	/**
	 * Makes the next frames of a {@link ZoomMovie}.
	 *
	 * @param first the movie's first frame, RGB 0..255, dimensions [3, w, h]
	 * @param last its last one, of the same size; may be the first
	 * @param number how many frames there are already
	 * @param params of {@link Task#MOVIE}
	 * @param frames receives each new frame, in whole grey levels
	 * @throws DreamException if not even one frame can be made
	 */
	public void zoomMovie(final ArrayImg<FloatType, FloatArray> first, final ArrayImg<FloatType, FloatArray> last,
		final int number, final DreamParams params, final DreamListener listener,
		final Consumer<ArrayImg<FloatType, FloatArray>> frames)
	{
		new ZoomMovie(engine, objective(params), params, listener, AvailableMemory.bytes()).run(first, last, number, frames);
	}

	private Objective objective(final DreamParams params) {
		String layer = params.get(Parameter.LAYER);
		String channels = params.get(Parameter.CHANNELS);
		if (layer.isEmpty() || layer.equals(Parameter.LAYER.defaultValue())) {
			layer = spec.layer();
			if (channels.equals(Parameter.CHANNELS.defaultValue())) channels = spec.channels();
			if (layer.isEmpty()) throw new DreamException("The network " + spec.name() +
				" names no default layer: give one with layer=..., such as layer=" + engine.layers().get(engine.layers()
					.size() / 2).name() + ".");
		}
		return new Objective(layer, channels, params.get(Parameter.OBJECTIVE), engine.layers());
	}

	@Override
	public void close() {
		engine.close();
	}
}
