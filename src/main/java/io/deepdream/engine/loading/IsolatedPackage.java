/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.engine.loading;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import io.deepdream.params.DreamException;

/**
 * Loads a package that uses a library, and the library, apart from ImageJ's class path, where
 * other plugins can have another version of it. Packages are named without io.deepdream.
 */
public final class IsolatedPackage {

	private static final String OWN_PREFIX = "io.deepdream.";

	private IsolatedPackage() {}

	/**
	 * A new instance of the first implementation of a service in a package.
	 *
	 * @param service the interface, which both sides share
	 * @return empty if there is none
	 * @throws DreamException as {@link #loader(Class, String)}
	 * @throws ServiceConfigurationError if the implementation cannot be loaded
	 */
	public static <T> Optional<T> service(final Class<T> service, final String name) {
		return ServiceLoader.load(service, loader(service, name)).findFirst();
	}

	/**
	 * A class loader for a package and its library.
	 *
	 * @param type a class of this plugin; its class loader loads what the package shares with it
	 * @throws DreamException if jars of the platform are missing, or it is not supported
	 */
	public static ClassLoader loader(final Class<?> type, final String name) {
		return loader(type, name, () -> Requirements.check(new ThisMachine()));
	}

	/**
	 * A class loader for a package and its library, for a known platform.
	 *
	 * @param type a class of this plugin; its class loader loads what the package shares with it
	 * @param platform not called in development, where all libraries are on the class path
	 * @throws DreamException if jars of the platform are missing
	 */
	public static ClassLoader loader(final Class<?> type, final String name, final Supplier<Platform> platform) {
		final ClassLoader parent = type.getClassLoader();
		return LibraryFolder.of(type).map(folder -> folder.loader(platform.get(), parent, OWN_PREFIX, OWN_PREFIX + name + "."))
			.orElse(parent);
	}
}
