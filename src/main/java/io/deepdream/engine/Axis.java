package io.deepdream.engine;

/** The two axes of a picture, each with its own kernels, strides and paddings. */
public enum Axis {
	WIDTH, HEIGHT
}
