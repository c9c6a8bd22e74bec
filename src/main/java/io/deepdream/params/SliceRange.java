package io.deepdream.params;

/** Which slices of a stack are dreamed. */
public enum SliceRange {
	CURRENT, ALL
}
