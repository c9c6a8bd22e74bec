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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import io.deepdream.NoteTaker;
import io.deepdream.image.Picture;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.motion.Flicker;
import io.deepdream.motion.FlowField;
import io.deepdream.motion.Motion;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;

/** Jobs with several planes. */
class StacksTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 slices=all ";

	private static ImagePlus run(final ImagePlus input, final String options) {
		return DreamJob.run(input, DreamParams.parse(QUICK + options), DreamListener.SILENT);
	}

	/** Cancels when a slice begins. */
	private static DreamListener cancelAt(final int slice) {
		return new DreamListener() {

			private int current;

			@Override
			public void slice(final int number, final int count) {
				current = number;
			}

			@Override
			public boolean isCancelled() {
				return current >= slice;
			}
		};
	}

	@Test
	void cancellingKeepsTheFinishedSlices() {
		final ImagePlus input = SampleImages.stack(8, 1, 5, 1);
		final ImagePlus all = run(input, "");
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(QUICK), cancelAt(4));
		assertEquals("Dream of my \"cells\" [1] (3 of 5 slices)", result.getTitle());
		assertEquals(3, result.getStackSize());
		for (int i = 1; i <= 3; i++)
			assertArrayEquals((int[]) all.getStack().getPixels(i), (int[]) result.getStack().getPixels(i));
	}

	/** 3 channels, 2 slices, 2 frames: cancelled in the 9th plane, the first frame is complete. */
	@Test
	void cancellingKeepsCompletePositionsOnly() {
		final ImagePlus input = SampleImages.composite(16, 3, 2, 2, CompositeImage.COMPOSITE);
		final ImagePlus frame = DreamJob.run(input, DreamParams.parse(QUICK + "type=same"), cancelAt(9));
		assertEquals(3, frame.getNChannels());
		assertEquals(2, frame.getNSlices());
		assertEquals(1, frame.getNFrames());
		final ImagePlus slices = DreamJob.run(input, DreamParams.parse(QUICK + "type=same"), cancelAt(10));
		assertEquals(3, slices.getNChannels());
		assertEquals(3, slices.getNSlices());
		assertTrue(slices.isComposite());
	}

	@Test
	void cancellingInPlaceReturnsANewImage() {
		final ImagePlus input = SampleImages.stack(8, 1, 3, 1);
		final ImagePlus before = input.duplicate();
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(QUICK + "output=[in place]"), cancelAt(3));
		assertEquals(2, result.getStackSize());
		for (int i = 1; i <= 3; i++)
			assertArrayEquals((byte[]) before.getStack().getPixels(i), (byte[]) input.getStack().getPixels(i));
	}

	@Test
	void progressIncreasesOverAllSlices() {
		final List<Double> seen = new ArrayList<>();
		final List<String> slices = new ArrayList<>();
		DreamJob.run(SampleImages.stack(8, 1, 3, 1), DreamParams.parse(QUICK), new DreamListener() {

			@Override
			public void slice(final int number, final int count) {
				slices.add(number + "/" + count);
			}

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				final double before = seen.isEmpty() ? -1 : seen.get(seen.size() - 1);
				// a slice reports once before its first step
				assertTrue(done > before || done == before && step == 1 && Double.isNaN(score), before + ", " + done);
				seen.add(done);
			}
		});
		assertEquals(List.of("1/3", "2/3", "3/3"), slices);
		assertEquals(1, seen.get(seen.size() - 1));
	}

	/** A black frame with zero gradient is copied, and the others are dreamed. */
	@Test
	void aSliceWithoutGradientIsUnchangedAndReported() {
		final ImagePlus input = SampleImages.stack(24, 1, 3, 1);
		final NoteTaker notes = new NoteTaker();
		// a channel that is active for the textures, but not for black
		final String options = "layer=mixed4d_3x3_bottleneck octaves=1 iterations=1 slices=all channels=" + channelWithoutGradientOnBlack();
		input.getStack().setPixels(new ColorProcessor(SampleImages.WIDTH, SampleImages.HEIGHT).getPixels(), 2);
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(options), notes);
		assertEquals(3, result.getStackSize());
		assertEquals(0xff000000, result.getStack().getProcessor(2).get(5, 5) | 0xff000000);
		assertTrue(notes.notes().get(0).contains("zero everywhere") && notes.notes().get(0).endsWith(
			"Plane 2 of 3 is unchanged."), notes.notes().toString());
	}

	private static int channelWithoutGradientOnBlack() {
		for (int channel = 0; channel < 144; channel++) {
			final String options = "layer=mixed4d_3x3_bottleneck octaves=1 iterations=1 channels=" + channel;
			try {
				DreamJob.run(new ImagePlus("black", new ColorProcessor(SampleImages.WIDTH, SampleImages.HEIGHT)), DreamParams
					.parse(options), DreamListener.SILENT);
			}
			catch (final DreamException exc) {
				try {
					for (int seed = 0; seed < 3; seed++)
						DreamJob.run(new ImagePlus("texture", SampleImages.plane(24, seed)), DreamParams.parse(options),
							DreamListener.SILENT);
					return channel;
				}
				catch (final DreamException dead) {
					// try the next channel
				}
			}
		}
		throw new AssertionError("every channel is active for black or inactive for the textures");
	}

	@Test
	void rejectsAnEmptyDisplayRangeAndKeepsAnEmptyChannel() {
		final ShortProcessor constant = new ShortProcessor(SampleImages.WIDTH, SampleImages.HEIGHT);
		constant.set(700);
		constant.resetMinAndMax();
		final String sentence = assertThrows(DreamException.class, () -> run(new ImagePlus("constant", constant),
			"type=same")).getMessage();
		assertTrue(sentence.contains("min = max") && sentence.contains("type=rgb"), sentence);
		assertEquals(24, run(new ImagePlus("constant", constant), "").getBitDepth());
		final ImageStack stack = new ImageStack(SampleImages.WIDTH, SampleImages.HEIGHT);
		stack.addSlice(SampleImages.plane(16, 1));
		stack.addSlice(constant);
		final ImagePlus image = new ImagePlus("two channels", stack);
		image.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		final LUT flat = LUT.createLutFromColor(Color.red);
		flat.min = flat.max = 700;
		composite.setChannelLut(flat, 2);
		final ImagePlus result = run(composite, "type=same");
		assertEquals(2, result.getNChannels());
		assertArrayEquals((short[]) constant.getPixels(), (short[]) result.getStack().getPixels(2));
	}

	@Test
	void keepsNaNAndClampsInfinity() {
		final FloatProcessor ip = (FloatProcessor) SampleImages.plane(32, 1);
		ip.setf(3, 4, Float.NaN);
		ip.setf(5, 6, Float.POSITIVE_INFINITY);
		ip.setf(7, 8, Float.NEGATIVE_INFINITY);
		ip.resetMinAndMax();
		final ImagePlus input = new ImagePlus("gaps", ip);
		final ImageProcessor same = run(input, "type=same").getProcessor();
		assertTrue(Float.isNaN(same.getf(3, 4)));
		for (int i = 0; i < same.getPixelCount(); i++)
			assertTrue(i == 3 + 4 * SampleImages.WIDTH || same.getf(i) >= 0 && same.getf(i) < 2, "pixel " + i + " is " + same.getf(i));
		assertEquals(24, run(input, "").getBitDepth());
	}

	/** An image with an inverted lookup table gives the same dream as the negative image with a normal one. */
	@Test
	void appliesAnInvertedLookupTable() {
		final ImagePlus inverted = SampleImages.withLut(8, "inverted");
		final ImagePlus negative = SampleImages.single(8);
		negative.getProcessor().invert();
		final byte[] a = (byte[]) run(inverted, "type=same").getProcessor().getPixels();
		final byte[] b = (byte[]) run(negative, "type=same").getProcessor().getPixels();
		for (int i = 0; i < a.length; i++)
			assertEquals(255 - (b[i] & 255), a[i] & 255, 1);
	}

	/**
	 * Frames of the same scene with independent noise: with coherence, the detail added by
	 * the dream changes less from frame to frame, relative to its size.
	 */
	@Test
	void coherenceReducesFlicker() {
		final ImageStack stack = new ImageStack(96, 80);
		final Random random = new Random(3);
		for (int frame = 0; frame < 4; frame++) {
			final ColorProcessor ip = (ColorProcessor) SampleSky.draw(96, 80).getProcessor();
			for (int i = 0; i < ip.getPixelCount(); i++) {
				final int noise = random.nextInt(31) - 15;
				int rgb = 0;
				for (int shift = 0; shift < 24; shift += 8)
					rgb |= Math.max(0, Math.min(255, (ip.get(i) >> shift & 255) + noise)) << shift;
				ip.set(i, rgb);
			}
			stack.addSlice(ip);
		}
		final ImagePlus input = new ImagePlus("series", stack);
		input.setDimensions(1, 1, 4);
		final double without = flicker(input, "coherence=0 ");
		final double with = flicker(input, "coherence=0.8 ");
		assertTrue(with < 0.8 * without, "flicker " + without + " without, " + with + " with coherence");
	}

	/**
	 * A camera pans over a picture, by 6 pixels a frame: coherence halves the flicker along
	 * the motion, and the detail does not fade for it.
	 */
	@Test
	void coherenceFollowsTheMotion() {
		final ImageProcessor sky = SampleSky.draw(200, 100).getProcessor();
		final ImageStack stack = new ImageStack(144, 96);
		for (int frame = 0; frame < 6; frame++) {
			sky.setRoi(6 * frame, 2, 144, 96);
			stack.addSlice(sky.crop());
		}
		final ImagePlus input = new ImagePlus("pan", stack);
		final Picture[] inputs = Flicker.frames(stack);
		final Motion[] pan = new Motion[5];
		Arrays.fill(pan, Motion.known(FlowField.constant(inputs[0].size(), 6, 0)));
		assertEquals(0, Flicker.of(pan, inputs));
		final Picture[] without = dreamed(input, "coherence=0");
		final Picture[] with = dreamed(input, "coherence=0.8");
		assertTrue(Flicker.of(pan, with) < 0.5 * Flicker.of(pan, without), "flicker " + Flicker.of(pan, without) +
			" without, " + Flicker.of(pan, with) + " with coherence");
		final double detailWithout = Flicker.detail(inputs[5], without[5]);
		final double detailWith = Flicker.detail(inputs[5], with[5]);
		assertTrue(detailWith > 0.8 * detailWithout, "detail " + detailWithout + " without, " + detailWith + " with coherence");
	}

	private static Picture[] dreamed(final ImagePlus input, final String options) {
		return Flicker.frames(DreamJob.run(input, DreamParams.parse(options + " slices=all octaves=2 iterations=8"),
			DreamListener.SILENT).getStack());
	}

	/** Two channels, two slices, and two frames with another scene: only the second frame can change. */
	@Test
	void coherenceIsThatOfTheSamePlaneInTheFrameBefore() {
		final ImagePlus input = SampleImages.stack(8, 2, 2, 2);
		final ImagePlus without = run(input, "type=same coherence=0");
		final ImagePlus with = run(input, "type=same coherence=0.8");
		for (int i = 1; i <= 4; i++)
			assertArrayEquals((byte[]) without.getStack().getPixels(i), (byte[]) with.getStack().getPixels(i), "plane " + i);
		assertEquals(8, with.getStackSize());
	}

	/** Mean change of the detail between the last two frames, divided by its mean size in the last frame. */
	private static double flicker(final ImagePlus input, final String options) {
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(options + "slices=all octaves=2 iterations=5"),
			DreamListener.SILENT);
		double change = 0;
		double size = 0;
		for (int i = 0; i < 96 * 80; i++)
			for (int shift = 0; shift < 24; shift += 8) {
				final int[] detail = new int[5];
				for (int frame = 1; frame <= 4; frame++)
					detail[frame] = (result.getStack().getProcessor(frame).get(i) >> shift & 255) - (input.getStack().getProcessor(
						frame).get(i) >> shift & 255);
				change += Math.abs(detail[4] - detail[3]);
				size += Math.abs(detail[4]);
			}
		return change / size;
	}

	@Test
	void keepsOverlayElementsOfTheDreamedSlices() {
		final ImagePlus input = SampleImages.stack(8, 1, 3, 1);
		final Overlay overlay = new Overlay();
		for (int position = 0; position <= 3; position++) {
			final Roi roi = new Roi(position, 1, 5, 5);
			roi.setPosition(position);
			overlay.add(roi);
		}
		input.setOverlay(overlay);
		input.setSlice(2);
		final Overlay one = DreamJob.run(input, DreamParams.parse(QUICK.replace("all", "current")), DreamListener.SILENT)
			.getOverlay();
		assertEquals(2, one.size());
		assertEquals(2, one.get(1).getXBase());
		assertEquals(0, one.get(1).getPosition());
		final Overlay all = run(input, "").getOverlay();
		assertEquals(4, all.size());
		assertEquals(3, all.get(3).getPosition());
	}
}
