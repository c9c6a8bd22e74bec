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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {

	private static final int W = 300;
	private static final int H = 200;

	private static ImagePlus image(final Roi roi) {
		final ImagePlus image = new ImagePlus("field", new ByteProcessor(W, H));
		image.setRoi(roi);
		return image;
	}

	@Test
	void ignoresLinesAndPoints() {
		for (final Roi roi : new Roi[] { null, new Line(10, 10, 50, 60), new PointRoi(20, 20), new Line(400, 10, 450, 60),
			new Roi(0, 0, W, H), new Roi(-5, -5, W + 10, H + 10) }) {
			final Selection selection = Selection.of(image(roi), 5);
			assertTrue(selection.isWhole(), String.valueOf(roi));
			assertEquals(new Rectangle(W, H), selection.bounds());
		}
	}

	/** Also where only the margin reaches the image, or the bounds but not the shape. */
	@ParameterizedTest
	@MethodSource("outside")
	void refusesAreasOutsideTheImage(final Roi roi) {
		final String message = assertThrows(DreamException.class, () -> Selection.of(image(roi), 5)).getMessage();
		assertTrue(message.contains("outside the image") && message.contains("Select None"), message);
		// before the network, which does not exist
		assertEquals(message, assertThrows(DreamException.class, () -> DreamJob.run(image(roi), DreamParams.parse("model=none"),
			DreamListener.SILENT)).getMessage());
		assertEquals(message, assertThrows(DreamException.class, () -> ActivationsJob.run(image(roi), DreamParams.of(Task.ACTIVATIONS)
			.withOptions("model=none"), DreamListener.SILENT)).getMessage());
	}

	static Roi[] outside() {
		return new Roi[] { new Roi(400, 20, 30, 30), new OvalRoi(-90, -90, 40, 40), new Roi(-50, 10, 40, 40), new Roi(W, 0, 9, 9),
			new OvalRoi(W - 1, H - 1, 40, 40), new PolygonRoi(new float[] { 302, 340, 340 }, new float[] { -10, -10, 60 }, 3,
				Roi.POLYGON) };
	}

	private static Roi[] shapes() {
		final Roi ring = new ShapeRoi(new OvalRoi(100, 60, 80, 80)).not(new ShapeRoi(new OvalRoi(120, 80, 40, 40)));
		return new Roi[] { new Roi(120, 80, 40, 30), new OvalRoi(100, 50, 90, 60), new RotatedRectRoi(80, 80, 180, 140, 30),
			new PolygonRoi(new float[] { 60, 200, 120 }, new float[] { 40, 70, 150 }, 3, Roi.POLYGON), ring, new Roi(280, 170,
				60, 60) };
	}

	/** With a hard edge, exactly the selected pixels change. */
	@Test
	void changesExactlyThePixelsOfEveryShape() {
		for (final Roi roi : shapes()) {
			final Selection selection = Selection.of(image(roi), 0);
			final ByteProcessor plane = new ByteProcessor(W, H);
			final ByteProcessor dream = new ByteProcessor(selection.bounds().width, selection.bounds().height);
			dream.set(200);
			selection.blend(plane, dream);
			for (int y = 0; y < H; y++)
				for (int x = 0; x < W; x++)
					assertEquals(roi.contains(x, y) ? 200 : 0, plane.get(x, y), roi + " at " + x + "," + y);
		}
	}

	/** The weight increases by 1 / (edge + 1) per pixel from a straight edge, but not from the image border. */
	@Test
	void theWeightOfASoftEdgeIncreasesInward() {
		final Selection selection = Selection.of(image(new Roi(200, -10, 200, 120)), 4);
		final FloatProcessor plane = new FloatProcessor(W, H);
		final FloatProcessor dream = new FloatProcessor(selection.bounds().width, selection.bounds().height);
		dream.set(10);
		selection.blend(plane, dream);
		final float[] expected = { 0, 2, 4, 6, 8, 10, 10 };
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i], plane.getf(199 + i, 0), 1e-5);
			assertEquals(expected[i], plane.getf(260, 110 - i), 1e-5);
		}
		assertEquals(10, plane.getf(299, 0));
	}

	@Test
	void blendsColourChannelsSeparately() {
		final Selection selection = Selection.of(image(new Roi(100, 100, 50, 50)), 1);
		final ColorProcessor plane = new ColorProcessor(W, H);
		plane.setColor(0x204060);
		plane.fill();
		final ColorProcessor dream = new ColorProcessor(selection.bounds().width, selection.bounds().height);
		dream.setColor(0x406080);
		dream.fill();
		selection.blend(plane, dream);
		assertEquals(0x204060, plane.get(99, 120) & 0xffffff);
		assertEquals(0x305070, plane.get(100, 120) & 0xffffff);
		assertEquals(0x406080, plane.get(101, 120) & 0xffffff);
	}

	/** The rest of a large image is not part of the network's input. */
	@Test
	void boundsAreTheSelectionPlusAMargin() {
		final Roi roi = new Roi(150, 100, 20, 10);
		final ImagePlus image = image(roi);
		assertEquals(new Rectangle(86, 36, 148, 138), Selection.of(image, 3).bounds());
		assertSame(roi, image.getRoi());
		assertEquals(new Rectangle(150, 100, 20, 10), roi.getBounds());
		assertFalse(Selection.of(image, 3).isWhole());
	}

	@Test
	void theEdgeParameterHasAnEffect() {
		final ImagePlus input = SampleSky.draw(120, 90);
		input.setRoi(new Roi(30, 20, 60, 50));
		final DreamParams params = DreamParams.parse("octaves=1 iterations=2");
		final int[] hard = (int[]) DreamJob.run(input, params.with(io.deepdream.params.Parameter.EDGE, 0), DreamListener.SILENT)
			.getProcessor().getPixels();
		final int[] soft = (int[]) DreamJob.run(input, params.with(io.deepdream.params.Parameter.EDGE, 12), DreamListener.SILENT)
			.getProcessor().getPixels();
		final int inner = 45 * 120 + 60;
		assertEquals(hard[inner], soft[inner]);
		int differ = 0;
		for (int x = 30; x < 90; x++)
			if (hard[20 * 120 + x] != soft[20 * 120 + x]) differ++;
		assertTrue(differ > 30, differ + " pixels of the border differ");
		input.deleteRoi();
		assertArrayEquals((int[]) input.getProcessor().getPixels(), (int[]) input.duplicate().getProcessor().getPixels());
	}
}
