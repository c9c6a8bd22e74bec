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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.DreamPlugin;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dreams of images of ImgLib2 are those of the same pixels in an ImagePlus. */
class ImgJobTest {

	private static final String QUICK = "octaves=1 iterations=2 ";
	private static final int W = 48;
	private static final int H = 40;

	@TempDir
	Path folder;

	private static byte[] gray() {
		return (byte[]) SampleSky.draw(W, H).getProcessor().convertToByte(false).getPixels();
	}

	/** A network of one layer. */
	private String network(final int channels, final String normalisation) throws IOException {
		final Path graph = folder.resolve("net" + channels + ".pb");
		Files.write(graph, new SmallGraphs(5).conv("edges", 3, 3, channels, 8, 1, "SAME").relu("last").build().toByteArray());
		Files.writeString(folder.resolve("net" + channels + ".properties"), "layer = last\nnormalise-input = " + normalisation +
			"\n");
		return QUICK + "model=[" + graph + "] ";
	}

	private static <T extends Type<T>> RandomAccessibleInterval<T> dream(final RandomAccessibleInterval<T> image, final int axis,
		final String options)
	{
		return ImgJob.run(image, axis, DreamParams.parse(options), DreamListener.SILENT);
	}

	private static ImagePlus dream(final ImagePlus image, final String options) {
		return DreamJob.run(image, DreamParams.parse(options), DreamListener.SILENT);
	}

	private static byte[] bytes(final RandomAccessibleInterval<UnsignedByteType> image) {
		final byte[] bytes = new byte[(int) Views.iterable(image).size()];
		int i = 0;
		for (final UnsignedByteType pixel : Views.flatIterable(image))
			bytes[i++] = (byte) pixel.get();
		return bytes;
	}

