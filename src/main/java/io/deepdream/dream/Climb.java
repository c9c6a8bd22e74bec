package io.deepdream.dream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/** One picture on its way up from noise: what the network sees of it, and how a gradient moves it. */
interface Climb {

	/**
	 * Writes what the network is to see next.
	 *
	 * @param pixels receives RGB, 3 * width * height numbers
	 * @param offset where they begin
	 */
	void view(float[] pixels, int offset);

	/**
	 * Moves the picture.
	 *
	 * @param gradient the derivative by what was last viewed
	 * @param offset where it begins
	 * @param step in grey levels
	 */
	void step(float[] gradient, int offset, double step);

	/** The picture to show, RGB 0..255. */
	ArrayImg<FloatType, FloatArray> picture();
}
