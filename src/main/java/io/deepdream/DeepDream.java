package io.deepdream;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.dream.ChannelRenderer;
import io.deepdream.dream.Dream;
import io.deepdream.dream.Dreamer;
import io.deepdream.dream.MemoryLimit;
import io.deepdream.dream.Objective;
import io.deepdream.dream.Variations;
import io.deepdream.dream.ZoomMovie;
import io.deepdream.engine.Activations;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.Precision;
import io.deepdream.engine.Term;
import io.deepdream.image.Pictures;
import io.deepdream.image.Resampler;
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

	/** A guide's longer side is at most so many pixels, about as in the notebook, and so many positions of a layer. */
	private static final int GUIDE_PIXELS = 224;
	private static final int GUIDE_POSITIONS = 32;

	/** Java's share: 48 bytes by the count in docs/tiles.md, and the colours of the result. */
	private static final long HEAP_PER_PIXEL = 60;

	/** Two tiles at a time, each with what it sees around it, can be more than the picture. */
	private static final double PIXELS_AT_A_TIME = 3;

	private final ModelSpec spec;
	private final GradientEngine engine;

	private DeepDream(final ModelSpec spec, final GradientEngine engine) {
		this.spec = spec;
		this.engine = engine;
	}

	/** As {@link #open(String, DreamListener)}, for those who show no status. */
	public static DeepDream open(final String model) {
		return open(model, DreamListener.SILENT);
	}

	/**
	 * Opens a network, or shares the one that is open: for some time after it was
	 * closed it is kept, ready for the next dream.
	 *
	 * @param model a catalogue name, or the path of a frozen .pb file
	 * @param listener hears that TensorFlow is being loaded, which takes seconds the first time
	 * @throws DreamException if there is no such network, or it cannot be used
	 */
	public static DeepDream open(final String model, final DreamListener listener) {
		final ModelSpec spec = ModelCatalogue.find(model);
		return new DeepDream(spec, Engines.share(spec, listener));
	}

	/**
	 * Opens a network that nobody else uses, and that is gone once it is closed.
	 *
	 * @param listener hears that TensorFlow is being loaded
	 * @throws DreamException if the network cannot be used
	 */
	public static DeepDream open(final ModelSpec model, final DreamListener listener) {
		return new DeepDream(model, Engines.open(model, listener));
	}

	/** Closes the networks that are kept for the next dream, to have their memory for something else. */
	public static void closeKept() {
		Engines.closeIdle();
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

	/** More for a bug report: files that were loaded, devices; a line for each. */
	public List<String> facts() {
		return engine.diagnostics();
	}

	/** All layers that keep the image's axes, from the input on. */
	public List<LayerInfo> layers() {
		return engine.layers();
	}

	/** Those of the {@link #layers()} that can be dreamed; in some networks the way back from a layer is cut. */
	public List<LayerInfo> layersWithGradient() {
		return engine.layersWithGradient();
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
		return dream(picture, null, params, listener);
	}

	/**
	 * The same, towards a guide.
	 *
	 * @param guide a picture like the other, of any size, whose features at the
	 *          parameters' layers are climbed towards; null = none. The parameter
	 *          guide, which names it, is not looked at
	 */
	public Dream dream(final ArrayImg<FloatType, FloatArray> picture, final ArrayImg<FloatType, FloatArray> guide,
		final DreamParams params, final DreamListener listener)
	{
		final Objective objective = guide == null ? objective(params) : objective(params).towards(layer -> features(layer,
			guide));
		final boolean noise = params.is(Parameter.START, "noise");
		final long pixels = noise ? (long) params.whole(Parameter.WIDTH) * params.whole(Parameter.HEIGHT)
			: (long) Pictures.width(picture) * Pictures.height(picture);
		return again(() -> {
			final Dreamer dreamer = new Dreamer(engine, objective, params, listener, room(objective.terms(), pixels, params));
			return noise ? dreamer.fromNoise() : dreamer.fromPicture(picture);
		});
	}

	private long room(final List<Term> terms, final long pixels, final DreamParams params) {
		return room(terms, pixels, HEAP_PER_PIXEL + Dreamer.optimizerBytesPerPixel(params));
	}

	/** Native memory that the network may take. Where networks that nobody uses might be in the way, they are closed. */
	private long room(final List<Term> terms, final long pixels, final long heapPerPixel) {
		final long heap = heapPerPixel * pixels;
		final double most = engine.fixedBytes() + engine.bytesPerPixel(terms) * PIXELS_AT_A_TIME * pixels;
		if (!AvailableMemory.isAmple(heap, most)) Engines.closeIdle();
		return AvailableMemory.besides(heap, engine.heldBytes());
	}

	/** Once more, if memory ran out while there were networks that nobody used. */
	private static <T> T again(final Supplier<T> work) {
		try {
			return work.get();
		}
		catch (final DreamException | OutOfMemoryError exc) {
			final boolean noMemory = exc instanceof OutOfMemoryError || exc.getCause() instanceof OutOfMemoryError;
			if (!noMemory || !Engines.closeIdle()) throw exc;
		}
		return work.get();
	}

	/**
	 * Dreams several pictures from noise, pushed apart, as {@link Variations} does.
	 *
	 * @param params with start=noise; model, mode and guide in it are not looked at
	 * @return one dream for each variation
	 */
	public List<Dream> variations(final DreamParams params, final DreamListener listener) {
		final Objective objective = objective(params);
		final long pixels = (long) params.whole(Parameter.VARIATIONS) * params.whole(Parameter.WIDTH) * params.whole(
			Parameter.HEIGHT);
		return again(() -> new Variations(engine, objective, params, listener, room(objective.terms(), pixels, params))
			.run());
	}

	/** Every position of a layer is compared with all features of a guide: so it is made smaller until they are not many. */
	private float[] features(final LayerInfo layer, final ArrayImg<FloatType, FloatArray> guide) {
		final double largest = Math.min(GUIDE_PIXELS, GUIDE_POSITIONS * layer.stride());
		final double scale = Math.min(1, largest / Math.max(Pictures.width(guide), Pictures.height(guide)));
		final int width = (int) Math.max(1, Math.round(scale * Pictures.width(guide)));
		final int height = (int) Math.max(1, Math.round(scale * Pictures.height(guide)));
		try {
			return engine.activations(layer.name(), Pictures.data(Resampler.resize(guide, width, height)), width, height)
				.values();
		}
		catch (final DreamException exc) {
			throw new DreamException("The guide cannot be used: " + exc.getMessage(), exc);
		}
	}

	/**
	 * Checks layer, channels and precision, without any other work.
	 *
	 * @throws DreamException if this network has no such layer or channels, or this
	 *           machine no such precision
	 */
	public void check(final DreamParams params) {
		objective(params);
	}

	/**
	 * Does what can be done ahead, so that a dream with these parameters begins at
	 * once; for as long as the network is open, or kept.
	 *
	 * @throws DreamException if this network has no such layer or channels, or the
	 *           layer has no gradient
	 */
	public void prepare(final DreamParams params) {
		engine.compile(objective(params).terms(), Precision.of(params.get(Parameter.PRECISION))).close();
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
		final Objective objective = objective(params);
		new ZoomMovie(engine, objective, params, listener, room(objective.terms(), (long) Pictures.width(
			first) * Pictures.height(first), params)).run(first, last, number, frames);
	}

	/**
	 * The one layer that the parameters name, or the network's own.
	 *
	 * @throws DreamException if there is no such layer, or several are named
	 */
	public LayerInfo layer(final DreamParams params) {
		final List<LayerInfo> layers = objective(params).layers();
		if (layers.size() > 1) throw new DreamException("layer=" + params.get(Parameter.LAYER) +
			" names several layers: give one.");
		return layers.get(0);
	}

	/** The channels of that layer that the parameters name; all means all, whatever the network's own choice. */
	public List<Integer> channels(final DreamParams params) {
		final float[] weights = new Objective(layer(params).name(), params.get(Parameter.CHANNELS), params.get(
			Parameter.OBJECTIVE), engine.layers()).terms().get(0).channelWeights();
		return IntStream.range(0, weights.length).filter(c -> weights[c] != 0).boxed().collect(Collectors.toList());
	}

	/**
	 * What a layer answers to a picture, the whole of it in one run.
	 *
	 * @param layer one of {@link #layers()}
	 * @param picture RGB 0..255, dimensions [3, w, h]
	 * @throws DreamException if the picture is too small for the layer, or too large
	 *           for the memory
	 */
	public Activations activations(final LayerInfo layer, final ArrayImg<FloatType, FloatArray> picture) {
		final int width = Pictures.width(picture);
		final int height = Pictures.height(picture);
		MemoryLimit.require(engine, layer, width, height, room(all(layer), (long) width * height, HEAP_PER_PIXEL));
		return again(() -> engine.activations(layer.name(), Pictures.data(picture), width, height));
	}

	/** How a layer's positions lie along an axis of a picture. */
	public ReceptiveField receptiveField(final LayerInfo layer, final Axis axis, final int pixels) {
		return engine.receptiveField(layer.name(), axis, pixels);
	}

	/**
	 * Renders pictures of channels, as {@link ChannelRenderer} does.
	 *
	 * @param layer one of {@link #layers()}
	 * @param params of {@link Task#ATLAS}; model, layer and channels in it are not
	 *          looked at
	 * @return whether all were rendered: false if the listener said stop
	 */
	public boolean renderChannels(final LayerInfo layer, final List<Integer> channels, final DreamParams params,
		final DreamListener listener, final ChannelRenderer.Wall wall)
	{
		final long pixels = (long) params.whole(Parameter.WIDTH) * params.whole(Parameter.HEIGHT) * ChannelRenderer.BATCH;
		return new ChannelRenderer(engine, layer, params, listener, room(all(layer), pixels, params)).run(channels, wall);
	}

	private static List<Term> all(final LayerInfo layer) {
		return List.of(new Term(layer.name(), new float[layer.channels()], Term.MEAN));
	}

	private Objective objective(final DreamParams params) {
		Engines.require(Precision.of(params.get(Parameter.PRECISION)));
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
