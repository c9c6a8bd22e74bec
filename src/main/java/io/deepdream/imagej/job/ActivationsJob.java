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
package io.deepdream.imagej.job;

import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Locale;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.plugin.LutLoader;
import ij.process.FloatProcessor;
import ij.process.LUT;

import io.deepdream.DeepDream;
import io.deepdream.dream.ChannelActivations;
import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ColourChannels;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.Planes;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.imagej.pixels.Selection;
import io.deepdream.imagej.pixels.SharedPixels;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * The Activations command: the activation maps of a layer's strongest channels over
 * the image, and a table of all its channels. Opens no window.
 */
public final class ActivationsJob {

	/** Upper end of the image's display range: above 255, so that the image is dim under the maps. */
	private static final double IMAGE_DISPLAY_MAX = 2.5 * 255;

	private final LayerInfo layer;
	private final List<Integer> ranked;
	private final ChannelActivations statistics;
	private final ResultsTable table;
	private final ImagePlus maps;

	private ActivationsJob(final LayerInfo layer, final ChannelActivations statistics, final ResultsTable table,
		final ImagePlus maps)
	{
		this.layer = layer;
		this.statistics = statistics;
		ranked = statistics.ranked();
		this.table = table;
		this.maps = maps;
	}

	/** Implements {@link Job#run}; returns the maps. */
	public static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Job.Display display)
	{
		final ActivationsJob result = run(input, params, listener);
		display.show(result, input, params);
		return result.maps();
	}

	/**
	 * @param image the image; its current plane is used as the network reads it
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static ActivationsJob run(final ImagePlus image, final DreamParams params, final DreamListener listener) {
		DreamJob.requireInput(image, params);
		final ImagePlus input = SharedPixels.of(image);
		// refuses a selection outside the image
		Selection.of(input, 0);
		final SaveFile save = SaveFile.of(params.get(Parameter.SAVE), params.whole(Parameter.STRONGEST) + 1);
		try (DeepDream deepDream = DeepDream.open(params.get(Parameter.MODEL), listener)) {
			if (new Planes(input, false, false, NetworkInput.of(deepDream)).losesColours()) listener.note(NetworkInput.LUMINANCE);
			final ActivationsJob result = of(deepDream, input, deepDream.fitted(params, listener));
			save.write(result.maps());
			return result;
		}
		catch (final OutOfMemoryError exc) {
			throw DreamJob.outOfMemory(exc);
		}
	}

	/** Computes them with an open network; saves nothing. */
	public static ActivationsJob of(final DeepDream deepDream, final ImagePlus input, final DreamParams params) {
		final int width = input.getWidth();
		final int height = input.getHeight();
		final Picture picture = Planes.current(input, NetworkInput.of(deepDream)).picture(new Rectangle(width, height));
		final LayerInfo layer = deepDream.layer(params);
		final Activations activations = deepDream.activations(layer, picture);
		final LayerPositions positions = new LayerPositions(deepDream.receptiveField(layer, Axis.WIDTH, width), deepDream
			.receptiveField(layer, Axis.HEIGHT, height), width, height);
		final ChannelActivations statistics = new ChannelActivations(activations, positions.within(input.getRoi(), width, height));
		final int count = Math.min(params.whole(Parameter.STRONGEST), layer.channels());
		final ImagePlus maps = maps(picture, activations, positions, statistics, count, layer.channelNames());
		maps.setTitle("Activations of " + input.getTitle() + " in " + layer.name());
		maps.setCalibration(spatial(input, positions.magnification()));
		maps.setProperty("Info", Provenance.of(deepDream, params, input));
		return new ActivationsJob(layer, statistics, table(statistics, positions), maps);
	}

	/** @param magnification pixels of the maps for each of the image */
	private static Calibration spatial(final ImagePlus input, final int magnification) {
		final Calibration calibration = input.getCalibration().copy();
		calibration.disableDensityCalibration();
		calibration.pixelWidth /= magnification;
		calibration.pixelHeight /= magnification;
		calibration.xOrigin *= magnification;
		calibration.yOrigin *= magnification;
		return calibration;
	}

	private static ImagePlus maps(final Picture picture, final Activations activations,
		final LayerPositions positions, final ChannelActivations statistics, final int count,
		final List<String> names)
	{
		final int width = picture.width();
		final int height = picture.height();
		final FloatProcessor gray = repeated(new FloatProcessor(width, height, ColourChannels.mean(picture).data()), positions
			.magnification());
		final ImageStack stack = new ImageStack(gray.getWidth(), gray.getHeight());
		double largest = 0;
		for (final int channel : statistics.ranked().subList(0, count)) {
			final FloatProcessor map = positions.map(activations, channel, width, height);
			largest = Math.max(largest, map.getStats().max);
			final String label = String.format(Locale.ROOT, "channel %d%s, mean %.4g", channel, names.isEmpty() ? "" : " (" + names.get(
				channel) + ")", statistics.mean(channel));
			stack.addSlice(label, gray);
			stack.addSlice(label, map);
		}
		final ImagePlus plain = new ImagePlus("", stack);
		plain.setDimensions(2, count, 1);
		final CompositeImage maps = new CompositeImage(plain, CompositeImage.COMPOSITE);
		maps.setOpenAsHyperStack(true);
		maps.setChannelLut(range(LutLoader.getLut("grays"), IMAGE_DISPLAY_MAX), 1);
		maps.setChannelLut(range(LutLoader.getLut("fire"), largest > 0 ? largest : 1), 2);
		maps.setPosition(2, 1, 1);
		return maps;
	}

	/** Each pixel becomes a square block. */
	private static FloatProcessor repeated(final FloatProcessor image, final int magnification) {
		if (magnification == 1) return image;
		final FloatProcessor result = new FloatProcessor(image.getWidth() * magnification, image.getHeight() * magnification);
		for (int y = 0; y < result.getHeight(); y++)
			for (int x = 0; x < result.getWidth(); x++)
				result.setf(x, y, image.getf(x / magnification, y / magnification));
		return result;
	}

	private static LUT range(final IndexColorModel colours, final double max) {
		return new LUT(colours, 0, max);
	}

	private static ResultsTable table(final ChannelActivations statistics, final LayerPositions positions) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(4);
		for (final int channel : statistics.ranked()) {
			table.addRow();
			table.addValue("Channel", channel);
			table.addValue("Mean", statistics.mean(channel));
			table.addValue("StdDev", statistics.std(channel));
			table.addValue("Max", statistics.max(channel));
			table.addValue("X", positions.x(statistics.maxPosition(channel)));
			table.addValue("Y", positions.y(statistics.maxPosition(channel)));
		}
		return table;
	}

	public LayerInfo layer() {
		return layer;
	}

	/** All channels, sorted by decreasing mean activation. */
	public List<Integer> ranked() {
		return ranked;
	}

	public ChannelActivations statistics() {
		return statistics;
	}

	/** One row per channel, sorted by decreasing mean; X and Y are the position of the maximum, in pixels. */
	public ResultsTable table() {
		return table;
	}

	/**
	 * A composite with one slice per channel, strongest first: C1 is the image, C2 the activation map. They have the size
	 * of the image, or a multiple of it where the layer has several positions for each pixel.
	 */
	public ImagePlus maps() {
		return maps;
	}
}
