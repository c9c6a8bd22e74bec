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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.StackConverter;

import io.deepdream.NoteTaker;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The user closes the input, or changes its type, while it is dreamed. */
class ClosedInputTest {

	private static final String QUICK = "layer=mixed3a octaves=1 iterations=1 slices=all ";

	/** Changes the input once, after the job has read and dreamed a part of it. */
	private static final class Intervention extends NoteTaker {

		private final double after;
		private Runnable action;

		Intervention(final double after, final Runnable action) {
			this.after = after;
			this.action = action;
		}

		@Override
		public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			if (done < after || action == null) return;
			action.run();
			action = null;
		}
	}

	/** ImagePlus.close() flushes images with a window only. */
	private static void close(final ImagePlus image) {
		image.close();
		image.flush();
	}

	private static void convert(final ImagePlus image) {
		if (image.getStackSize() == 1) new ImageConverter(image).convertToGray32();
		else new StackConverter(image).convertToGray32();
	}

	static Stream<Arguments> cases() {
		return Stream.of(image("single", () -> SampleImages.single(8)), image("RGB", () -> SampleImages.single(24)), image(
			"stack", () -> SampleImages.stack(16, 1, 3, 1)), image("hyperstack", () -> SampleImages.stack(8, 2, 2, 2)), image(
				"virtual stack", () -> SampleImages.virtual(8, 3)), image("composite", () -> SampleImages.composite(16, 2, 2, 1,
					CompositeImage.COMPOSITE)), image("inverted table", () -> SampleImages.withLut(8, "inverted"))).flatMap(image -> Stream
						.of("rgb", "same").flatMap(type -> Stream.of(Arguments.of(image.get()[0], image.get()[1], type, "closed",
							(Consumer<ImagePlus>) ClosedInputTest::close), Arguments.of(image.get()[0], image.get()[1], type, "converted",
								(Consumer<ImagePlus>) ClosedInputTest::convert))));
	}

	private static Arguments image(final String name, final Supplier<ImagePlus> image) {
		return Arguments.of(name, image);
	}

	private static void assertEqual(final ImagePlus expected, final ImagePlus result) {
		assertArrayEquals(expected.getDimensions(), result.getDimensions());
		assertEquals(expected.getBitDepth(), result.getBitDepth());
		assertEquals(expected.getTitle(), result.getTitle());
		assertEquals(expected.getInfoProperty(), result.getInfoProperty());
		assertEquals(expected.getCalibration().getUnit(), result.getCalibration().getUnit());
		assertEquals(expected.getCalibration().pixelWidth, result.getCalibration().pixelWidth);
		assertEquals(expected.getCalibration().frameInterval, result.getCalibration().frameInterval);
		assertEquals(expected.isComposite(), result.isComposite());
		assertEquals(expected.getOverlay().size(), result.getOverlay().size());
		assertEquals(expected.getDisplayRangeMin(), result.getDisplayRangeMin());
		assertEquals(expected.getDisplayRangeMax(), result.getDisplayRangeMax());
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertEquals(expected.getStack().getSliceLabel(i), result.getStack().getSliceLabel(i));
			assertEquals(0, difference(expected.getStack().getProcessor(i), result.getStack().getProcessor(i)));
		}
	}

	private static double difference(final ImageProcessor a, final ImageProcessor b) {
		double sum = 0;
		for (int i = 0; i < a.getPixelCount(); i++)
			sum += a.getBitDepth() == 24 ? (a.get(i) == b.get(i) ? 0 : 1) : Math.abs(a.getf(i) - b.getf(i));
		return sum;
	}

	@ParameterizedTest(name = "{0}, type={2}, {3}")
	@MethodSource("cases")
	void theResultIsComplete(final String name, final Supplier<ImagePlus> image, final String type, final String kind,
		final Consumer<ImagePlus> action)
	{
		final DreamParams params = DreamParams.parse(QUICK + "type=" + type);
		final ImagePlus untouched = image.get();
		untouched.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		final ImagePlus input = image.get();
		input.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		assertEqual(DreamJob.run(untouched, params, DreamListener.SILENT), DreamJob.run(input, params, new Intervention(0,
			() -> action.accept(input))));
	}

	@ParameterizedTest(name = "{0}, type={2}, {3}")
	@MethodSource("cases")
	void inPlaceTheResultIsANewImage(final String name, final Supplier<ImagePlus> image, final String type,
		final String kind, final Consumer<ImagePlus> action)
	{
		final ImagePlus input = image.get();
		if (input.getStack().isVirtual()) return;
		final ImagePlus expected = DreamJob.run(image.get(), DreamParams.parse(QUICK + "type=same"), DreamListener.SILENT);
		final Intervention listener = new Intervention(0.1, () -> action.accept(input));
		final ImagePlus result = DreamJob.run(input, DreamParams.parse(QUICK + "output=[in place]"), listener);
		assertNotSame(input, result);
		assertEquals(0, difference(expected.getProcessor(), result.getProcessor()));
		assertTrue(listener.notes().stream().anyMatch(note -> note.contains("was closed or changed")), listener.notes()
			.toString());
	}

	/** Otherwise gray values would be written as positions in a table of colours. */
	@Test
	void inPlaceATableOfColoursIsAnotherType() {
		final ImagePlus input = SampleImages.withLut(8, "fire");
		final Intervention listener = new Intervention(0.1, () -> {
			new ImageConverter(input).convertToRGB();
			new ImageConverter(input).convertRGBtoIndexedColor(256);
		});
		assertNotSame(input, DreamJob.run(input, DreamParams.parse(QUICK + "output=[in place]"), listener));
	}

	@Test
	void moviesAndActivationsAreComplete() {
		for (final Consumer<ImagePlus> action : List.<Consumer<ImagePlus>>of(ClosedInputTest::close,
			ClosedInputTest::convert)) {
			final DreamParams movie = DreamParams.of(Task.MOVIE).withOptions("frames=1 octaves=1 iterations=1");
			final ImagePlus input = SampleImages.single(8);
			final ImagePlus expected = Commands.of("movie").job().run(SampleImages.single(8), movie, DreamListener.SILENT, shown -> {});
			final ImagePlus frames = Commands.of("movie").job().run(input, movie, new Intervention(0, () -> action.accept(input)),
				shown -> {});
			assertEquals(expected.getInfoProperty(), frames.getInfoProperty());
			assertEquals(0, difference(expected.getStack().getProcessor(2), frames.getStack().getProcessor(2)));
		}
		final ImagePlus input = SampleImages.single(8);
		final DreamParams params = DreamParams.of(Task.ACTIVATIONS).withOptions("layer=mixed3a");
		final ImagePlus maps = ActivationsJob.run(input, params, new DreamListener() {

			@Override
			public void loading(final String what) {
				close(input);
			}
		}).maps();
		assertEquals("Activations of my \"cells\" [1] in mixed3a", maps.getTitle());
		assertTrue(maps.getInfoProperty().endsWith("Objective: 63x"), maps.getInfoProperty());
	}

	/** A virtual stack whose file is removed while it is dreamed. */
	private static ImagePlus unreadable(final int from, final boolean fails) {
		return unreadable(() -> from, fails);
	}

	private static ImagePlus unreadable(final IntSupplier from, final boolean fails) {
		final VirtualStack stack = new VirtualStack(SampleImages.WIDTH, SampleImages.HEIGHT, null, "") {

			@Override
			public ImageProcessor getProcessor(final int i) {
				if (i < from.getAsInt()) return SampleImages.plane(8, i);
				if (fails) throw new IllegalArgumentException("no such file");
				return null;
			}

			@Override
			public int getSize() {
				return 4;
			}

			@Override
			public int size() {
				return 4;
			}
		};
		stack.setBitDepth(8);
		return new ImagePlus("removed", stack);
	}

	/** ImageJ reads the first plane of a virtual stack again when the job copies the image. */
	@Test
	void anUnreadableFirstPlaneIsNamed() {
		for (final boolean fails : new boolean[] { true, false }) {
			final AtomicInteger readable = new AtomicInteger(4);
			final ImagePlus input = unreadable(readable::get, fails);
			input.setSlice(2);
			readable.set(1);
			final DreamException exc = assertThrows(DreamException.class, () -> DreamJob.run(input, DreamParams.parse(QUICK),
				DreamListener.SILENT));
			assertTrue(exc.getMessage().startsWith("Plane 1 of \"removed\" cannot be read"), exc.getMessage());
		}
	}

	@Test
	void planesBeforeAnUnreadableOneAreKept() {
		for (final boolean fails : new boolean[] { true, false }) {
			final NoteTaker notes = new NoteTaker();
			final ImagePlus result = DreamJob.run(unreadable(3, fails), DreamParams.parse(QUICK), notes);
			assertEquals(2, result.getStackSize());
			assertEquals("Dream of removed (2 of 4 slices)", result.getTitle());
			assertTrue(notes.notes().get(0).startsWith("Plane 3 of \"removed\" cannot be read"), notes.notes().toString());
			final ImagePlus first = unreadable(2, fails);
			assertEquals(1, DreamJob.run(first, DreamParams.parse(QUICK), DreamListener.SILENT).getStackSize());
		}
	}
}
