package io.deepdream.engine;

/** The two spatial axes of an image; kernels, strides and paddings can differ between them. */
public enum Axis {
	WIDTH, HEIGHT
}
