package io.deepdream.dream;

import io.deepdream.image.Moments;

/** What a gradient is divided by before a step; the two make visibly different pictures. */
enum Normalisation {
	/** Standard deviation, + 1e-8 (the tutorial's naive and multiscale renderers). */
	STD {

		@Override
		double of(final float[] gradient) {
			return Moments.of(gradient, gradient.length).std() + 1e-8;
		}
	},
	/** Mean absolute value, + 1e-7 (the original Caffe notebook and the tutorial's octaves). */
	MEAN {

		@Override
		double of(final float[] gradient) {
			return Moments.meanAbsolute(gradient, gradient.length) + 1e-7;
		}
	};

	abstract double of(float[] gradient);
}
