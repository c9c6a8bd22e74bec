package io.deepdream.params;

/** How the gradient of an octave is computed. */
public enum Mode {

	/** Tile by tile in bounded memory. */
	TILED,

	/** The whole image in one run of the network. */
	NAIVE
}
