package io.deepdream.params;

/** What a dream starts from. */
public enum Start {
	IMAGE, NOISE
}
