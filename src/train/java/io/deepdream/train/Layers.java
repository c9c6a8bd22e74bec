package io.deepdream.train;

import java.util.List;

/** The layers on which an Inception v1 is trained and evaluated. */
final class Layers {

	/** Every block's output. */
	static final List<String> BLOCKS = List.of("mixed3a", "mixed3b", "mixed4a", "mixed4b", "mixed4c", "mixed4d",
		"mixed4e", "mixed5a", "mixed5b");
	/** Blocks whose dreams are evaluated. */
	static final List<String> DREAMED = BLOCKS.subList(1, 8);
	/** The layer whose channels are matched one to one, so that their numbers keep their meaning. */
	static final String MATCHED = "mixed4d_3x3_bottleneck_pre_relu";

	private Layers() {}
}
