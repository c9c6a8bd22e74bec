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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the whole job on all image types of ImageJ, and checks the result and the input. */
class ImageKindsTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 ";

	/** Name, image, and the dimensions [c, z, t] of the results with slices=all: of type=rgb and of type=same. */
	static Stream<Arguments> kinds() {
		return Stream.of(
			kind("8-bit gray", () -> SampleImages.single(8), "1 1 1", "1 1 1"),
			kind("16-bit gray", () -> SampleImages.single(16), "1 1 1", "1 1 1"),
			kind("32-bit gray", () -> SampleImages.single(32), "1 1 1", "1 1 1"),
			kind("RGB", () -> SampleImages.single(24), "1 1 1", "1 1 1"),
			kind("8-bit fire", () -> SampleImages.withLut(8, "fire"), "1 1 1", "1 1 1"),
			kind("16-bit fire", () -> SampleImages.withLut(16, "fire"), "1 1 1", "1 1 1"),
			kind("8-bit inverted", () -> SampleImages.withLut(8, "inverted"), "1 1 1", "1 1 1"),
			kind("32-bit inverted", () -> SampleImages.withLut(32, "inverted"), "1 1 1", "1 1 1"),
			kind("stack of slices", () -> SampleImages.stack(8, 1, 3, 1), "1 3 1", "1 3 1"),
			kind("stack of frames", () -> SampleImages.stack(16, 1, 1, 3), "1 1 3", "1 1 3"),
			kind("RGB stack", () -> SampleImages.stack(24, 1, 2, 2), "1 2 2", "1 2 2"),
			kind("RGB hyperstack with channels", () -> SampleImages.stack(24, 2, 1, 2), "2 1 2", "2 1 2"),
			kind("virtual stack", () -> SampleImages.virtual(16, 3), "1 3 1", "1 3 1"),
			kind("composite", () -> SampleImages.composite(8, 2, 1, 1, CompositeImage.COMPOSITE), "1 1 1", "2 1 1"),
			kind("composite CZ", () -> SampleImages.composite(16, 3, 2, 1, CompositeImage.COMPOSITE), "1 2 1", "3 2 1"),
			kind("composite CT", () -> SampleImages.composite(16, 2, 1, 3, CompositeImage.COMPOSITE), "1 1 3", "2 1 3"),
			kind("composite CZT", () -> SampleImages.composite(32, 2, 2, 3, CompositeImage.COMPOSITE), "1 2 3", "2 2 3"),
			kind("colour hyperstack", () -> SampleImages.composite(16, 2, 2, 1, CompositeImage.COLOR), "2 2 1", "2 2 1"),
			kind("grayscale hyperstack", () -> SampleImages.composite(8, 2, 1, 2, CompositeImage.GRAYSCALE), "2 1 2",
				"2 1 2"));
	}

	private static Arguments kind(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		return Arguments.of(name, image, rgb, same);
	}

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	/** The visible and measurable state of an image. */
	private static String state(final ImagePlus image) {
		final StringBuilder state = new StringBuilder();
		state.append(image.getTitle()).append(Arrays.toString(image.getDimensions())).append(image.getCalibration())
			.append(image.getInfoProperty()).append(image.getC()).append(image.getZ()).append(image.getT()).append(image
				.getRoi()).append(image.getOverlay()).append(image.changes).append(image.isLocked()).append(image
					.getDisplayRangeMin()).append(' ').append(image.getDisplayRangeMax());
		for (final LUT lut : image.getLuts())
			state.append(lut.min).append(lut.max).append(Arrays.hashCode(lut.getBytes()));
		for (int i = 1; i <= image.getStackSize(); i++)
			state.append(hash(image.getStack().getProcessor(i)));
		return state.toString();
	}

	private static int hash(final ImageProcessor ip) {
		final Object p = ip.getPixels();
		return p instanceof byte[] ? Arrays.hashCode((byte[]) p) : p instanceof short[] ? Arrays.hashCode((short[]) p)
			: p instanceof int[] ? Arrays.hashCode((int[]) p) : Arrays.hashCode((float[]) p);
	}

	private static void assertDimensions(final String expected, final ImagePlus image) {
		final int[] d = image.getDimensions();
		assertEquals(expected, d[2] + " " + d[3] + " " + d[4]);
		assertEquals(SampleImages.WIDTH, d[0]);
		assertEquals(SampleImages.HEIGHT, d[1]);
	}

	private static void assertMetadata(final ImagePlus input, final ImagePlus result) {
		assertEquals("Dream of my \"cells\" [1]", result.getTitle());
		assertEquals("\u00b5m", result.getCalibration().getUnit());
		assertEquals(0.25, result.getCalibration().pixelWidth);
		assertEquals(0.5, result.getCalibration().pixelHeight);
		assertEquals(2, result.getCalibration().pixelDepth);
		assertEquals(7, result.getCalibration().frameInterval);
		assertTrue(result.getInfoProperty().contains("DeepDream parameters: ") && result.getInfoProperty().endsWith(
			"Objective: 63x"), result.getInfoProperty());
		if (result.getStackSize() > 1) {
			if (result.getNDimensions() > 3) assertTrue(result.isHyperStack());
			assertEquals("plane 1", result.getStack().getSliceLabel(1));
			assertEquals(input.getZ(), result.getZ());
			assertEquals(input.getT(), result.getT());
		}
	}

	/** Checks that each plane of the result is most similar to the corresponding plane of the input. */
	private static void assertOrder(final ImagePlus expected, final ImagePlus result) {
		for (int i = 1; i <= result.getStackSize(); i++) {
			int nearest = 0;
			double least = Double.MAX_VALUE;
			for (int k = 1; k <= result.getStackSize(); k++) {
				final double distance = distance(expected.getStack().getProcessor(k), result.getStack().getProcessor(i));
				if (distance < least) {
					least = distance;
					nearest = k;
				}
			}
			assertEquals(i, nearest);
			assertTrue(least > 0, "plane " + i + " was not dreamed");
		}
	}

	private static double distance(final ImageProcessor a, final ImageProcessor b) {
		double sum = 0;
		for (int i = 0; i < a.getPixelCount(); i++)
			if (a.getBitDepth() != 24) sum += Math.abs(a.getf(i) - b.getf(i));
			else for (int shift = 0; shift < 24; shift += 8)
				sum += Math.abs((a.get(i) >> shift & 255) - (b.get(i) >> shift & 255));
		return sum;
	}

	/** The image that ImageJ displays at every position, using a copy. */
	private static ImagePlus displayed(final ImagePlus input) {
		final ImagePlus copy = input.duplicate();
		final boolean merged = copy.isComposite() && copy.getDisplayMode() == IJ.COMPOSITE;
		final ImageStack stack = new ImageStack(copy.getWidth(), copy.getHeight());
		for (int t = 1; t <= copy.getNFrames(); t++)
			for (int z = 1; z <= copy.getNSlices(); z++)
				for (int c = 1; c <= (merged ? 1 : copy.getNChannels()); c++) {
					copy.setPositionWithoutUpdate(c, z, t);
					copy.setPosition(c, z, t);
					stack.addSlice(copy.isComposite() ? new ColorProcessor(copy.getImage()) : copy.getProcessor().duplicate()
						.convertToRGB());
				}
		return new ImagePlus("", stack);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void everySliceIsDreamedAsDisplayed(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		final ImagePlus input = image.get();
		final String before = state(input);
		final ImagePlus result = run(input, "slices=all");
		assertEquals(before, state(input));
		assertEquals(24, result.getBitDepth());
		assertDimensions(rgb, result);
		assertMetadata(input, result);
		assertOrder(displayed(input), result);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void everySliceKeepsItsType(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		final ImagePlus input = image.get();
		final String before = state(input);
		final ImagePlus result = run(input, "slices=all type=same");
		assertEquals(before, state(input));
		assertEquals(input.getBitDepth(), result.getBitDepth());
		assertDimensions(same, result);
		assertMetadata(input, result);
		assertOrder(input, result);
		assertEquals(input.isComposite(), result.isComposite());
		if (input.getBitDepth() == 24) return;
		if (input.isComposite()) assertEquals(input.getDisplayMode(), result.getDisplayMode());
		for (int c = 0; c < input.getLuts().length; c++) {
			assertArrayEquals(input.getLuts()[c].getBytes(), result.getLuts()[c].getBytes());
			assertEquals(input.getLuts()[c].min, result.getLuts()[c].min);
			assertEquals(input.getLuts()[c].max, result.getLuts()[c].max);
		}
		assertEquals(input.getDisplayRangeMin(), result.getDisplayRangeMin());
		assertEquals(input.getDisplayRangeMax(), result.getDisplayRangeMax());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void theCurrentSliceIsTheDisplayedOne(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		final ImagePlus input = image.get();
		input.setPosition(input.getNChannels(), input.getNSlices(), input.getNFrames());
		final String before = state(input);
		final ImagePlus result = run(input, "");
		assertEquals(before, state(input));
		assertDimensions("1 1 1", result);
		final ImagePlus all = run(input, "slices=all");
		assertEquals(0, distance(all.getStack().getProcessor(all.getStackSize()), result.getProcessor()));
		final int channels = input.isComposite() && input.getDisplayMode() == IJ.COMPOSITE ? input.getNChannels() : 1;
		assertDimensions(channels + " 1 1", run(input, "type=same"));
		if (input.getStackSize() > 1 && channels == 1) assertEquals("plane " + input.getStackSize(), result.getProp(
			"Slice_Label"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void pixelsOutsideTheSelectionDoNotChange(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		for (final String type : new String[] { "rgb", "same" }) {
			final ImagePlus input = image.get();
			final Roi roi = new OvalRoi(-6, 5, 30, 28);
			input.setRoi(roi);
			final String before = state(input);
			final ImagePlus result = run(input, "slices=all edge=3 type=" + type);
			assertEquals(before, state(input));
			input.deleteRoi();
			final ImagePlus expected = type.equals("same") ? input : displayed(input);
			for (int i = 1; i <= result.getStackSize(); i++) {
				final ImageProcessor a = expected.getStack().getProcessor(i);
				final ImageProcessor b = result.getStack().getProcessor(i);
				int changed = 0;
				for (int y = 0; y < SampleImages.HEIGHT; y++)
					for (int x = 0; x < SampleImages.WIDTH; x++)
						if (!roi.contains(x, y)) assertEquals(a.getf(x, y), b.getf(x, y), 0);
						else if (a.getf(x, y) != b.getf(x, y)) changed++;
				assertTrue(changed > 150, changed + " pixels inside have changed");
			}
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void cancellingAndErrorsDoNotChangeTheInput(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		final ImagePlus input = image.get();
		input.setRoi(new Roi(3, 3, 20, 20));
		input.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		final String before = state(input);
		for (final String output : new String[] { "new", "[in place]" }) {
			if (input.getStack().isVirtual() && !output.equals("new")) continue;
			final String options = QUICK + "slices=all output=" + output;
			assertNull(DreamJob.run(input, DreamParams.parse(options), new DreamListener() {

				@Override
				public boolean isCancelled() {
					return true;
				}
			}));
			assertEquals(before, state(input));
			assertThrows(DreamException.class, () -> DreamJob.run(input, DreamParams.parse(options.replace("mixed3a",
				"mixed9z")), DreamListener.SILENT));
			assertEquals(before, state(input));
			assertThrows(IllegalStateException.class, () -> DreamJob.run(input, DreamParams.parse(options),
				new DreamListener() {

					@Override
					public boolean isCancelled() {
						throw new IllegalStateException("an internal error");
					}
				}));
			assertEquals(before, state(input));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void inPlaceEqualsANewImage(final String name, final Supplier<ImagePlus> image, final String rgb,
		final String same)
	{
		final ImagePlus input = image.get();
		if (input.getStack().isVirtual()) {
			assertTrue(assertThrows(DreamException.class, () -> run(input, "output=[in place]")).getMessage().contains(
				"virtual"));
			return;
		}
		final ImagePlus expected = run(input, "slices=all type=same");
		final ImagePlus result = run(input, "slices=all output=[in place]");
		assertEquals(input, result);
		assertFalse(input.isLocked());
		assertTrue(input.changes);
		assertTrue(input.getInfoProperty().contains("output=[in place]") && input.getInfoProperty().contains("type=same"));
		for (int i = 1; i <= input.getStackSize(); i++)
			assertEquals(hash(expected.getStack().getProcessor(i)), hash(input.getStack().getProcessor(i)));
		assertEquals(expected.getDisplayRangeMax(), input.getDisplayRangeMax());
	}
}
