package io.deepdream.dream;

/** A picture on its way up: what the network sees of it, and how a gradient moves it. */
interface AscentMethod {

	/** What the network is to see next: RGB, 3 * width * height numbers, not to be changed. */
	float[] view();

	/**
	 * Moves the picture.
	 *
	 * @param gradient the derivative by what was last viewed; may be changed here
	 */
	void step(float[] gradient);
}