	@Test
	void coloursAndGrayWithoutChannels() {
		final ColorProcessor sky = (ColorProcessor) SampleSky.draw(W, H).getProcessor();
		final int[] colours = ((int[]) sky.getPixels()).clone();
		final RandomAccessibleInterval<ARGBType> dream = DreamPlugin.dream(ArrayImgs.argbs(colours, W, H), -1, QUICK +
			"layer=mixed3a");
		assertArrayEquals((int[]) sky.getPixels(), colours);
		final int[] expected = (int[]) dream(new ImagePlus("", sky), QUICK + "layer=mixed3a").getProcessor().getPixels();
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(dream))
			assertEquals(expected[i++], pixel.get());
		final byte[] same = (byte[]) dream(new ImagePlus("", new ByteProcessor(W, H, gray())), QUICK + "layer=mixed3a type=same")
			.getProcessor().getPixels();
		assertArrayEquals(same, bytes(dream(ArrayImgs.unsignedBytes(gray(), W, H), -1, QUICK + "layer=mixed3a")));
	}

	/** Red, green and blue as the first, the middle or the last axis are the colours of an RGB network. */
	@Test
	void threeChannelsOnAnyAxis() {
		final String options = QUICK + "layer=mixed3a seed=1";
		final ColorProcessor sky = (ColorProcessor) SampleSky.draw(W, H).getProcessor();
		final ColorProcessor expected = (ColorProcessor) dream(new ImagePlus("", sky), options).getProcessor();
		final Img<UnsignedByteType> last = ArrayImgs.unsignedBytes(W, H, 3);
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < W * H; i++)
				last.getAt(i % W, i / W, c).set(sky.get(i) >> 16 - 8 * c & 255);
		for (final int axis : new int[] { 0, 1, 2 }) {
			final RandomAccessibleInterval<UnsignedByteType> dream = dream(Views.moveAxis(last, 2, axis), axis, options);
			for (int c = 0; c < 3; c++)
				for (int i = 0; i < W * H; i++)
					assertEquals(expected.get(i) >> 16 - 8 * c & 255, Views.moveAxis(dream, axis, 2).getAt(i % W, i / W, c).get());
		}
	}

	@Test
	void aNetworkOfOneChannelDreamsEveryChannelAndPlane() throws IOException {
		final String options = network(1, "percentiles 1 99.8");
		final float[] first = new float[W * H];
		final float[] second = new float[W * H];
		for (int i = 0; i < first.length; i++) {
			first[i] = 100 * (gray()[i] & 255) + 7;
			second[i] = -0.25f * first[i];
		}
		second[60] = Float.NaN;
		final float[] both = Arrays.copyOf(first, 2 * W * H);
		System.arraycopy(second, 0, both, W * H, W * H);
		final RandomAccessibleInterval<FloatType> image = Views.translate(ArrayImgs.floats(both, W, H, 2), 5, 6, 7);
		for (final int axis : new int[] { -1, 2 }) {
			final RandomAccessibleInterval<FloatType> dream = dream(image, axis, options);
			assertTrue(Intervals.equals(image, dream));
			assertTrue(Util.getTypeFromInterval(dream) instanceof FloatType);
			for (int z = 0; z < 2; z++) {
				final float[] plane = (z == 0 ? first : second).clone();
				final ImagePlus expected = dream(new ImagePlus("", new FloatProcessor(W, H, plane)), options);
				for (int i = 0; i < plane.length; i++)
					assertEquals(expected.getProcessor().getf(i), dream.getAt(5 + i % W, 6 + i / W, 7 + z).get());
				assertNotEquals(plane[1000], expected.getProcessor().getf(1000));
			}
			assertTrue(Float.isNaN(dream.getAt(5 + 60 % W, 6 + 60 / W, 8).get()));
		}
	}

	@Test
	void aNetworkOfTwoChannelsReadsThemTogether() throws IOException {
		final String options = network(2, "minmax");
		final byte[] inverse = gray();
		for (int i = 0; i < inverse.length; i++)
			inverse[i] = (byte) (200 - (inverse[i] & 255) / 2);
		final ImageStack stack = new ImageStack(W, H);
		stack.addSlice("", gray());
		stack.addSlice("", inverse.clone());
		final ImagePlus plain = new ImagePlus("", stack);
		plain.setDimensions(2, 1, 1);
		final ImagePlus expected = dream(new CompositeImage(plain, CompositeImage.COMPOSITE), options);
		assertEquals(2, expected.getNChannels());
		assertEquals(8, expected.getBitDepth());
		final byte[] both = Arrays.copyOf(gray(), 2 * W * H);
		System.arraycopy(inverse, 0, both, W * H, W * H);
		final byte[] dream = bytes(dream(ArrayImgs.unsignedBytes(both, W, H, 2), 2, options));
		for (int c = 0; c < 2; c++)
			assertArrayEquals((byte[]) expected.getStack().getPixels(c + 1), Arrays.copyOfRange(dream, c * W * H, (c + 1) * W *
				H));
	}

	/** Without a normalisation, minimum and maximum of all planes take the place of the display range. */
	@Test
	void sixteenBitsAreScaledByMinimumAndMaximum() throws IOException {
		final String options = network(1, "fixed");
		final short[] values = new short[W * H];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (1000 + 20 * (gray()[i] & 255));
		final ShortProcessor ip = new ShortProcessor(W, H, values.clone(), null);
		ip.resetMinAndMax();
		final short[] expected = (short[]) dream(new ImagePlus("", ip), options).getProcessor().getPixels();
		int i = 0;
		for (final UnsignedShortType pixel : Views.flatIterable(dream(ArrayImgs.unsignedShorts(values, W, H), -1, options)))
			assertEquals(expected[i++] & 0xffff, pixel.get());
	}

	@Test
	void wrongAxesAndOptionsAreRefused() throws IOException {
		final Img<UnsignedByteType> flat = ArrayImgs.unsignedBytes(gray(), W, H);
		assertRefused("no axis 2", flat, 2, QUICK);
		assertRefused("no width and height", flat, 1, QUICK);
		assertRefused("no axis", ArrayImgs.argbs(W, H, 3), 2, QUICK);
		assertRefused("ComplexFloatType", ArrayImgs.complexFloats(W, H), -1, QUICK);
		assertRefused("need images of ImageJ", flat, -1, "start=noise");
		assertRefused("need images of ImageJ", flat, -1, "save=[/tmp/a.tif]");
		assertRefused("All values of the image are equal", ArrayImgs.floats(W, H), -1, QUICK);
		final String two = network(2, "fixed");
		assertRefused("reads 2 channels, but the image has 1", flat, -1, two);
		assertRefused("reads 2 channels, but the image has 3", ArrayImgs.argbs(W, H), -1, two);
		assertRefused("reads 3 channels, but the image has 2", ArrayImgs.unsignedBytes(W, H, 2), 2, QUICK);
	}

	private static <T extends Type<T>> void assertRefused(final String reason, final RandomAccessibleInterval<T> image,
		final int axis, final String options)
	{
		final String message = assertThrows(DreamException.class, () -> dream(image, axis, options)).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
