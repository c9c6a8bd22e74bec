package io.deepdream.imagej;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Starts Java processes from tests. */
public final class ChildProcess {

	private ChildProcess() {}

	/** The class path of the running test, in Maven or an IDE. */
	public static String classPath() throws Exception {
		final Set<String> path = new LinkedHashSet<>();
		for (final String key : new String[] { "surefire.test.class.path", "java.class.path" })
			if (System.getProperty(key) != null) path.add(System.getProperty(key));
		final ClassLoader loader = Thread.currentThread().getContextClassLoader();
		if (loader instanceof URLClassLoader) for (final URL url : ((URLClassLoader) loader).getURLs())
			path.add(Path.of(url.toURI()).toString());
		return String.join(File.pathSeparator, path);
	}
}
