package io.deepdream;

import io.deepdream.engine.Activations;

/** Similarity of two pictures by the Gram matrices of a layer's activations. */
public final class GramMatrices {

	private GramMatrices() {}

	/** For each pair of a layer's channels, the sum over positions of the product of their activations. */
	private static double[][] of(final Activations activations) {
		final int channels = activations.channels();
		final double[][] gram = new double[channels][channels];
		for (int y = 0; y < activations.height(); y++)
			for (int x = 0; x < activations.width(); x++)
				for (int a = 0; a < channels; a++)
					for (int b = 0; b < channels; b++)
						gram[a][b] += (double) activations.get(x, y, a) * activations.get(x, y, b);
		return gram;
	}

	private static double dot(final double[][] a, final double[][] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < a.length; j++)
				sum += a[i][j] * b[i][j];
		return sum;
	}

	/** The cosine similarity of the pictures' Gram matrices. */
	public static double similarity(final Activations one, final Activations other) {
		final double[][] a = of(one);
		final double[][] b = of(other);
		return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
	}
}
