package io.deepdream.train;

import java.util.List;

/** The layers by which an Inception v1 is taught and judged. */
final class Layers {

	/** Every block's output. */
	static final List<String> BLOCKS = List.of("mixed3a", "mixed3b", "mixed4a", "mixed4b", "mixed4c", "mixed4d",
		"mixed4e", "mixed5a", "mixed5b");
	/** Blocks whose dreams are judged. */
	static final List<String> DREAMED = BLOCKS.subList(1, 8);
	/** The layer of the paper's pictures, whose channels keep their numbers. */
	static final String MATCHED = "mixed4d_3x3_bottleneck_pre_relu";

	private Layers() {}
}
