package io.deepdream.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The dialog's worker; no window is needed. */
class PreviewTest {

	/** Keeps what it hears, and checks that it hears it on the event thread. */
	private static class Screen implements Preview.Screen {

		final List<String> heard = new CopyOnWriteArrayList<>();
		volatile Image picture;
		volatile int layers;

		private void hear(final String what) {
			assertTrue(EventQueue.isDispatchThread());
			heard.add(what);
		}

		@Override
		public void layers(final List<LayerInfo> list) {
			layers = list.size();
			hear("layers");
		}

		@Override
		public void picture(final Image image) {
			picture = image;
			hear("picture");
		}

		@Override
		public void status(final String text) {
			hear(text);
		}

		long pictures() {
			synchronized (heard) {
				return heard.stream().filter("picture"::equals).count();
			}
		}
	}

	private static ImagePlus large() {
		return SampleSky.draw(900, 700);
	}

	/** Its progress is shown while it runs: the event thread is free. */
	@Test
	void aPieceIsDreamedInTheBackground() throws Exception {
		final Screen screen = new Screen();
		try (Preview preview = new Preview(new PreviewSource(large()), screen)) {
			preview.request(DreamParams.parse("octaves=2 iterations=50 mode=naive"), true);
			Windows.await(() -> screen.picture);
			EventQueue.invokeAndWait(() -> {});
		}
		assertEquals(Preview.SIDE, screen.picture.getWidth(null));
		assertEquals(Preview.SIDE, screen.picture.getHeight(null));
		assertTrue(screen.layers > 50);
		assertEquals("layers", screen.heard.get(0));
		assertTrue(screen.heard.indexOf("picture") > 5, screen.heard.toString());
		assertEquals("20 of 50 iterations", screen.heard.get(screen.heard.size() - 1));
	}

	@Test
	void theNextChangeStopsIt() throws Exception {
		final Screen screen = new Screen();
		try (Preview preview = new Preview(new PreviewSource(large()), screen)) {
			preview.request(DreamParams.parse("octaves=4 iterations=20"), true);
			Windows.await(() -> screen.heard.stream().anyMatch(text -> text.startsWith("preview:")) ? true : null);
			preview.request(DreamParams.parse("octaves=1 iterations=1"), true);
			Windows.await(() -> screen.picture);
			EventQueue.invokeAndWait(() -> {});
		}
		assertEquals(1, screen.pictures());
	}

	@Test
	void mistakesAreToldAndTheNextRequestWorks() throws Exception {
		final Screen screen = new Screen();
		try (Preview preview = new Preview(new PreviewSource(SampleSky.draw(64, 48)), screen)) {
			preview.request(DreamParams.parse("layer=mixed4q"), true);
			Windows.await(() -> screen.heard.stream().anyMatch(text -> text.contains("did you mean")) ? true : null);
			preview.request(DreamParams.parse("model=nothing"), true);
			Windows.await(() -> screen.heard.stream().anyMatch(text -> text.contains("\"nothing\"")) ? true : null);
			preview.request(DreamParams.parse("octaves=1 iterations=1"), true);
			Windows.await(() -> screen.picture);
		}
		assertEquals(64, screen.picture.getWidth(null));
	}

	/** While a user reads the dialog, the layer's gradient is compiled, so that OK starts to dream at once. */
	@Test
	void withoutAPictureTheDreamIsPrepared() throws Exception {
		DeepDream.closeCached();
		try (Preview preview = new Preview(new PreviewSource(large()), new Screen())) {
			preview.request(DreamParams.parse("layer=mixed3a"), false);
			Windows.await(() -> held() > 0 ? true : null);
		}
		assertTrue(held() > 0);
		DeepDream.closeCached();
		assertEquals(0, held());
	}

	private static long held() {
		try (GradientEngine engine = Engines.share(ModelCatalogue.find(ModelCatalogue.EMBEDDED), DreamListener.SILENT)) {
			return engine.retainedBytes();
		}
	}

	@Test
	void closingEndsItsThread() throws Exception {
		final Preview preview = new Preview(new PreviewSource(large()), new Screen());
		preview.request(DreamParams.parse("octaves=4 iterations=20"), true);
		Thread.sleep(500);
		preview.close();
		assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals(
			"DeepDream preview")));
	}

	@Test
	void thePieceShowsTheSelectionsMiddle() {
		final ImagePlus image = large();
		image.setRoi(new Roi(700, 500, 100, 80));
		final int[] piece = (int[]) new PreviewSource(image).before().getPixels();
		// the selection's centre, 750,540, is the piece's
		assertEquals(image.getProcessor().get(630, 420), piece[0]);
		assertEquals(image.getProcessor().get(869, 659), piece[piece.length - 1]);
	}

	@Test
	void noiseIsPreviewedSmall() throws Exception {
		final Screen screen = new Screen();
		try (Preview preview = new Preview(new PreviewSource(null), screen)) {
			preview.request(DreamParams.fromNoise().withOptions("width=60 height=900 iterations=2"), true);
			Windows.await(() -> screen.picture);
		}
		assertEquals(60, screen.picture.getWidth(null));
		assertEquals(128, screen.picture.getHeight(null));
	}
}
