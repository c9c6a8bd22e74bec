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
package io.deepdream.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.List;
import java.util.Properties;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.imagej.input.InputLimits;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;

/** Planes of images for networks that do not read RGB, against values computed by hand or by NumPy. */
class ChannelPlanesTest {

	private static final NetworkInput GRAY = new NetworkInput(1, InputLimits.DISPLAY);
	private static final NetworkInput PERCENTILES = new NetworkInput(1, limits("percentiles 1 99.8"));
	private static final Rectangle WHOLE = new Rectangle(4, 1);

	private static InputLimits limits(final String normalisation) {
		final Properties properties = new Properties();
		properties.setProperty("normalise-input", normalisation);
		properties.setProperty("input-channels", "1");
		return InputLimits.of(new ModelSpec("test", ModelCatalogue.find(ModelCatalogue.EMBEDDED).graph(), properties)
			.inputNormalisation());
	}

	private static Plane plane(final ImageProcessor ip, final NetworkInput input) {
		return new Planes(new ImagePlus("", ip), false, false, input).get(0);
	}

	private static ImagePlus twoChannels(final ImageProcessor first, final ImageProcessor second) {
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		stack.addSlice("a", first);
		stack.addSlice("b", second);
		final ImagePlus plain = new ImagePlus("two", stack);
		plain.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(plain, CompositeImage.COMPOSITE);
		composite.setC(1);
		composite.setDisplayRange(0, 100);
		composite.setC(2);
		composite.setDisplayRange(1000, 2000);
		return composite;
	}

	private static void assertPicture(final Picture picture, final int channels, final float... values) {
		assertEquals(channels, picture.channels());
		assertArrayEquals(values, picture.data(), 1e-3f);
	}

	@Test
	void oneChannelReadsTheDisplayRange() {
		final ShortProcessor ip = new ShortProcessor(4, 1, new short[] { 100, 200, 300, 1000 }, null);
		ip.setMinAndMax(100, 600);
		final Plane plane = plane(ip, GRAY);
		assertPicture(plane.picture(WHOLE), 1, 0, 51, 102, 255);
		final ImageProcessor result = plane.results(new Picture(new Size(2, 1), 1, new float[] { 127.5f, 255 }))
			.get(0);
		assertEquals(16, result.getBitDepth());
		assertEquals(350, result.get(0));
		assertEquals(600, result.get(1));
		assertEquals(600, result.getMax());
	}

	/** numpy.percentile([10, 20, 30, 40], [1, 99.8]) is [10.3, 39.94]. */
	@Test
	void percentilesDoNotClampAndComeBack() {
		for (final ImageProcessor ip : new ImageProcessor[] { new ByteProcessor(4, 1, new byte[] { 10, 20, 30, 40 }),
			new ShortProcessor(4, 1, new short[] { 10, 20, 30, 40 }, null), new FloatProcessor(4, 1, new float[] { 10, 20, 30,
				40 }) })
		{
			ip.setMinAndMax(0, 20);
			final Plane plane = plane(ip, PERCENTILES);
			final Picture picture = plane.picture(WHOLE);
			assertPicture(picture, 1, -2.581f, 83.4514f, 169.4838f, 255.5162f);
			final ImageProcessor back = plane.results(picture).get(0);
			assertEquals(ip.getBitDepth(), back.getBitDepth());
			assertEquals(20, back.getMax());
			for (int i = 0; i < 4; i++)
				assertEquals(ip.getf(i), back.getf(i), 1e-4);
		}
	}

	@Test
	void limitsAreThoseOfTheWholePlane() {
		final Plane plane = plane(new ByteProcessor(4, 1, new byte[] { 10, 20, 30, 40 }), PERCENTILES);
		assertPicture(plane.picture(new Rectangle(2, 0, 1, 1)), 1, 169.4838f);
		final ImagePlus image = new ImagePlus("", new ByteProcessor(4, 1, new byte[] { 10, 20, 30, 40 }));
		image.setRoi(new Roi(1, 0, 2, 1));
		assertPicture(Planes.current(image, PERCENTILES, new Rectangle(1, 0, 2, 1)).picture(new Rectangle(1, 0, 1, 1)), 1,
			169.4838f);
	}

