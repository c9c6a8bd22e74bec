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
package io.deepdream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.dream.ChannelRenderer;
import io.deepdream.dream.Dream;
import io.deepdream.dream.DreamPlan;
import io.deepdream.dream.Dreamer;
import io.deepdream.dream.MemoryLimit;
import io.deepdream.dream.Objective;
import io.deepdream.dream.Variations;
import io.deepdream.dream.ZoomMovie;
import io.deepdream.engine.Activations;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.NetworkDefaults;
import io.deepdream.engine.NetworkOutput;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Term;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.ObjectiveType;
import io.deepdream.params.Parameter;
import io.deepdream.params.Precision;
import io.deepdream.params.Start;
import io.deepdream.params.Task;
import io.deepdream.params.settings.ChannelNames;
import io.deepdream.params.settings.ChannelSelection;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.LayerSelection;
import io.deepdream.params.settings.MovieSettings;
import io.deepdream.params.settings.ObjectiveSettings;
import io.deepdream.params.settings.OriginalSettings;
import io.deepdream.params.settings.VariationSettings;

/**
 * The facade for scripts: an open network that dreams.
 *
 * <pre>
 * try (DeepDream deepDream = DeepDream.open("compact-inception")) {
 *   Dream dream = deepDream.dream(picture, DreamParams.parse("layer=mixed4c"), DreamListener.SILENT);
 * }
 * </pre>
 */
public final class DeepDream implements AutoCloseable {

	/** Longest side of a guide in pixels, about as in the notebook, and in positions of a layer. */
	private static final int GUIDE_PIXELS = 224;
	private static final int GUIDE_POSITIONS = 32;

	/** Java heap for each RGB pixel: 48 bytes for the arrays counted in docs/tiles.md, and the colours of the result. */
	private static final long HEAP_PER_PIXEL = 60;

	/** Two concurrent tiles with their halos can have more pixels than the picture. */
	private static final double MAX_CONCURRENT_PIXELS = 3;

	private final ModelSpec spec;
	private final GradientEngine engine;
	private final NetworkDefaults defaults;

	private DeepDream(final ModelSpec spec, final GradientEngine engine) {
		this.spec = spec;
		this.engine = engine;
		defaults = new NetworkDefaults(spec, engine);
	}

	/** As {@link #open(String, DreamListener)}, without progress. */
	public static DeepDream open(final String model) {
		return open(model, DreamListener.SILENT);
	}

	/**
	 * Opens a network, or shares the one that is already open. After it is closed, the
	 * network stays cached for some time, so that the next dream starts without delay.
	 *
	 * @param model a catalogue name, or the path of a frozen graph (.pb)
	 * @param listener is notified while TensorFlow is being loaded, which takes seconds
	 *          the first time
	 * @throws DreamException if there is no such network, or it cannot be used
	 */
	public static DeepDream open(final String model, final DreamListener listener) {
		final ModelSpec spec = ModelCatalogue.find(model);
		return new DeepDream(spec, Engines.share(spec, listener));
	}

	/**
	 * Opens a network that is neither shared nor cached.
	 *
	 * @param listener is notified while TensorFlow is being loaded
	 * @throws DreamException if the network cannot be used
	 */
	public static DeepDream open(final ModelSpec model, final DreamListener listener) {
		return new DeepDream(model, Engines.open(model, listener));
	}

	/**
	 * Dreams with a network that the caller has opened.
	 *
	 * @param engine of the model; closed with this object
	 */
	public static DeepDream of(final ModelSpec model, final GradientEngine engine) {
		return new DeepDream(model, engine);
	}

	/** Closes the cached networks that are not in use, to free their memory. */
	public static void closeCached() {
		Engines.closeIdle();
	}

	public ModelSpec model() {
		return spec;
	}

	/** SHA-256 of the network's file, lower-case hex. */
	public String sha256() {
		return engine.sha256();
	}

	/** Number of channels of the pictures that the network reads: 3 for RGB, 1 for gray. */
	public int inputChannels() {
		return engine.inputChannels();
	}

	/** Name and version of the library that runs the network. */
	public String engine() {
		return engine.description();
	}

	/** Details for a bug report, one line each: loaded files, devices. */
	public List<String> facts() {
		return engine.diagnostics();
	}

	/** All layers that keep the image's axes, from the input on. */
	public List<LayerInfo> layers() {
		return engine.layers();
	}

	/** Those of the {@link #layers()} that can be dreamed; not every layer has a backward pass to the input. */
	public List<LayerInfo> layersWithGradient() {
		return engine.layersWithGradient();
	}

