package io.deepdream.engine;

import java.util.List;

import io.deepdream.params.Precision;

/** A compiled objective: its value and its gradient with respect to the image. Thread-safe. */
public interface GradientFunction extends AutoCloseable {

	/**
	 * Evaluates the sum of the terms over their regions.
	 *
	 * @param pixels one image of shape [height, width, 3], RGB 0..255; only the first 3 *
	 *          width * height values are read
	 * @param regions one for each term
	 * @param gradient receives the derivative with respect to each value of the image, in
	 *          the same order
	 * @return the score
	 */
	double evaluate(float[] pixels, int width, int height, List<Region> regions, float[] gradient);

	/** Warnings of the self-check on this machine, one sentence each, for the user. */
	default List<String> warnings() {
		return List.of();
	}

	/** The precision of the computation; it can differ from the requested one. */
	default Precision precision() {
		return Precision.EXACT;
	}

	@Override
	void close();
}
