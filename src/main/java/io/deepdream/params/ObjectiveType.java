package io.deepdream.params;

/** The function of the chosen channels' activations that is maximised; each but AUTO is the name of an objective of the engine. */
public enum ObjectiveType {

	/** Mean square if all channels are chosen, otherwise the mean. */
	AUTO,

	/** Mean activation. */
	MEAN,

	/** Mean of the squared activations. */
	SQUARE
}
