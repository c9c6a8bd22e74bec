package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.NoteTaker;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

/** The algorithm on a network that can be worked out by hand. */
class DreamerTest {

	private final AveragingEngine engine = new AveragingEngine();
	private long available = Long.MAX_VALUE;

	private static ArrayImg<FloatType, FloatArray> gray(final int w, final int h) {
		final ArrayImg<FloatType, FloatArray> picture = Pictures.create(w, h);
		java.util.Arrays.fill(Pictures.data(picture), 100);
		return picture;
	}

	private Dreamer dreamer(final String options, final DreamListener listener) {
		return new Dreamer(engine, new Objective("cells", "0", "mean", engine.layers()), DreamParams.parse(options),
			listener, available);
	}

	/**
	 * The gradient is a on red and 0 elsewhere: its standard deviation is a *
	 * sqrt(2)/3 and its mean absolute value a/3, so that a step of 1 moves red by
	 * 3/sqrt(2), or by 3.
	 */
	@Test
	void aStepIsDividedByTheChosenNormalisation() {
		for (final String[] expected : new String[][] { { "std", "2.12132" }, { "mean", "3" } }) {
			final ArrayImg<FloatType, FloatArray> base = gray(16, 12);
			final Dream dream = dreamer("octaves=1 iterations=4 step=1 normalise=" + expected[0], DreamListener.SILENT)
				.fromPicture(base);
			final float[] data = Pictures.data(dream.picture());
			for (int i = 0; i < data.length; i++)
				assertEquals(i % 3 == 0 ? 100 + 4 * Double.parseDouble(expected[1]) : 100, data[i], 2e-3);
			assertEquals(100, Pictures.data(base)[0], "the input is not changed");
		}
	}

	@Test
	void detailIsCarriedUpThroughTheOctaves() {
		final Dream dream = dreamer("octaves=3 ratio=1.5 iterations=2 step=1 normalise=mean", DreamListener.SILENT)
			.fromPicture(gray(48, 36));
		assertEquals(3, dream.octaves());
		assertEquals(100 + 3 * 2 * 3, Pictures.data(dream.picture())[0], 1e-2);
		assertEquals(6, dream.scores().size());
	}

	@Test
	void picturesStayInRangeAndNoiseDoesNot() {
		final Dream dream = dreamer("octaves=1 iterations=100 step=5", DreamListener.SILENT).fromPicture(gray(8, 8));
		assertEquals(255, Pictures.data(dream.picture())[0]);
		final Dream noise = dreamer("start=noise width=8 height=8 octaves=1 iterations=100 step=5", DreamListener.SILENT)
			.fromNoise();
		final List<Double> scores = noise.scores();
		assertTrue(scores.get(99) > 16 * 255, "the climb is not bounded: " + scores.get(99));
		assertEquals(100.5 * 16, scores.get(0), 8);
	}

	@Test
	void theSeedDecidesTheNoise() {
		final String options = "start=noise width=9 height=7 octaves=1 iterations=1 seed=";
		final float[] a = Pictures.data(dreamer(options + 1, DreamListener.SILENT).fromNoise().picture());
		assertArrayEquals(a, Pictures.data(dreamer(options + 1, DreamListener.SILENT).fromNoise().picture()));
		assertFalse(java.util.Arrays.equals(a, Pictures.data(dreamer(options + 2, DreamListener.SILENT).fromNoise()
			.picture())));
	}