	/** The outputs of the network, the most important one first. */
	public List<NetworkOutput> outputs() {
		return engine.outputs();
	}

	/**
	 * Dreams from a picture, or from noise if the parameters say so.
	 *
	 * @param picture 0..255, with {@link #inputChannels()} channels; beyond 0..255 if the network
	 *          normalises each image by its own values; not modified; may be null when starting
	 *          from noise
	 * @param params the model in it is ignored: this object is one
	 * @throws DreamException for errors that the user can correct, where possible before
	 *           any work
	 */
	public Dream dream(final Picture picture, final DreamParams params, final DreamListener listener) {
		return dream(picture, null, params, listener);
	}

	/**
	 * Dreams towards a guide.
	 *
	 * @param guide a picture of any size with {@link #inputChannels()} channels; the dream approaches its activations at the
	 *          parameters' layers; null = none. The parameter guide, which names it,
	 *          is ignored
	 */
	public Dream dream(final Picture picture, final Picture guide, final DreamParams params,
		final DreamListener listener)
	{
		final Objective objective = guide == null ? objective(params) : objective(params).towards(layer -> features(layer,
			guide));
		final DreamSettings settings = DreamSettings.of(params);
		final OriginalShares shares = shares(params);
		final boolean noise = params.is(Parameter.START, Start.NOISE);
		if (!noise) requireChannels(picture);
		final long pixels = noise ? noisePixels(settings) : picture.size().pixels();
		final Dream dream = retryWithoutCache(() -> {
			final Dreamer dreamer = new Dreamer(engine, objective, settings, listener, availableBytes(objective.terms(), pixels,
				settings));
			return noise ? dreamer.fromNoise() : dreamer.fromPicture(picture, range(picture));
		});
		if (!noise && dream.picture() != null) shares.apply(picture, dream.picture());
		return dream;
	}

	/** @throws DreamException if a picture has another number of channels than the network's input */
	private void requireChannels(final Picture picture) {
		if (picture.channels() != inputChannels()) throw new DreamException("The image has " + channels(picture.channels()) +
			", but the network " + spec.name() + " takes " + channels(inputChannels()) +
			": choose an image with as many channels, or another network.");
	}

	private static String channels(final int number) {
		return number == 1 ? "1 channel" : number + " channels";
	}

	/** The values that dreams of pictures may have. */
	private ValueRange range(final Picture picture) {
		return spec.inputNormalisation().isFixed() ? ValueRange.GREY_LEVELS : ValueRange.including(picture);
	}

	/**
	 * What the result of a dream takes of its original.
	 *
	 * @throws DreamException if it is to keep colours that the network does not read
	 */
	public OriginalShares shares(final DreamParams params) {
		final OriginalSettings original = OriginalSettings.of(params);
		if (original.keepsColours() && inputChannels() != Picture.RGB) throw new DreamException(Parameter.COLOURS.key() +
			"=original needs a network for RGB images, and " + spec.name() + " takes " + channels(inputChannels()) +
			": remove it, or choose another network.");
		return new OriginalShares(original.blend(), original.keepsColours());
	}

	private static long noisePixels(final DreamSettings settings) {
		return (long) settings.noise().width() * settings.noise().height();
	}

	private long availableBytes(final List<Term> terms, final long pixels, final DreamSettings settings) {
		return availableBytes(terms, pixels, HEAP_PER_PIXEL + Dreamer.optimizerBytesPerPixel(settings.steps()));
	}

	/** Native memory available to the network. If it might not suffice, closes the cached networks first. */
	private long availableBytes(final List<Term> terms, final long pixels, final long heapPerPixel) {
		final long heap = heapPerPixel * pixels * inputChannels() / Picture.RGB;
		final double most = engine.fixedBytes() + engine.bytesPerPixel(terms) * MAX_CONCURRENT_PIXELS * pixels;
		if (!AvailableMemory.isSufficient(heap, most)) Engines.closeIdle();
		return AvailableMemory.bytes(heap, engine.retainedBytes());
	}

