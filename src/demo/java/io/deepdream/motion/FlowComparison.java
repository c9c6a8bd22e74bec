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
package io.deepdream.motion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import boofcv.abst.flow.DenseOpticalFlow;
import boofcv.factory.flow.FactoryDenseOpticalFlow;
import boofcv.struct.flow.ImageFlow;
import boofcv.struct.image.GrayF32;

import io.deepdream.image.Size;

/**
 * Prints error and time of BoofCV's methods of optical flow, for pans over photographs with
 * the noise of a camera, and for a square of 64 pixels, cut from the last photograph, that
 * moves by 4 pixels before a background at rest, the first photograph; and for how many
 * pixels of a stack of micrographs the flow from a slice to the one before leads back.
 *
 * <pre>
 * FlowComparison STACK.tif PHOTOGRAPH ...
 * </pre>
 */
public final class FlowComparison {

	private static final Size SIZE = new Size(256, 192);
	private static final int PAN = 6;
	private static final double NOISE = 2;
	private static final int LEFT = 60;
	private static final int SIDE = 64;
	private static final int MOVE = 4;

	private FlowComparison() {}

	public static void main(final String... args) {
		final List<ImageProcessor> photographs = new ArrayList<>();
		for (final String file : args)
			photographs.add(IJ.openImage(file).getProcessor().convertToByte(true).convertToFloat());
		photographs.remove(0);
		final ImagePlus stack = IJ.openImage(args[0]);
		final Map<String, OpticalFlow> methods = methods();
		System.out.println("pan of each photograph: mean error in pixels; square: mean error, of it and of the background; " +
			"stack: percent; seconds for all");
		methods.forEach((name, flow) -> {
			final StringBuilder line = new StringBuilder(String.format("%-22s", name));
			final long begin = System.nanoTime();
			for (final ImageProcessor photograph : photographs) {
				final FlowField field = flow.between(crop(photograph, PAN, 2), crop(photograph, 0, 1));
				line.append(number(error(field, PAN, 0, 0, SIZE.width() - PAN, SIZE.height())));
			}
			final ImageProcessor square = photographs.get(photographs.size() - 1);
			final FlowField field = flow.between(withSquare(photographs.get(0), square, MOVE, 2), withSquare(photographs.get(0),
				square, 0, 1));
			line.append(" |").append(number(error(field, -MOVE, LEFT + MOVE, LEFT, LEFT + MOVE + SIDE, LEFT + SIDE))).append(number(
				error(field, 0, LEFT + 2 * SIDE, 0, SIZE.width(), SIZE.height())));
			line.append(" |").append(number(returning(flow, slice(stack, 0), slice(stack, 1))));
			System.out.println(line.append(" |").append(number((System.nanoTime() - begin) / 1e9)));
		});
	}

	private static Map<String, OpticalFlow> methods() {
		final Map<String, OpticalFlow> methods = new LinkedHashMap<>();
		methods.put("as used", FlowLibrary.get());
		methods.put("broxWarping", of(FactoryDenseOpticalFlow.broxWarping(null, GrayF32.class)));
		methods.put("hornSchunckPyramid", of(FactoryDenseOpticalFlow.hornSchunckPyramid(null, GrayF32.class)));
		methods.put("flowKlt", of(FactoryDenseOpticalFlow.flowKlt(null, 6, GrayF32.class, GrayF32.class)));
		methods.put("region", of(FactoryDenseOpticalFlow.region(null, GrayF32.class)));
		return methods;
	}

	private static OpticalFlow of(final DenseOpticalFlow<GrayF32> method) {
		return (from, to) -> {
			final Size size = from.size();
			final ImageFlow flow = new ImageFlow(size.width(), size.height());
			method.process(image(from), image(to), flow);
			final FlowField field = FlowField.constant(size, 0, 0);
			for (int i = 0; i < flow.data.length; i++) {
				// where there is no estimate, the error is the motion
				if (!flow.data[i].isValid()) continue;
				field.dx()[i] = flow.data[i].x;
				field.dy()[i] = flow.data[i].y;
			}
			return field;
		};
	}

	private static GrayF32 image(final Luminance luminance) {
		final GrayF32 image = new GrayF32(luminance.size().width(), luminance.size().height());
		System.arraycopy(luminance.values(), 0, image.data, 0, image.data.length);
		return image;
	}

	private static Luminance crop(final ImageProcessor photograph, final int x, final int seed) {
		return noisy((float[]) cropped(photograph, x).getPixels(), seed);
	}

	private static ImageProcessor cropped(final ImageProcessor photograph, final int x) {
		photograph.setRoi(x + (photograph.getWidth() - SIZE.width()) / 4, (photograph.getHeight() - SIZE.height()) / 2, SIZE
			.width(), SIZE.height());
		return photograph.crop();
	}

	private static Luminance withSquare(final ImageProcessor background, final ImageProcessor photograph, final int moved,
		final int seed)
	{
		final ImageProcessor scene = cropped(background, 0);
		final ImageProcessor other = cropped(photograph, 0);
		other.setRoi(0, 0, SIDE, SIDE);
		scene.insert(other.crop(), LEFT + moved, LEFT);
		return noisy((float[]) scene.getPixels(), seed);
	}

	private static Luminance noisy(final float[] values, final int seed) {
		final Random random = new Random(seed);
		for (int i = 0; i < values.length; i++)
			values[i] += NOISE * random.nextGaussian();
		return new Luminance(SIZE, values);
	}

	/** The mean distance from a motion to the right, in a rectangle. */
	private static double error(final FlowField field, final int dx, final int left, final int top, final int right,
		final int bottom)
	{
		double sum = 0;
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++)
				sum += Math.hypot(field.dx()[y * SIZE.width() + x] - dx, field.dy()[y * SIZE.width() + x]);
		return sum / (right - left) / (bottom - top);
	}

	/** A slice from the middle of a stack. */
	private static Luminance slice(final ImagePlus stack, final int after) {
		stack.setSlice(stack.getStackSize() / 2 + after);
		final ImageProcessor gray = stack.getProcessor().convertToByte(true).convertToFloat();
		return new Luminance(new Size(gray.getWidth(), gray.getHeight()), (float[]) gray.getPixels());
	}

	/** The percentage of pixels for which forward and backward flow agree. */
	private static double returning(final OpticalFlow flow, final Luminance before, final Luminance after) {
		double sum = 0;
		for (final float visible : Occlusion.visible(flow.between(after, before), flow.between(before, after)))
			sum += visible;
		return 100 * sum / after.values().length;
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%7.2f", value);
	}
}
