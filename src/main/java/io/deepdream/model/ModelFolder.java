package io.deepdream.model;

import java.nio.file.Path;

/**
 * Provides the application's folder of networks. Implementations are found by
 * {@link java.util.ServiceLoader}, since this package does not depend on the
 * application.
 */
public interface ModelFolder {

	/** The folder, which need not exist; null if the application has none. */
	Path path();
}
