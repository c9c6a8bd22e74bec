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
package io.deepdream.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads and writes db.xml.gz, the index of an update site. There is no white space
 * around elements, because ImageJ's updater reads it as part of their text.
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

	/** @param about the descriptions that the updater shows for files */
	static void write(final Path site, final Collection<SiteFile> files, final SiteDescription about) throws IOException {
		final Path part = site.resolve(FILE + ".part");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
			final XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeCharacters("\n");
			xml.writeStartElement("pluginRecords");
			for (final SiteFile file : files)
				write(xml, file, files, about);
			xml.writeEndElement();
			xml.writeCharacters("\n");
			xml.close();
		}
		catch (final XMLStreamException exc) {
			throw new IOException("The index could not be written: " + part, exc);
		}
		// readers never see an incomplete index
		Files.move(part, site.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
	}

	private static void write(final XMLStreamWriter xml, final SiteFile file, final Collection<SiteFile> all,
		final SiteDescription about) throws XMLStreamException
	{
		xml.writeStartElement("plugin");
		xml.writeAttribute("filename", file.filename());
		for (final String platform : file.platforms())
			element(xml, "platform", platform);
		if (file.current() != null) {
			xml.writeStartElement("version");
			xml.writeAttribute("checksum", file.current().checksum());
			attribute(xml, "timestamp", file.current().timestamp());
			attribute(xml, "filesize", file.size());
			element(xml, "description", about.description(file));
			for (final SiteFile needed : about.neededBy(file, all)) {
				xml.writeEmptyElement("dependency");
				xml.writeAttribute("filename", needed.key());
				attribute(xml, "timestamp", needed.current().timestamp());
			}
			for (final String link : about.links(file))
				element(xml, "link", link);
			for (final String author : about.authors(file))
				element(xml, "author", author);
			xml.writeEndElement();
		}
		for (final SiteVersion version : file.previous()) {
			xml.writeEmptyElement("previous-version");
			attribute(xml, "timestamp", version.timestamp());
			attribute(xml, "timestamp-obsolete", version.obsoleteSince());
			xml.writeAttribute("checksum", version.checksum());
			xml.writeAttribute("filename", version.filename());
		}
		xml.writeEndElement();
	}

	private static void element(final XMLStreamWriter xml, final String name, final String text)
		throws XMLStreamException
	{
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static void attribute(final XMLStreamWriter xml, final String name, final long value)
		throws XMLStreamException
	{
		xml.writeAttribute(name, Long.toString(value));
	}
}
