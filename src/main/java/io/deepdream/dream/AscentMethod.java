package io.deepdream.dream;

/** How a picture is parametrised during gradient ascent: the network's input, and its update by a gradient. */
interface AscentMethod {

	/** The next input of the network: RGB, 3 * width * height values, not to be modified. */
	float[] input();

	/**
	 * Updates the picture.
	 *
	 * @param gradient the derivative with respect to the last input; may be modified
	 */
	void step(float[] gradient);
}