	@Test
	void integersAreRoundedAndLimitedToTheirType() {
		final Plane plane = plane(new ByteProcessor(4, 1, new byte[] { 10, 20, 30, 40 }), new NetworkInput(1, limits("minmax")));
		final ImageProcessor result = plane.results(new Picture(new Size(4, 1), 1, new float[] { -300, 1, 12, 9000 }))
			.get(0);
		assertEquals(0, result.get(0));
		assertEquals(10, result.get(1));
		assertEquals(11, result.get(2));
		assertEquals(255, result.get(3));
	}

	/** The mean of 10, 20, 30, 40 is 25 and their standard deviation 11.18034. */
	@Test
	void standardisationSpansThreeDeviations() {
		final Plane plane = plane(new ByteProcessor(4, 1, new byte[] { 10, 20, 30, 40 }), new NetworkInput(1, limits("standardise")));
		assertPicture(plane.picture(WHOLE), 1, 70.4802f, 108.4934f, 146.5066f, 184.5198f);
	}

	@Test
	void missingValuesRemain() {
		final FloatProcessor ip = new FloatProcessor(4, 1, new float[] { 10, Float.NaN, 30, 40 });
		final Plane plane = plane(ip, new NetworkInput(1, limits("minmax")));
		assertPicture(plane.picture(WHOLE), 1, 0, 0, 170, 255);
		final ImageProcessor result = plane.blended(Selection.of(new ImagePlus("", ip), 0), plane.picture(WHOLE)).get(0);
		assertTrue(Float.isNaN(result.getf(1)));
		assertEquals(30, result.getf(2), 1e-4);
	}

	@Test
	void colourImagesAreReadAsLuminance() {
		final ColorProcessor ip = new ColorProcessor(4, 1, new int[] { 0xff0000, 0x00ff00, 0x0000ff, 0x646464 });
		final Planes planes = new Planes(new ImagePlus("", ip), false, false, GRAY);
		assertTrue(planes.losesColours());
		final Plane plane = planes.get(0);
		assertPicture(plane.picture(WHOLE), 1, 76.245f, 149.685f, 29.07f, 100);
		final ImageProcessor result = plane.results(plane.picture(WHOLE)).get(0);
		assertEquals(24, result.getBitDepth());
		assertEquals(0x646464, result.get(3) & 0xffffff);
		assertFalse(new Planes(new ImagePlus("", new ByteProcessor(4, 1)), false, false, GRAY).losesColours());
	}

	@Test
	void aNetworkOfOneChannelReadsEachChannelOfAComposite() {
		final Planes planes = new Planes(twoChannels(new ShortProcessor(4, 1, new short[] { 0, 50, 100, 100 }, null),
			new ShortProcessor(4, 1, new short[] { 1000, 1200, 1400, 2000 }, null)), false, false, GRAY);
		assertEquals(2, planes.size());
		assertPicture(planes.get(0).picture(WHOLE), 1, 0, 127.5f, 255, 255);
		assertPicture(planes.get(1).picture(WHOLE), 1, 0, 51, 102, 255);
	}

	@Test
	void aNetworkOfTwoChannelsJoinsThem() {
		final ImagePlus image = twoChannels(new ShortProcessor(4, 1, new short[] { 0, 50, 100, 100 }, null), new ShortProcessor(4,
			1, new short[] { 1000, 1200, 1400, 2000 }, null));
		final Planes planes = new Planes(image, false, false, new NetworkInput(2, InputLimits.DISPLAY));
		assertEquals(1, planes.size());
		assertEquals(2, planes.results());
		final Plane plane = planes.get(0);
		final Picture picture = plane.picture(WHOLE);
		assertPicture(picture, 2, 0, 0, 127.5f, 51, 255, 102, 255, 255);
		final List<ImageProcessor> results = plane.results(picture);
		assertEquals(50, results.get(0).get(1));
		assertEquals(1400, results.get(1).get(2));
		final ImagePlus result = new DreamResult(image, planes).of("result", results);
		assertEquals(2, result.getNChannels());
		assertEquals(16, result.getBitDepth());
		for (int c = 1; c <= 2; c++) {
			assertArrayEquals(((CompositeImage) image).getChannelLut(c).getBytes(), ((CompositeImage) result).getChannelLut(c)
				.getBytes());
			assertEquals(((CompositeImage) image).getChannelLut(c).max, ((CompositeImage) result).getChannelLut(c).max);
		}
	}

