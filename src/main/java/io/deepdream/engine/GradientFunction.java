package io.deepdream.engine;

import java.util.List;

import io.deepdream.params.Precision;

/** A compiled objective: its value and its gradient at a picture. Several threads may evaluate it at a time. */
public interface GradientFunction extends AutoCloseable {

	/**
	 * Evaluates the sum of the terms over their regions.
	 *
	 * @param pixels RGB 0..255, channel fastest, then x, then y; its first 3 *
	 *          width * height numbers are read
	 * @param regions one for each term
	 * @param gradient receives the derivative with respect to each of the pixels,
	 *          in the same order
	 * @return the objective
	 */
	double evaluate(float[] pixels, int width, int height, List<Region> regions, float[] gradient);

	/** What was found wrong with it on this machine, as sentences for the user: gradients are checked when they are compiled. */
	default List<String> warnings() {
		return List.of();
	}

	/** What it is computed with, which may not be what was asked for. */
	default Precision precision() {
		return Precision.EXACT;
	}

	@Override
	void close();
}
