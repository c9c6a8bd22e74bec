package io.deepdream.engine;

/** What a user can choose a layer by. */
public final class LayerInfo {

	private final String name;
	private final String op;
	private final int channels;
	private final int stride;
	private final int receptiveField;
	private final String beforeRelu;

	/**
	 * @param beforeRelu the layer that this one clips at zero; null if this is
	 *          no ReLU
	 */
	public LayerInfo(final String name, final String op, final int channels, final int stride,
		final int receptiveField, final String beforeRelu)
	{
		this.name = name;
		this.op = op;
		this.channels = channels;
		this.stride = stride;
		this.receptiveField = receptiveField;
		this.beforeRelu = beforeRelu;
	}

	public String name() {
		return name;
	}

	/** TensorFlow's name of the operation, such as Relu. */
	public String op() {
		return op;
	}

	public int channels() {
		return channels;
	}

	/** Pixels from one position of the layer to the next. */
	public int stride() {
		return stride;
	}

	/** Side of the receptive field, in pixels. */
	public int receptiveField() {
		return receptiveField;
	}

	/** The layer before the ReLU, whose gradient is never zero for negative values; null if this is no ReLU. */
	public String beforeRelu() {
		return beforeRelu;
	}
}
