package io.deepdream.params;

/** The function of the chosen channels' activations that is maximised. */
public enum ObjectiveType {

	/** Mean square if all channels are chosen, otherwise the mean. */
	AUTO,

	/** Mean activation. */
	MEAN,

	/** Mean of the squared activations. */
	SQUARE
}
