package io.deepdream.model;

import java.nio.file.Path;

/**
 * Tells where networks are kept beside the program that this is a part of; found
 * by {@link java.util.ServiceLoader}, since this room knows no program.
 */
public interface ModelFolder {

	/** A folder, which need not exist; null if there is none here. */
	Path path();
}
