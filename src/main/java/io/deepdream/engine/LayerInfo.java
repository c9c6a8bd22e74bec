package io.deepdream.engine;

/** Name, operation and geometry of a layer. */
public final class LayerInfo {

	private final String name;
	private final String op;
	private final int channels;
	private final int stride;
	private final int receptiveField;
	private final String beforeRelu;

	/**
	 * @param name name of the node in the graph
	 * @param op TensorFlow's name of the operation, such as Relu
	 * @param channels number of channels
	 * @param stride pixels between neighbouring positions
	 * @param receptiveField side of the receptive field, in pixels
	 * @param beforeRelu name of the input layer of a ReLU; null for other operations
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

	/** Pixels between neighbouring positions of the layer. */
	public int stride() {
		return stride;
	}

	/** Side of the receptive field, in pixels. */
	public int receptiveField() {
		return receptiveField;
	}

	/**
	 * Name of the input layer of a ReLU, whose gradient does not vanish where the ReLU is
	 * zero; null for other operations.
	 */
	public String beforeRelu() {
		return beforeRelu;
	}
}
