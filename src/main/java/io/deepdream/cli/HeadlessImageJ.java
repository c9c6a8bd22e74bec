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
package io.deepdream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javassist.CannotCompileException;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.LoaderClassPath;
import javassist.NotFoundException;
import javassist.expr.ExprEditor;
import javassist.expr.Handler;

import net.imagej.patcher.LegacyInjector;

/**
 * Loads ImageJ and DeepDream anew, with the changes that let Fiji run ImageJ's commands
 * without a display: the table of commands is built without a menu bar, and dialogs read the
 * options of the macro. The changes come from ij1-patcher, whose public methods define the
 * changed classes through {@code ClassLoader.defineClass}, which Java 17 forbids; this class
 * loader defines them itself.
 */
final class HeadlessImageJ extends ClassLoader {

	private static final String PATCHER = LegacyInjector.class.getPackage().getName() + ".";
	private static final String OWN = "io.deepdream.";
	/** Shared with the caller: parameters and exceptions. */
	private static final String SHARED = OWN + "params.";

	private static HeadlessImageJ loaded;

	private final Map<String, byte[]> changed = new HashMap<>();

	/** @param parent loads everything else */
	private HeadlessImageJ(final ClassLoader parent) {
		super(parent);
		final ClassPool pool = new ClassPool(false);
		pool.appendClassPath(new LoaderClassPath(parent));
		pool.appendSystemPath();
		try {
			for (final CtClass type : withoutDisplay(pool))
				changed.put(type.getName(), type.toBytecode());
			final CtClass executer = executer(pool);
			changed.put(executer.getName(), executer.toBytecode());
		}
		catch (final ReflectiveOperationException | NotFoundException | CannotCompileException | IOException exc) {
			throw new IllegalStateException("ImageJ's classes cannot be changed", exc);
		}
	}

	/** The class loader; created once, because ImageJ holds native memory and preferences. */
	static synchronized ClassLoader get() {
		if (loaded == null) loaded = new HeadlessImageJ(HeadlessImageJ.class.getClassLoader());
		return loaded;
	}

	/** The classes that ij1-patcher changes; its own methods to do so are not public. */
	@SuppressWarnings("unchecked")
	private Collection<CtClass> withoutDisplay(final ClassPool pool) throws ReflectiveOperationException {
		final Class<?> changesType = Class.forName(PATCHER + "CodeHacker");
		final Constructor<?> newChanges = changesType.getDeclaredConstructor(ClassLoader.class, ClassPool.class);
		newChanges.setAccessible(true);
		final Object changes = newChanges.newInstance(getParent(), pool);
		final Class<?> headlessType = Class.forName(PATCHER + "LegacyHeadless");
		final Constructor<?> newHeadless = headlessType.getDeclaredConstructor(changesType);
		newHeadless.setAccessible(true);
		final Method patch = headlessType.getDeclaredMethod("patch");
		patch.setAccessible(true);
		patch.invoke(newHeadless.newInstance(changes));
		final Method patched = changesType.getDeclaredMethod("getPatchedClasses");
		patched.setAccessible(true);
		return (Collection<CtClass>) patched.invoke(changes);
	}

	/** ImageJ's executer of commands, changed so that an exception ends the macro; ImageJ only logs its stack trace. */
	private static CtClass executer(final ClassPool pool) throws NotFoundException, CannotCompileException {
		final CtClass executer = pool.get("ij.Executer");
		executer.getDeclaredMethod("run").instrument(new ExprEditor() {

			@Override
			public void edit(final Handler handler) throws CannotCompileException {
				// $1 is the exception
				if (!handler.isFinally()) handler.insertBefore("if (!ij.Macro.MACRO_CANCELED.equals($1.getMessage())) throw new " +
					CommandFailure.class.getName() + "(command, $1);");
			}
		});
		return executer;
	}

	@Override
	protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
		final boolean own = name.startsWith("ij.") || name.startsWith(PATCHER) || name.startsWith(OWN) && !name.startsWith(
			SHARED);
		if (!own) return super.loadClass(name, resolve);
		synchronized (getClassLoadingLock(name)) {
			Class<?> found = findLoadedClass(name);
			if (found == null) found = findClass(name);
			if (resolve) resolveClass(found);
			return found;
		}
	}

	@Override
	protected Class<?> findClass(final String name) throws ClassNotFoundException {
		final String file = name.replace('.', '/') + ".class";
		final URL url = getParent().getResource(file);
		if (url == null) throw new ClassNotFoundException(name);
		try {
			final byte[] bytes = changed.containsKey(name) ? changed.get(name) : read(url);
			return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(new CodeSource(source(url, file),
				(Certificate[]) null), null, this, null));
		}
		catch (final IOException exc) {
			throw new ClassNotFoundException(name, exc);
		}
	}

	private static byte[] read(final URL url) throws IOException {
		try (InputStream in = url.openStream()) {
			return in.readAllBytes();
		}
	}

	/** The jar or folder that contains a file. */
	private static URL source(final URL url, final String file) throws IOException {
		final URLConnection connection = url.openConnection();
		if (connection instanceof JarURLConnection) return ((JarURLConnection) connection).getJarFileURL();
		final String text = url.toString();
		return new URL(text.substring(0, text.length() - file.length()));
	}
}
