package io.deepdream.dream;

import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;

/** Whether an input of a given size fits in memory, by the engine's estimate. */
public final class MemoryLimit {

	private static final double MIB = 1 << 20;

	private final double bytesPerPixel;
	private final long fixed;
	private final long available;

	/** @param available bytes that the network may take */
	MemoryLimit(final GradientEngine engine, final Objective objective, final long available) {
		this(engine, objective.terms(), available);
	}

	/** @param available bytes that the network may take */
	MemoryLimit(final GradientEngine engine, final List<Term> terms, final long available) {
		bytesPerPixel = engine.bytesPerPixel(terms);
		fixed = engine.fixedBytes();
		this.available = available;
	}

	/** @throws DreamException if a picture cannot go through the network up to a layer, the whole of it in one run */
	public static void require(final GradientEngine engine, final LayerInfo layer, final int width, final int height,
		final long available)
	{
		final MemoryLimit budget = new MemoryLimit(engine, List.of(new Term(layer.name(), new float[layer.channels()],
			Term.MEAN)), available);
		if (!budget.fits(width, height)) throw budget.refusal(width, height, "crop the image, or scale it down");
	}

	private double bytes(final long width, final long height) {
		return fixed + bytesPerPixel * width * height;
	}

	boolean fits(final long width, final long height) {
		return fits(width, height, 1);
	}

	/** Whether several of them fit at a time. */
	boolean fits(final long width, final long height, final int n) {
		return bytes(n * width, height) <= available;
	}

	/** The figures and what to do, as a sentence. */
	DreamException refusal(final long width, final long height, final String advice) {
		return new DreamException(String.format("%dx%d pixels at once would take about %.0f MB for this layer, and %.0f " +
			"MB are available: %s.", width, height, bytes(width, height) / MIB, available / MIB, advice));
	}
}
