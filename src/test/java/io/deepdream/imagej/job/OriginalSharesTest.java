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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ColorSpaceConverter;
import ij.process.ImageProcessor;

import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;
import io.deepdream.imagej.SampleImages;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a result takes from the original: a share of its values, or its colours. */
class OriginalSharesTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=2 step=4 ";
	/** Rounding of the dream, of which a share is taken, and of the result. */
	private static final double ROUNDING = 0.5 + 0.5 + 1e-3;

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	private static void assertBlend(final double blend, final ImagePlus original, final ImagePlus dream, final ImagePlus result,
		final double tolerance)
	{
		assertEquals(dream.getStackSize(), result.getStackSize());
		double change = 0;
		for (int s = 1; s <= result.getStackSize(); s++) {
			final ImageProcessor o = original.getStack().getProcessor(s);
			final ImageProcessor d = dream.getStack().getProcessor(s);
			final ImageProcessor r = result.getStack().getProcessor(s);
			for (int i = 0; i < r.getPixelCount(); i++)
				for (int c = 0; c < r.getNChannels(); c++) {
					final double expected = (1 - blend) * value(d, i, c) + blend * value(o, i, c);
					assertEquals(expected, value(r, i, c), tolerance, "slice " + s + " pixel " + i);
					change += Math.abs(value(d, i, c) - value(o, i, c));
				}
		}
		assertTrue(change > 0, "the dream changes the image");
	}

	private static double value(final ImageProcessor ip, final int i, final int channel) {
		return ip.getNChannels() == 3 ? ip.get(i) >> 16 - 8 * channel & 255 : ip.getf(i);
	}

	@ParameterizedTest
	@CsvSource({ "8,0.25", "16,0.5", "24,0.7", "32,0.3" })
	void blendIsTheWeightedMeanInEverySlice(final int bits, final double blend) {
		final ImagePlus input = SampleImages.stack(bits, 1, 2, 1);
		final String options = "slices=all type=same ";
		// of 32 bits, nothing is rounded
		assertBlend(blend, input, run(input, options), run(input, options + "blend=" + blend), bits == 32 ? 1e-5 : ROUNDING);
	}

	@Test
	void blendWorksTileByTileAndAsDisplayed() {
		final ImagePlus input = SampleImages.single(24);
		assertBlend(0.4, input, run(input, "tile=32 "), run(input, "tile=32 blend=0.4"), ROUNDING);
		final ImagePlus composite = SampleImages.composite(16, 2, 1, 1, CompositeImage.COMPOSITE);
		assertBlend(0.4, new ImagePlus("", composite.getImage()), run(composite, ""), run(composite, "blend=0.4"), ROUNDING);
	}

	@Test
	void theWholeShareIsTheOriginalAndNoShareTheDream() {
		final ImagePlus input = SampleImages.single(24);
		final int[] whole = (int[]) run(input, "blend=1").getProcessor().getPixels();
		for (int i = 0; i < whole.length; i++)
			assertEquals(input.getProcessor().get(i) & 0xffffff, whole[i] & 0xffffff);
		assertArrayEquals((int[]) run(input, "").getProcessor().getPixels(), (int[]) run(input, "blend=0 colours=dream")
			.getProcessor().getPixels());
	}

	@Test
	void blendInPlaceAndWithinASelection() {
		final ImagePlus input = SampleImages.single(32);
		input.setRoi(new OvalRoi(8, 6, 30, 28));
		final ImagePlus original = input.duplicate();
		original.deleteRoi();
		final ImagePlus dream = run(input, "type=same");
		assertSame(input, run(input, "blend=0.6 output=[in place]"));
		// the fade towards the selection's edge and the blend are both linear in the dream
		assertBlend(0.6, original, dream, input, 1e-5);
		assertEquals(original.getProcessor().getf(0, 0), input.getProcessor().getf(0, 0));
	}

	@Test
	void everyFrameIsBlendedButTheDetailOfTheNextOneIsNot() {
		final ImagePlus input = SampleImages.stack(32, 1, 1, 3);
		final String options = "slices=all type=same coherence=0.5 ";
		assertBlend(0.5, input, run(input, options), run(input, options + "blend=0.5"), 1e-5);
	}

	/** Cancelled in the last octave, the result has the size of the one before. */
	@Test
	void theOriginalIsResampledToTheSizeOfTheResult() {
		final ImagePlus input = SampleImages.single(32);
		final String options = "octaves=2 ratio=1.3 iterations=1 layer=mixed3a type=same ";
		final ImagePlus dream = DreamJob.run(input, DreamParams.parse(options), cancelAfterAnOctave());
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(options + "blend=0.5"), cancelAfterAnOctave());
		assertEquals(37, result.getWidth());
		final float[] pixels = (float[]) input.getProcessor().getPixels();
		final Picture picture = Picture.create(input.getWidth(), input.getHeight());
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = pixels[i / 3];
		final float[] small = Resampler.resize(picture, result.getWidth(), result.getHeight()).data();
		for (int i = 0; i < result.getProcessor().getPixelCount(); i++) {
			final double original = Math.max(input.getDisplayRangeMin(), Math.min(input.getDisplayRangeMax(), small[3 * i]));
			assertEquals(0.5 * dream.getProcessor().getf(i) + 0.5 * original, result.getProcessor().getf(i), 1e-5);
		}
	}

	/** With one iteration in each octave. */
	private static DreamListener cancelAfterAnOctave() {
		return new DreamListener() {

			private boolean stepped;

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				stepped |= done > 0;
			}

			@Override
			public boolean isCancelled() {
				return stepped;
			}
		};
	}

	/** ImageJ's converter is the reference for CIE Lab; whole grey levels limit the accuracy. */
	@Test
	void theColoursAreTheOriginalsAndTheLightnessIsTheDreams() {
		final ImagePlus input = SampleImages.single(24);
		// muted colours, most of which are in the gamut at every lightness of the dream
		for (int i = 0; i < input.getProcessor().getPixelCount(); i++) {
			final int level = input.getProcessor().get(i) >> 16 & 255;
			input.getProcessor().set(i, 90 + level / 4 << 16 | 110 << 8 | 130 - level / 5);
		}
		final ImagePlus dream = run(input, "");
		final ImagePlus result = run(input, "colours=original");
		final ColorSpaceConverter converter = new ColorSpaceConverter();
		double change = 0;
		for (int i = 0; i < result.getProcessor().getPixelCount(); i++) {
			final double[] o = converter.RGBtoLAB(input.getProcessor().get(i));
			final double[] d = converter.RGBtoLAB(dream.getProcessor().get(i));
			final double[] r = converter.RGBtoLAB(result.getProcessor().get(i));
			assertEquals(d[0], r[0], 1);
			assertEquals(o[1], r[1], 1.5);
			assertEquals(o[2], r[2], 1.5);
			change += Math.hypot(d[1] - o[1], d[2] - o[2]);
		}
		assertTrue(change / result.getProcessor().getPixelCount() > 1.5, "the dream changes the colours by more than the tolerance");
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void grayStaysGray(final int bits) {
		final int[] pixels = (int[]) run(SampleImages.single(bits), "colours=original").getProcessor().getPixels();
		for (final int rgb : pixels)
			assertEquals((rgb & 255) * 0x010101, rgb & 0xffffff);
	}

	@Test
	void aMovieKeepsTheColoursButHasNoBlend() {
		final ImagePlus input = SampleImages.single(8);
		final DreamParams params = DreamParams.of(Task.MOVIE).withOptions(
			"layer=mixed3a octaves=1 iterations=1 frames=2 colours=original");
		final ImagePlus movie = MovieJob.run(input, params, DreamListener.SILENT, image -> {});
		for (int s = 2; s <= 3; s++)
			for (final int rgb : (int[]) movie.getStack().getPixels(s))
				assertEquals((rgb & 255) * 0x010101, rgb & 0xffffff);
		assertTrue(assertThrows(DreamException.class, () -> params.withOptions("blend=0.5")).getMessage().contains("blend"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "blend=0.5", "colours=original" })
	void noiseIsNoOriginal(final String option) {
		final String message = assertThrows(DreamException.class, () -> run(null, "start=noise width=32 height=32 " + option))
			.getMessage();
		assertTrue(message.contains(option), message);
		assertNull(DreamJob.run(null, DreamParams.parse(QUICK + "start=noise width=32 height=32 blend=0"), new DreamListener() {

				@Override
				public boolean isCancelled() {
					return true;
				}
			}));
	}
}
