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

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * A class loader that searches its own jars first. ImageJ has a single class path,
 * which may contain another TensorFlow, such as StarDist's, or another protobuf; this
 * class loader isolates them from those of DeepDream.
 */
final class ChildFirstLoader extends URLClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final String own;
	private final String isolated;

	/**
	 * @param urls jars, including the one that contains the isolated package
	 * @param parent class loader of all other classes
	 * @param own prefix of class names that are always loaded by the parent, so that both
	 *          sides share the interfaces
	 * @param isolated prefix of the exceptions among them, which are loaded from the jars
	 */
	ChildFirstLoader(final URL[] urls, final ClassLoader parent, final String own, final String isolated) {
		super(urls, parent);
		this.own = own;
		this.isolated = isolated;
	}

	@Override
	protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
		if (name.startsWith("java.") || name.startsWith(own) && !name.startsWith(isolated)) return super.loadClass(name, resolve);
		synchronized (getClassLoadingLock(name)) {
			Class<?> found = findLoadedClass(name);
			if (found == null) try {
				found = findClass(name);
			}
			catch (final ClassNotFoundException exc) {
				return super.loadClass(name, resolve);
			}
			if (resolve) resolveClass(found);
			return found;
		}
	}

	@Override
	public URL getResource(final String name) {
		final URL found = findResource(name);
		return found == null ? super.getResource(name) : found;
	}

	@Override
	public Enumeration<URL> getResources(final String name) throws IOException {
		final List<URL> all = Collections.list(findResources(name));
		all.addAll(Collections.list(super.getResources(name)));
		return Collections.enumeration(all);
	}
}
