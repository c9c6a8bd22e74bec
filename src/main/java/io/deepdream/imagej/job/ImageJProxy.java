package io.deepdream.imagej.job;

import java.net.InetSocketAddress;
import java.net.ProxySelector;

import ij.Prefs;

/**
 * The proxy of Edit &gt; Options &gt; Proxy Settings. ImageJ's window passes it to
 * Java when it opens; without the window, this class does.
 */
final class ImageJProxy {

	private ImageJProxy() {}

	/** Null = Java's own settings are to be used. */
	static ProxySelector selector() {
		for (final String property : new String[] { "https.proxyHost", "http.proxyHost", "socksProxyHost" })
			if (System.getProperty(property) != null) return null;
		final String host = Prefs.get("proxy.server", "").trim();
		final int port = (int) Prefs.get("proxy.port", 0);
		return host.isEmpty() || port <= 0 || port > 0xffff ? null : ProxySelector.of(new InetSocketAddress(host, port));
	}
}