	@Test
	void progressNeverFallsAndEndsAtOne() {
		final List<Double> seen = new ArrayList<>();
		dreamer("octaves=3 iterations=5 tile=32", new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				if (!seen.isEmpty()) assertTrue(done > seen.get(seen.size() - 1));
				seen.add(done);
			}
		}).fromPicture(gray(100, 70));
		assertEquals(1, seen.get(seen.size() - 1));
	}

	/** Cancels before the n-th tile. */
	private static DreamListener cancelAfter(final int tiles) {
		return new DreamListener() {

			private int asked;

			@Override
			public boolean isCancelled() {
				return asked++ >= tiles;
			}
		};
	}

	@Test
	void cancellingLeavesTheLastFinishedOctaveOrNothing() {
		final String options = "mode=naive octaves=3 ratio=2 iterations=5";
		final Dream nothing = dreamer(options, cancelAfter(4)).fromPicture(gray(64, 48));
		assertTrue(nothing.cancelled());
		assertNull(nothing.picture());
		final Dream first = dreamer(options, cancelAfter(7)).fromPicture(gray(64, 48));
		assertTrue(first.cancelled());
		assertEquals(1, first.octavesDone());
		assertEquals(16, Pictures.width(first.picture()));
		assertEquals(12, Pictures.height(first.picture()));
		assertFalse(dreamer(options, cancelAfter(15)).fromPicture(gray(64, 48)).cancelled());
	}

	@Test
	void tinyOctavesAreSkippedWithANote() {
		final NoteTaker taker = new NoteTaker();
		final Dream dream = dreamer("octaves=10 ratio=2 iterations=1", taker).fromPicture(gray(40, 28));
		assertEquals(2, dream.octaves());
		assertEquals(1, taker.notes().size());
		assertTrue(taker.notes().get(0).contains("Of 10 octaves only 2"), taker.notes().get(0));
	}

	@Test
	void anImageBelowOnePositionIsRefused() {
		final String sentence = assertThrows(DreamException.class, () -> dreamer("", DreamListener.SILENT).fromPicture(
			gray(1, 1))).getMessage();
		assertTrue(sentence.contains("1x1") && sentence.contains("cells"), sentence);
	}

	@Test
	void naiveModeIsRefusedBeforeItStartsWhereMemoryDoesNotSuffice() {
		available = 100L * 100 * AveragingEngine.BYTES_PER_PIXEL;
		dreamer("mode=naive iterations=1", DreamListener.SILENT).fromPicture(gray(100, 100));
		final DreamListener mute = new DreamListener() {

			@Override
			public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
				final double score)
			{
				throw new AssertionError("it started");
			}
		};
		final String sentence = assertThrows(DreamException.class, () -> dreamer("mode=naive", mute).fromPicture(gray(101,
			100))).getMessage();
		assertTrue(sentence.contains("101x100") && sentence.contains("1 MB") && sentence.contains("mode=tiled"), sentence);
	}

	@Test
	void tilesShrinkByThemselvesAndSaySo() {
		available = 70L * 70 * AveragingEngine.BYTES_PER_PIXEL;
		final NoteTaker listener = new NoteTaker();
		dreamer("tile=256 overlap=0 octaves=1 iterations=1", listener).fromPicture(gray(300, 200));
		assertEquals(1, listener.notes().size());
		assertTrue(listener.notes().get(0).contains("64 pixels") && listener.notes().get(0).contains("256"), listener.notes()
			.get(0));
		available = 20L * 20 * AveragingEngine.BYTES_PER_PIXEL;
		assertThrows(DreamException.class, () -> dreamer("tile=256 overlap=0", listener).fromPicture(gray(300, 200)));
	}

	/** Fails before the n-th tile. */
	private static NoteTaker failAfter(final int tiles, final Runnable fault) {
		return new NoteTaker() {

			private int asked;

			@Override
			public boolean isCancelled() {
				if (asked++ >= tiles) fault.run();
				return false;
			}
		};
	}

	@Test
	void aFaultInALaterOctaveKeepsTheFinishedOne() {
		final NoteTaker taker = failAfter(7, () -> {
			throw new DreamException("The gradient is gone.");
		});
		final Dream dream = dreamer("mode=naive octaves=3 ratio=2 iterations=5", taker).fromPicture(gray(64, 48));
		assertEquals(1, dream.octavesDone());
		assertTrue(taker.notes().get(0).startsWith("The gradient is gone. The last finished octave, 1 of 3"), taker.notes()
			.toString());
	}

	@Test
	void afterMemoryRanOutTheLastFinishedOctaveIsKept() {
		final Runnable exhausted = () -> {
			throw new OutOfMemoryError("a test's");
		};
		final NoteTaker taker = failAfter(7, exhausted);
		final String options = "mode=naive octaves=3 ratio=2 iterations=5";
		final Dream dream = dreamer(options, taker).fromPicture(gray(64, 48));
		assertEquals(1, dream.octavesDone());
		assertEquals(16, Pictures.width(dream.picture()));
		assertTrue(taker.notes().get(0).contains("octave 2 of 3") && taker.notes().get(0).contains("kept"), taker.notes()
			.toString());
		final String sentence = assertThrows(DreamException.class, () -> dreamer(options, failAfter(2, exhausted))
			.fromPicture(gray(64, 48))).getMessage();
		assertTrue(sentence.contains("smaller tile"), sentence);
	}

	/** A side of 776 is cut in two windows of 452; the octave of 554 before it is one tile, and needs more. */
	@Test
	void theTileFitsInEveryOctave() {
		final Objective objective = new Objective("cells", "0", "mean", engine.layers());
		final long room = 460L * 460 * AveragingEngine.BYTES_PER_PIXEL;
		final int[] small = { 554, 554 };
		final int[] full = { 776, 776 };
		final DreamParams params = DreamParams.parse("tile=512 overlap=64");
		assertEquals(512, new TilePlan(engine, objective, params, List.of(full), room).tile());
		assertEquals(256, new TilePlan(engine, objective, params, List.of(small, full), room).tile());
	}
}