	/** Each channel has its own limits, also where a channel is constant. */
	@Test
	void theLimitsOfChannelsAreIndependent() {
		final ImagePlus image = twoChannels(new ShortProcessor(4, 1, new short[] { 10, 20, 30, 40 }, null), new ShortProcessor(4, 1,
			new short[] { 7, 7, 7, 7 }, null));
		final Plane plane = new Planes(image, false, false, new NetworkInput(2, limits("minmax"))).get(0);
		assertPicture(plane.picture(WHOLE), 2, 0, 0, 85, 0, 170, 0, 255, 0);
		assertEquals("", plane.obstacle());
		assertEquals(7, plane.results(plane.picture(WHOLE)).get(1).get(3));
		assertTrue(plane(new ByteProcessor(4, 1), new NetworkInput(1, limits("minmax"))).obstacle().contains("minimum and maximum"));
	}

	@Test
	void anotherNumberOfChannelsIsRefusedWithBothNumbers() {
		final ImagePlus two = twoChannels(new ShortProcessor(4, 1), new ShortProcessor(4, 1));
		assertMismatch("reads 4 channels, but the image has 2", "Merge Channels", two, 4);
		assertMismatch("reads 2 channels, but the image has 1", "Merge Channels", new ImagePlus("", new ByteProcessor(4, 1)), 2);
		assertMismatch("reads 2 channels, but the image has 3", "Duplicate", new ImagePlus("", new ColorProcessor(4, 1)), 2);
	}

	private static void assertMismatch(final String numbers, final String remedy, final ImagePlus image, final int channels) {
		final String message = assertThrows(DreamException.class, () -> new Planes(image, false, false, new NetworkInput(channels,
			InputLimits.DISPLAY))).getMessage();
		assertTrue(message.contains(numbers) && message.contains(remedy), message);
	}

	/** Planes of RGB networks with limits keep the displayed colours of an image between them. */
	@Test
	void coloursAreScaledPerChannel() {
		final Plane plane = plane(new ColorProcessor(4, 1, new int[] { 0x0a1428, 0x141e28, 0x1e2828, 0x283228 }), new NetworkInput(3,
			limits("minmax")));
		assertPicture(plane.picture(WHOLE), 3, 0, 0, 0, 85, 85, 0, 170, 170, 0, 255, 255, 0);
		final ImageProcessor back = plane.results(plane.picture(WHOLE)).get(0);
		assertEquals(0x1e2828, back.get(2) & 0xffffff);
	}

	@Test
	void picturesFromNoiseHaveTheChannelsOfTheNetwork() {
		final PictureStack gray = new PictureStack();
		gray.add("seed 1", new Picture(new Size(2, 1), 1, new float[] { 12.4f, 300 }));
		final ImagePlus one = gray.image("gray");
		assertEquals(8, one.getBitDepth());
		assertEquals(12, one.getProcessor().get(0));
		assertEquals(255, one.getProcessor().get(1));
		final PictureStack stack = new PictureStack();
		for (int i = 0; i < 3; i++)
			stack.add("seed " + i, new Picture(new Size(1, 1), 2, new float[] { 10 * i, 100 }));
		final ImagePlus two = stack.image("two");
		assertArrayEquals(new int[] { 1, 1, 2, 3, 1 }, two.getDimensions());
		assertEquals(20, two.getStack().getProcessor(5).get(0));
		assertEquals(0xff0a6400, PictureStack.displayed(new Picture(new Size(1, 1), 2, new float[] { 10, 100 })).get(
			0));
	}
}
