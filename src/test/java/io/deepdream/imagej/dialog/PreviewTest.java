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
package io.deepdream.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Image;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ij.ImagePlus;
import ij.gui.Roi;

import io.deepdream.DeepDream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.Windows;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;

/** The background tasks of a dialog; needs no window. */
class PreviewTest {

	/** Records all calls, and checks that they are made on the event thread. */
	private static class RecordingView implements Preview.View {

		final List<String> calls = new CopyOnWriteArrayList<>();
		volatile Image picture;
		volatile int layers;

		private void record(final String what) {
			assertTrue(EventQueue.isDispatchThread());
			calls.add(what);
		}

		@Override
		public void layers(final List<LayerInfo> list) {
			layers = list.size();
			record("layers");
		}

		@Override
		public void picture(final Image image) {
			picture = image;
			record("picture");
		}

		@Override
		public void status(final String text) {
			record(text);
		}

		@Override
		public void failed(final String sentence) {
			record(sentence);
		}

		long pictures() {
			synchronized (calls) {
				return calls.stream().filter("picture"::equals).count();
			}
		}
	}

	private static ImagePlus large() {
		return SampleSky.draw(900, 700);
	}

	/** Progress is shown during the dream, so the event thread is not blocked. */
	@Test
	void dreamsACropOnTheWorkerThread() throws Exception {
		final RecordingView view = new RecordingView();
		try (Preview preview = new Preview(new PreviewSource(large()), view)) {
			preview.request(DreamParams.parse("octaves=2 iterations=50 mode=naive"), true);
			Windows.await(() -> view.picture);
			EventQueue.invokeAndWait(() -> {});
		}
		assertEquals(Preview.SIDE, view.picture.getWidth(null));
		assertEquals(Preview.SIDE, view.picture.getHeight(null));
		assertTrue(view.layers > 50);
		assertEquals("layers", view.calls.get(0));
		assertTrue(view.calls.indexOf("picture") > 5, view.calls.toString());
		assertEquals("20 of 50 iterations", view.calls.get(view.calls.size() - 1));
	}

	@Test
	void aNewRequestCancelsThePreviousOne() throws Exception {
		final RecordingView view = new RecordingView();
		try (Preview preview = new Preview(new PreviewSource(large()), view)) {
			preview.request(DreamParams.parse("octaves=4 iterations=20"), true);
			Windows.await(() -> view.calls.stream().anyMatch(text -> text.startsWith("preview:")) ? true : null);
			preview.request(DreamParams.parse("octaves=1 iterations=1"), true);
			Windows.await(() -> view.picture);
			EventQueue.invokeAndWait(() -> {});
		}
		assertEquals(1, view.pictures());
	}

	@Test
	void reportsErrorsAndServesTheNextRequest() throws Exception {
		final RecordingView view = new RecordingView();
		try (Preview preview = new Preview(new PreviewSource(SampleSky.draw(64, 48)), view)) {
			preview.request(DreamParams.parse("layer=mixed4q"), true);
			Windows.await(() -> view.calls.stream().anyMatch(text -> text.contains("did you mean")) ? true : null);
			preview.request(DreamParams.parse("model=nothing"), true);
			Windows.await(() -> view.calls.stream().anyMatch(text -> text.contains("\"nothing\"")) ? true : null);
			preview.request(DreamParams.parse("octaves=1 iterations=1"), true);
			Windows.await(() -> view.picture);
		}
		assertEquals(64, view.picture.getWidth(null));
	}

	/** The gradient is compiled while the dialog is open, so that the dream starts immediately after OK. */
	@Test
	void withoutAPictureTheGradientIsCompiled() throws Exception {
		DeepDream.closeCached();
		try (Preview preview = new Preview(new PreviewSource(large()), new RecordingView())) {
			preview.request(DreamParams.parse("layer=mixed3a"), false);
			Windows.await(() -> retainedMemory() > 0 ? true : null);
		}
		assertTrue(retainedMemory() > 0);
		DeepDream.closeCached();
		assertEquals(0, retainedMemory());
	}

	private static long retainedMemory() {
		try (GradientEngine engine = Engines.share(ModelCatalogue.find(ModelCatalogue.EMBEDDED), DreamListener.SILENT)) {
			return engine.retainedBytes();
		}
	}

	@Test
	void closingEndsTheWorkerThread() throws Exception {
		final Preview preview = new Preview(new PreviewSource(large()), new RecordingView());
		preview.request(DreamParams.parse("octaves=4 iterations=20"), true);
		Windows.await(() -> hasWorkerThread() ? true : null);
		preview.close();
		assertFalse(hasWorkerThread());
	}

	private static boolean hasWorkerThread() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("DeepDream preview"));
	}

	@Test
	void theCropIsCentredOnTheSelection() {
		final ImagePlus image = large();
		image.setRoi(new Roi(700, 500, 100, 80));
		final int[] crop = (int[]) new PreviewSource(image).before().getPixels();
		// the selection and the crop have the same centre, 750,540
		assertEquals(image.getProcessor().get(630, 420), crop[0]);
		assertEquals(image.getProcessor().get(869, 659), crop[crop.length - 1]);
	}

	@Test
	void thePreviewFromNoiseIsSmall() throws Exception {
		final RecordingView view = new RecordingView();
		try (Preview preview = new Preview(new PreviewSource(null), view)) {
			preview.request(DreamParams.fromNoise().withOptions("width=60 height=900 iterations=2"), true);
			Windows.await(() -> view.picture);
		}
		assertEquals(60, view.picture.getWidth(null));
		assertEquals(128, view.picture.getHeight(null));
	}
}
