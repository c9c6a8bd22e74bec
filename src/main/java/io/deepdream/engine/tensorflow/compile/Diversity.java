package io.deepdream.engine.tensorflow.compile;

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * Pushes the pictures of a batch apart (C. Olah, A. Mordvintsev, L. Schubert 2017),
 * by the cosine similarity of their Gram matrices: the correlations among the
 * channels of a layer.
 * <p>
 * With F the layer's values for one picture, a row for each position, G = F'F its
 * Gram matrix, u = G / |G|, and U the sum of all pictures' u, the sum of u.v over
 * all pairs has the derivative (U - (u.U)u) / |G| by G, in which the picture's own
 * share drops out, and by F twice F times it.
 * </p>
 */
final class Diversity {

	/** Instead of the size of a Gram matrix that is zero. */
	private static final float LEAST = 1e-20f;

	private Diversity() {}

	/**
	 * The derivative of minus the sum of the similarities of all pairs, times the root
	 * mean square length of the layer's feature vectors: so it weighs the same in
	 * layers of large and of small values. That length is taken as constant.
	 *
	 * @param layer of n pictures: [n, height, width, channels]
	 * @return of the layer's shape
	 */
	static Operand<TFloat32> derivative(final Ops tf, final Output<TFloat32> layer) {
		final int channels = (int) layer.shape().size(3);
		final Operand<TFloat32> features = tf.reshape(layer, tf.concat(List.of(tf.slice(tf.shape(layer), tf.array(0), tf
			.array(1)), tf.array(-1, channels)), tf.constant(0)));
		final Operand<TFloat32> gram = tf.reshape(tf.train.batchMatMul(features, features, TFloat32.class, BatchMatMul.adjX(
			true)), tf.array(-1, channels * channels));
		final Operand<TFloat32> size = tf.math.maximum(tf.math.sqrt(overColumns(tf, tf.math.square(gram))), tf.constant(
			LEAST));
		final Operand<TFloat32> direction = tf.math.div(gram, size);
		final Operand<TFloat32> all = tf.sum(direction, tf.constant(0), Sum.keepDims(true));
		final Operand<TFloat32> similarity = overColumns(tf, tf.math.mul(direction, all));
		final Operand<TFloat32> byGram = tf.math.div(tf.math.sub(all, tf.math.mul(similarity, direction)), size);
		final Operand<TFloat32> byFeatures = tf.train.batchMatMul(features, tf.reshape(byGram, tf.array(-1, channels,
			channels)), TFloat32.class);
		final Operand<TFloat32> length = tf.math.sqrt(tf.math.mul(tf.constant((float) channels), tf.math.mean(tf.math.square(
			tf.reshape(layer, tf.array(-1))), tf.constant(0))));
		return tf.reshape(tf.math.mul(byFeatures, tf.math.mul(tf.constant(-2f), length)), tf.shape(layer));
	}

	/** [n, 1]: the sum of each row. */
	private static Operand<TFloat32> overColumns(final Ops tf, final Operand<TFloat32> x) {
		return tf.sum(x, tf.constant(1), Sum.keepDims(true));
	}
}
