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
package io.deepdream.model.yaml;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import io.deepdream.model.packages.DocumentReader;

/** Reads YAML 1.2, of which JSON is a subset, with limits for size, nesting and aliases. */
public final class YamlReader implements DocumentReader {

	private static final int MAX_CHARACTERS = 3_000_000;
	/** The parser recurses once per level. */
	private static final int MAX_DEPTH = 50;
	/** Python writes an alias where two fields share an object, such as a list of authors. */
	private static final int MAX_ALIASES = 20;

	@Override
	public Object read(final String text) {
		final LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).setMaxAliasesForCollections(
			MAX_ALIASES).setAllowRecursiveKeys(false).setAllowDuplicateKeys(false).setSchema(new CoreSchema()).build();
		try {
			requireShallow(new Parse(settings).parseString(text));
			return new Load(settings).loadFromString(text);
		}
		catch (final YamlEngineException exc) {
			throw new IllegalArgumentException(exc.getMessage(), exc);
		}
	}

	private static void requireShallow(final Iterable<Event> events) {
		int depth = 0;
		for (final Event event : events) {
			switch (event.getEventId()) {
				case MappingStart:
				case SequenceStart:
					depth++;
					break;
				case MappingEnd:
				case SequenceEnd:
					depth--;
					break;
				default:
			}
			if (depth > MAX_DEPTH) throw new IllegalArgumentException("it is nested more than " + MAX_DEPTH + " levels deep");
		}
	}
}