	/** Runs again if memory ran out while there were cached networks to close. */
	private static <T> T retryWithoutCache(final Supplier<T> work) {
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
	 * Dreams several different pictures from noise, as {@link Variations} does.
	 *
	 * @param params with start=noise; model, mode and guide in it are ignored
	 * @return one dream for each variation
	 */
	public List<Dream> variations(final DreamParams params, final DreamListener listener) {
		final Objective objective = objective(params);
		final DreamSettings settings = DreamSettings.of(params);
		final VariationSettings variations = VariationSettings.of(params);
		final long pixels = variations.count() * noisePixels(settings);
		return retryWithoutCache(() -> new Variations(engine, objective, settings, variations, listener, availableBytes(
			objective.terms(), pixels, settings)).run());
	}

	/** Every position of a layer is compared with all activation vectors of the guide, so the guide is made small first. */
	private float[] features(final LayerInfo layer, final Picture guide) {
		requireChannels(guide);
		final double largest = Math.min(GUIDE_PIXELS, GUIDE_POSITIONS * layer.stride().value());
		final double scale = Math.min(1, largest / guide.size().longerSide());
		final int width = (int) Math.max(1, Math.round(scale * guide.width()));
		final int height = (int) Math.max(1, Math.round(scale * guide.height()));
		try {
			return engine.activations(layer.name(), Resampler.resize(guide, width, height).data(), width, height).values();
		}
		catch (final DreamException exc) {
			throw new DreamException("The guide cannot be used: " + exc.getMessage(), exc);
		}
	}

	/**
	 * Checks layer, channels and precision, without any other work.
	 *
	 * @throws DreamException if this network has no such layer or channels, or this
	 *           machine does not support the precision
	 */
	public void check(final DreamParams params) {
		objective(params);
	}

	/**
	 * Compiles the gradient in advance, so that a dream with these parameters starts
	 * without delay while the network is open or cached.
	 *
	 * @throws DreamException if this network has no such layer or channels, or the
	 *           layer has no gradient
	 */
	public void prepare(final DreamParams params) {
		engine.compile(objective(params).terms(), precision(params)).close();
	}

	/**
	 * The compiled gradient of the parameters' objective, to be closed by the caller, for programs that evaluate tiles
	 * themselves, see {@link #plan}.
	 *
	 * @throws DreamException as {@link #prepare}
	 */
	public GradientFunction gradient(final DreamParams params) {
		return engine.compile(objective(params).terms(), precision(params));
	}

	/**
	 * The octaves and tiles of a dream, for programs that evaluate tiles themselves.
	 *
	 * @param full size of the picture
	 * @param availableBytes native memory for the network; tiles that do not fit in it are made smaller
	 * @throws DreamException if the picture is too small, or the parameters do not fit the network
	 */
	public DreamPlan plan(final Size full, final DreamParams params, final long availableBytes) {
		return new DreamPlan(engine, objective(params), DreamSettings.of(params), full, availableBytes);
	}

	/**
	 * Makes the next frames of a {@link ZoomMovie}.
	 *
	 * @param first the movie's first frame, with {@link #inputChannels()} channels
	 * @param last its last frame, of the same size; may be the first
	 * @param number the number of existing frames
	 * @param params of {@link Task#MOVIE}
	 * @param frames receives each new frame, in whole grey levels
	 * @throws DreamException if not even one frame can be made
	 */
	public void zoomMovie(final Picture first, final Picture last, final int number, final DreamParams params,
		final DreamListener listener, final Consumer<Picture> frames)
	{
		final Objective objective = objective(params);
		final DreamSettings settings = DreamSettings.of(params);
		requireChannels(first);
		requireChannels(last);
		new ZoomMovie(engine, objective, settings, MovieSettings.of(params), shares(params),
			listener, availableBytes(objective.terms(), first.size().pixels(), settings)).run(first, last, number, range(first), frames);
	}

	/**
	 * The one layer that the parameters name, or the network's default.
	 *
	 * @throws DreamException if there is no such layer, or several are named
	 */
	public LayerInfo layer(final DreamParams params) {
		final List<LayerInfo> layers = objective(params).layers();
		if (layers.size() > 1) throw new DreamException("layer=" + params.get(Parameter.LAYER) +
			" names several layers: give one.");
		return layers.get(0);
	}

	/** The channels of that layer that the parameters name; all means all, whatever the network's default. */
	public List<Integer> channels(final DreamParams params) {
		final LayerInfo layer = layer(params);
		final float[] weights = ChannelSelection.parse(numbers(params.get(Parameter.CHANNELS), layer)).weights(layer.name(), layer
			.channels());
		return IntStream.range(0, weights.length).filter(c -> weights[c] != 0).boxed().collect(Collectors.toList());
	}

	/**
	 * The activations of a layer, computed from the whole picture in one run.
	 *
	 * @param layer one of {@link #layers()}
	 * @param picture 0..255, with {@link #inputChannels()} channels
	 * @throws DreamException if the picture has other channels, is too small for the layer,
	 *           or too large for the memory
	 */
	public Activations activations(final LayerInfo layer, final Picture picture) {
		final Size size = picture.size();
		requireChannels(picture);
		MemoryLimit.require(engine, layer, size, availableBytes(allChannels(layer), size.pixels(), HEAP_PER_PIXEL));
		return retryWithoutCache(() -> engine.activations(layer.name(), picture.data(), size.width(), size.height()));
	}

	/**
	 * Clauses that name the operations behind which no node is a layer, or no layer has a
	 * gradient.
	 */
	public List<String> obstacles() {
		return engine.obstacles();
	}

	/** The receptive field of a layer's positions along an axis of a picture. */
	public ReceptiveField receptiveField(final LayerInfo layer, final Axis axis, final int pixels) {
		return engine.receptiveField(layer.name(), axis, pixels);
	}

	/**
	 * Renders pictures of channels, as {@link ChannelRenderer} does.
	 *
	 * @param layer one of {@link #layers()}
	 * @param params of {@link Task#ATLAS}; model, layer and channels in it are ignored
	 * @param samples pictures of the same size from which channels without a gradient from
	 *          noise are started; may be empty
	 * @return whether all were rendered: false if the listener cancelled
	 */
	public boolean renderChannels(final LayerInfo layer, final List<Integer> channels, final DreamParams params,
		final List<Picture> samples, final DreamListener listener, final ChannelRenderer.PictureConsumer consumer)
	{
		final DreamSettings settings = DreamSettings.of(params);
		final long pixels = noisePixels(settings) * ChannelRenderer.BATCH;
		return new ChannelRenderer(engine, layer, settings, listener, samples, availableBytes(allChannels(layer), pixels,
			settings)).run(channels, consumer);
	}

	private static List<Term> allChannels(final LayerInfo layer) {
		return List.of(new Term(layer.name(), new float[layer.channels()], Term.MEAN));
	}

	private static Precision precision(final DreamParams params) {
		return params.choice(Parameter.PRECISION, Precision.class);
	}

	/**
	 * Parameters with which this network can be used where they leave the layer to it, see
	 * {@link NetworkDefaults#fitted(DreamParams, DreamListener)}.
	 *
	 * @param listener receives a note if the layer is replaced
	 */
	public DreamParams fitted(final DreamParams params, final DreamListener listener) {
		return defaults.fitted(params, listener);
	}

	/**
	 * The objective that the parameters name.
	 *
	 * @throws DreamException as {@link #check}
	 */
	public Objective objective(final DreamParams requested) {
		Engines.require(precision(requested));
		final DreamParams params = defaults.fitted(requested);
		final String layers = defaults.layers(params);
		final String channels = numbers(defaults.channels(params), LayerSelection.parse(layers));
		final ObjectiveSettings settings = ObjectiveSettings.parse(layers, channels, params.choice(Parameter.OBJECTIVE,
			ObjectiveType.class));
		for (final LayerSelection.WeightedLayer weighted : settings.layers().layers())
			requireLayer(weighted.name());
		return new Objective(settings, engine.layers());
	}

	/** A selection of channels with numbers in place of names, for one or several layers; unknown layers are reported elsewhere. */
	private String numbers(final String channels, final LayerSelection selection) {
		final Map<String, String> numbers = new LinkedHashMap<>();
		for (final LayerSelection.WeightedLayer weighted : selection.layers())
			for (final LayerInfo known : engine.layers())
				if (known.name().equals(weighted.name())) numbers.putIfAbsent(numbers(channels, known), known.name());
		if (numbers.size() > 1) throw new DreamException(Parameter.CHANNELS.key() + "=" + channels +
			" means different channels of the layers " + String.join(" and ", numbers.values()) +
			": give numbers, or one layer.");
		return numbers.isEmpty() ? channels : numbers.keySet().iterator().next();
	}

	private static String numbers(final String channels, final LayerInfo layer) {
		return new ChannelNames(layer.name(), layer.channelNames()).numbers(channels);
	}

	/** @throws DreamException if the network has this node, but it is not a layer */
	private void requireLayer(final String name) {
		final String obstacle = engine.obstacle(name);
		if (!obstacle.isEmpty()) throw new DreamException("The node " + name + " of the network " + spec.name() +
			" cannot be used as a layer: " + obstacle + "; choose another layer, such as " +
			engine.layers().get(engine.layers()
				.size() - 1).name() + ".");
	}

	@Override
	public void close() {
		engine.close();
	}
}
