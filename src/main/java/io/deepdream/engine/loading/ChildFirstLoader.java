package io.deepdream.engine.loading;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Takes classes and resources from its own jars first. On ImageJ's one flat class
 * path may stand another TensorFlow, such as StarDist's, or another protobuf: with
 * this loader neither meets ours.
 */
final class ChildFirstLoader extends URLClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final String own;
	private final String isolated;

	/**
	 * @param urls jars, and where the isolated package is
	 * @param own prefix of class names that always come from the parent, so that
	 *          interfaces are the same on both sides
	 * @param isolated prefix of those among them that do not
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
