package io.deepdream.train.network;

import org.tensorflow.types.TFloat32;

/** Contents of tensors as arrays. */
final class Tensors {

	private Tensors() {}

	/** All values of a tensor, in row-major order. */
	static float[] values(final TFloat32 tensor) {
		final float[] values = new float[(int) tensor.size()];
		tensor.asRawTensor().data().asFloats().read(values);
		return values;
	}
}
