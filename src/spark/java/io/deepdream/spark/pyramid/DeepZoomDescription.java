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
package io.deepdream.spark.pyramid;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The description of a Deep Zoom pyramid, a .dzi file. Level n has the size of the picture divided by 2^(highest - n) and
 * rounded up; level 0 is one pixel. Source: Microsoft, Deep Zoom File Format Overview.
 */
final class DeepZoomDescription implements Serializable {

	static final String NAMESPACE = "http://schemas.microsoft.com/deepzoom/2008";

	private static final long serialVersionUID = 1L;

	private final int width;
	private final int height;
	private final int tileSide;
	private final int overlap;
	private final String format;

	/**
	 * @param tileSide of a tile without overlap, in pixels
	 * @param overlap with each neighbour, in pixels
	 * @param format the suffix of tiles, such as png
	 */
	DeepZoomDescription(final int width, final int height, final int tileSide, final int overlap, final String format) {
		this.width = width;
		this.height = height;
		this.tileSide = tileSide;
		this.overlap = overlap;
		this.format = format;
	}

	/** @throws IOException if it is not a description of a Deep Zoom image */
	static DeepZoomDescription parse(final InputStream xml) throws IOException {
		try {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			// no entities from elsewhere
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			final Element image = factory.newDocumentBuilder().parse(xml).getDocumentElement();
			final Element size = (Element) image.getElementsByTagNameNS("*", "Size").item(0);
			if (!"Image".equals(image.getLocalName()) || size == null) throw new IOException("it describes no Deep Zoom image");
			return new DeepZoomDescription(number(size, "Width", 1), number(size, "Height", 1), number(image, "TileSize", 1), number(
				image, "Overlap", 0), image.getAttribute("Format"));
		}
		catch (final SAXException exc) {
			throw new IOException(exc.getMessage(), exc);
		}
		catch (final ParserConfigurationException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static int number(final Element element, final String attribute, final int min) throws IOException {
		final String text = element.getAttribute(attribute);
		if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < min) throw new IOException("its " + attribute + " is \"" +
			text + "\"");
		return Integer.parseInt(text);
	}

	String xml() {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Image xmlns=\"" + NAMESPACE + "\" Format=\"" + format +
			"\" Overlap=\"" + overlap + "\" TileSize=\"" + tileSide + "\"><Size Width=\"" + width + "\" Height=\"" + height +
			"\"/></Image>\n";
	}

	/** For a page that must not read the .dzi file, such as one opened from a disk. */
	String json(final String tiles) {
		return "{ Image: { xmlns: \"" + NAMESPACE + "\", Url: " + tiles + ", Format: \"" + format + "\", Overlap: " + overlap +
			", TileSize: " + tileSide + ", Size: { Width: " + width + ", Height: " + height + " } } }";
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	int tileSide() {
		return tileSide;
	}

	int overlap() {
		return overlap;
	}

	String format() {
		return format;
	}

	/** The level of the full resolution. */
	int highestLevel() {
		return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(width, height) - 1);
	}

	/** The file of a tile, relative to the folder of tiles. */
	String tile(final int level, final int column, final int row) {
		return level + "/" + column + "_" + row + "." + format;
	}
}
