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
package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.UnaryOperator;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of one, two, five and other numbers of channels, compared with each channel alone and with RGB. */
class NumberOfChannelsTest {

	private static final int WIDTH = 23;
	private static final int HEIGHT = 18;

	/** Values between 20 and 220 that differ in each channel. */
	private static Picture picture(final int channels) {
		final Random random = new Random(channels);
		final Picture picture = Picture.create(WIDTH, HEIGHT, channels);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = 20 + 200 * random.nextFloat();
		return picture;
	}

	/** One channel as a picture of its own. */
	private static Picture channel(final Picture picture, final int channel) {
		final Picture result = Picture.create(picture.width(), picture.height(), 1);
		for (int i = 0; i < result.data().length; i++)
			result.data()[i] = picture.data()[i * picture.channels() + channel];
		return result;
	}

	/** A picture whose channels are those of another one, several times. */
	private static Picture repeated(final Picture picture, final int times) {
		final int channels = picture.channels();
		final Picture result = Picture.create(picture.width(), picture.height(), times * channels);
		for (int i = 0; i < result.data().length; i++)
			result.data()[i] = picture.data()[i / (times * channels) * channels + i % channels];
		return result;
	}

	private static void assertSeparable(final int channels, final UnaryOperator<Picture> operation) {
		final Picture all = operation.apply(picture(channels));
		assertEquals(channels, all.channels());
		for (int c = 0; c < channels; c++) {
			final Picture alone = operation.apply(channel(picture(channels), c));
			assertEquals(alone.size(), all.size());
			assertArrayEquals(alone.data(), channel(all, c).data(), 1e-4f, "channel " + c);
		}
	}

