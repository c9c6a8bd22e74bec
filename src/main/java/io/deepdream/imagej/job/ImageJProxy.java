package io.deepdream.imagej.job;

import java.net.InetSocketAddress;
import java.net.ProxySelector;

import ij.Prefs;

/**
 * The proxy of Edit &gt; Options &gt; Proxy Settings. ImageJ sets Java's proxy
 * properties only when its main window opens; this class also works without the window.
 */
final class ImageJProxy {

	private ImageJProxy() {}

	/** Null = use Java's own settings. */
	static ProxySelector selector() {
		for (final String property : new String[] { "https.proxyHost", "http.proxyHost", "socksProxyHost" })
			if (System.getProperty(property) != null) return null;
		final String host = Prefs.get("proxy.server", "").trim();
		final int port = (int) Prefs.get("proxy.port", 0);
		return host.isEmpty() || port <= 0 || port > 0xffff ? null : ProxySelector.of(new InetSocketAddress(host, port));
	}
}
