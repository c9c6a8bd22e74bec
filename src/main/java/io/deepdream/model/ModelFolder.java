package io.deepdream.model;

import java.nio.file.Path;

/**
 * The folder of networks of the application that contains DeepDream, found by
 * {@link java.util.ServiceLoader}, since this package depends on no application.
 */
public interface ModelFolder {

	/** A folder, which need not exist; null if there is none here. */
	Path path();
}
