package io.deepdream.params;

/** What a gradient is divided by before a step; the two make visibly different pictures. */
public enum Normalisation {

	/** Its standard deviation, as in the naive and multiscale renderers of the DeepDream tutorial. */
	STD,

	/** Its mean absolute value, as in the original Caffe notebook and the tutorial's octaves. */
	MEAN
}