	/** For operations with statistics over all channels: these do not change if each channel occurs several times. */
	private static void assertRepeatable(final UnaryOperator<Picture> operation) {
		for (final int channels : new int[] { 1, 2, 3, 5 })
			for (final int times : new int[] { 2, 3 }) {
				final Picture picture = picture(channels);
				final Picture once = operation.apply(picture);
				final Picture several = operation.apply(repeated(picture, times));
				assertArrayEquals(repeated(once, times).data(), several.data(), 1e-3f, channels + " channels, " + times + " times");
			}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5 })
	void resampling(final int channels) {
		assertSeparable(channels, p -> Resampler.resize(p, 40, 31));
		assertSeparable(channels, p -> Resampler.resize(p, 11, 7));
		assertSeparable(channels, p -> Resampler.resizePeriodic(p, 30, 25, 0.1, -0.2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5 })
	void transforms(final int channels) {
		assertSeparable(channels, p -> new Similarity(1.1, 7, 9, 6).apply(p));
		for (final boolean periodic : new boolean[] { false, true })
			for (final boolean transposed : new boolean[] { false, true })
				assertSeparable(channels, p -> {
					final RandomTransform transform = periodic ? RandomWarp.random(WIDTH, HEIGHT, new Random(3)) : RandomAffine.random(WIDTH,
						HEIGHT, new Random(3));
					final Picture result = Picture.create(WIDTH, HEIGHT, p.channels());
					if (transposed) transform.transpose(p.data(), result.data());
					else transform.apply(p.data(), result.data());
					return result;
				});
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5 })
	void periodicViews(final int channels) {
		assertSeparable(channels, p -> {
			final Picture window = Picture.create(9, 30, p.channels());
			new PeriodicView(p.data(), WIDTH, HEIGHT, 5, -3).read(20, 4, 9, 30, window.data());
			return window;
		});
		assertSeparable(channels, p -> {
			final Picture sum = Picture.create(50, 12, p.channels());
			new PeriodicView(sum.data(), 50, 12, -7, 2).add(40, 3, WIDTH, HEIGHT, p.data());
			return sum;
		});
	}

	@Test
	void laplacianNormalisation() {
		for (final boolean periodic : new boolean[] { false, true }) {
			assertRepeatable(p -> normalised(p, periodic, LaplacianPyramid::normalise));
			assertRepeatable(p -> normalised(p, periodic, LaplacianPyramid::normaliseLocally));
		}
	}

	private static Picture normalised(final Picture picture, final boolean periodic, final GradientPyramid.Method method) {
		final Picture result = picture.copy();
		for (int i = 0; i < result.data().length; i++)
			result.data()[i] -= 120;
		final GradientPyramid pyramid = new GradientPyramid(result.size(), 3, periodic, method);
		// the second step of a periodic picture is shifted
		pyramid.normalise(result.data());
		pyramid.normalise(result.data());
		return result;
	}

	/** Each channel is scaled, so that channels of different strength get nearly equal shares of a total of 1. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 5 })
	void sharesOfChannelsThatAreNotColours(final int channels) {
		final float[] data = picture(channels).data();
		for (int i = 0; i < data.length; i++)
			data[i] = (data[i] - 120) * (1 + i % channels / (float) channels) / 1000;
		final float[] before = data.clone();
		NaturalColours.balance(data, channels);
		final double[] squares = new double[channels];
		for (int i = 0; i < data.length; i++) {
			squares[i % channels] += (double) data[i] * data[i] / (WIDTH * HEIGHT);
			assertEquals(before[i] * data[i % channels] / before[i % channels], data[i], 1e-4);
		}
		for (final double square : squares)
			assertEquals(Math.sqrt(1.0 / channels), Math.sqrt(square), 0.2 / Math.sqrt(channels));
	}

	@Test
	void noSignalInAnyChannel() {
		final float[] zero = new float[10];
		NaturalColours.balance(zero, 2);
		LocalNormalisation.normalise(zero, 2);
		assertArrayEquals(new float[10], zero);
	}

	@Test
	void colourStatistics() {
		assertRepeatable(p -> {
			final Picture target = p.copy();
			for (int i = 0; i < target.data().length; i++)
				target.data()[i] = 0.3f * target.data()[i] + 60;
			final Picture result = p.copy();
			ColourStatistics.of(target, 0).match(result, ValueRange.GREY_LEVELS);
			return result;
		});
	}

	/** The mean of each channel and the contrast about it, computed here. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void matchedStatistics(final int channels) {
		final Picture calm = picture(channels);
		for (int i = 0; i < calm.data().length; i++)
			calm.data()[i] = 0.2f * calm.data()[i] + 60 + 10 * (i % channels);
		final Picture strong = picture(channels + 7 * channels).copy();
		final Picture result = Picture.create(WIDTH, HEIGHT, channels);
		System.arraycopy(strong.data(), 0, result.data(), 0, result.data().length);
		ColourStatistics.of(calm, 0).match(result, ValueRange.GREY_LEVELS);
		double calmSquares = 0;
		double squares = 0;
		for (int c = 0; c < channels; c++) {
			final Moments expected = Moments.of(channel(calm, c).data(), WIDTH * HEIGHT);
			final Moments actual = Moments.of(channel(result, c).data(), WIDTH * HEIGHT);
			assertEquals(expected.mean(), actual.mean(), 0.03);
			calmSquares += expected.std() * expected.std();
			squares += actual.std() * actual.std();
		}
		assertEquals(Math.sqrt(calmSquares), Math.sqrt(squares), 0.05 * Math.sqrt(calmSquares));
	}

	@Test
	void sharesOfAnOriginalOfAnotherSize() {
		final Picture original = picture(2);
		final Picture dream = Picture.create(10, 9, 2);
		new OriginalShares(0.25, false).apply(original, dream);
		final Picture resized = Resampler.resize(original, 10, 9);
		for (int i = 0; i < dream.data().length; i++)
			assertEquals(0.25 * resized.data()[i], dream.data()[i], 1e-3);
		assertThrows(IllegalArgumentException.class, () -> LabColours.transfer(original, original));
	}

	/** A picture may keep the values beyond 0..255 that it had. */
	@Test
	void ranges() {
		final Picture picture = new Picture(new Size(2, 2), 1, new float[] { -40, 3, 250, 300 });
		final Picture other = new Picture(new Size(2, 2), 1, new float[] { -50, 4, 290, 400 });
		other.clamp(ValueRange.including(picture));
		assertArrayEquals(new float[] { -40, 4, 290, 300 }, other.data());
		final Picture inside = new Picture(new Size(2, 1), 1, new float[] { 10, 20 });
		final Picture beyond = new Picture(new Size(2, 1), 1, new float[] { -1, 256 });
		beyond.clamp(ValueRange.including(inside));
		assertArrayEquals(new float[] { 0, 255 }, beyond.data());
	}

	@Test
	void imagesOfOneAndTwoChannels() {
		final Picture gray = new Picture(new Size(1, 1), 1, new float[] { 51 });
		final Picture two = new Picture(new Size(1, 1), 2, new float[] { 102, 51 });
		assertEquals(ARGBType.rgba(51, 51, 51, 255), colour(gray));
		assertEquals(ARGBType.rgba(102, 51, 0, 255), colour(two));
		assertEquals(1000 + 0.2 * 2000, value(gray), 1e-3);
		assertEquals(1000 + 0.3 * 2000, value(two), 1e-3);
	}

	private static int colour(final Picture picture) {
		final ARGBType[] pixel = new ARGBType[1];
		final var image = ArrayImgs.argbs(1, 1);
		Pictures.toARGB(picture, image);
		image.forEach(p -> pixel[0] = p.copy());
		return pixel[0].get();
	}

	private static double value(final Picture picture) {
		final UnsignedShortType[] pixel = new UnsignedShortType[1];
		final var image = ArrayImgs.unsignedShorts(1, 1);
		Pictures.toReal(picture, image, 1000, 3000);
		image.forEach(p -> pixel[0] = p.copy());
		return pixel[0].getRealDouble();
	}

	/** A gray picture can have three times as many pixels as a colour picture. */
	@Test
	void theLargestPictures() {
		assertEquals(2_000_000_000, Picture.values(50_000, 40_000, 1));
		final String message = assertThrows(DreamException.class, () -> Picture.values(50_000, 40_000, 2)).getMessage();
		assertTrue(message.contains("1073 megapixels"), message);
	}
}
