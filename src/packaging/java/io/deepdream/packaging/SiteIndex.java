package io.deepdream.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads and writes db.xml.gz, by which ImageJ's updater knows a site. The updater
 * takes white space before an element for a part of its text, so that there is none.
 */
final class SiteIndex {

	static final String FILE = "db.xml.gz";

	private SiteIndex() {}

	/** @return empty if there is no index yet */
	static List<SiteFile> read(final Path site) throws IOException {
		final List<SiteFile> files = new ArrayList<>();
		if (!Files.exists(site.resolve(FILE))) return files;
		try (InputStream in = new GZIPInputStream(Files.newInputStream(site.resolve(FILE)))) {
			for (final Element plugin : children(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
				.getDocumentElement(), "plugin"))
				files.add(file(plugin));
		}
		catch (final ParserConfigurationException | SAXException exc) {
			throw new IOException("The index " + site.resolve(FILE) + " is damaged: take it from a copy of the site.", exc);
		}
		return files;
	}

	private static SiteFile file(final Element plugin) {
		final String filename = plugin.getAttribute("filename");
		final List<String> platforms = new ArrayList<>();
		for (final Element platform : children(plugin, "platform"))
			platforms.add(platform.getTextContent());
		SiteVersion current = null;
		long size = 0;
		for (final Element version : children(plugin, "version")) {
			current = version(version, filename);
			size = number(version, "filesize");
		}
		final List<SiteVersion> previous = new ArrayList<>();
		for (final Element version : children(plugin, "previous-version"))
			previous.add(version(version, version.getAttribute("filename")));
		return new SiteFile(filename, platforms, current, size, previous);
	}

	private static SiteVersion version(final Element element, final String filename) {
		return new SiteVersion(filename, element.getAttribute("checksum"), number(element, "timestamp"), number(element,
			"timestamp-obsolete"));
	}

	private static long number(final Element element, final String attribute) {
		final String text = element.getAttribute(attribute);
		return text.isEmpty() ? 0 : Long.parseLong(text);
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> children = new ArrayList<>();
		final NodeList nodes = parent.getElementsByTagName(name);
		for (int i = 0; i < nodes.getLength(); i++)
			children.add((Element) nodes.item(i));
		return children;
	}

	/** @param about says what the updater shows beside a file */
	static void write(final Path site, final Collection<SiteFile> files, final SiteDescription about) throws IOException {
		final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pluginRecords>");
		for (final SiteFile file : files)
			xml.append(xml(file, files, about));
		xml.append("</pluginRecords>\n");
		final Path part = site.resolve(FILE + ".part");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
			out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
		}
		// never half an index, not even for a moment
		Files.move(part, site.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
	}

	private static String xml(final SiteFile file, final Collection<SiteFile> all, final SiteDescription about) {
		final StringBuilder xml = new StringBuilder("<plugin" + attribute("filename", file.filename()) + ">");
		for (final String platform : file.platforms())
			xml.append(element("platform", platform));
		if (file.current() != null) {
			xml.append("<version").append(attribute("checksum", file.current().checksum())).append(attribute("timestamp", file
				.current().timestamp())).append(attribute("filesize", file.size())).append('>');
			xml.append(element("description", about.description(file)));
			for (final SiteFile needed : about.neededBy(file, all))
				xml.append("<dependency").append(attribute("filename", needed.key())).append(attribute("timestamp", needed
					.current().timestamp())).append("/>");
			for (final String link : about.links(file))
				xml.append(element("link", link));
			for (final String author : about.authors(file))
				xml.append(element("author", author));
			xml.append("</version>");
		}
		for (final SiteVersion version : file.previous())
			xml.append("<previous-version").append(attribute("timestamp", version.timestamp())).append(attribute(
				"timestamp-obsolete", version.obsoleteSince())).append(attribute("checksum", version.checksum())).append(attribute(
					"filename", version.filename())).append("/>");
		return xml.append("</plugin>").toString();
	}

	private static String element(final String name, final String text) {
		return "<" + name + ">" + escape(text) + "</" + name + ">";
	}

	private static String attribute(final String name, final Object value) {
		return " " + name + "=\"" + escape(value.toString()) + "\"";
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
