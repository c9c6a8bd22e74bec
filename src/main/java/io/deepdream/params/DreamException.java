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
package io.deepdream.params;

/**
 * An error that the user can correct. Its message is one plain sentence: what was
 * wrong and what to do. Where the remedy depends on the user interface, there is
 * one for each {@link Place}. The cause, if any, is for the log.
 */
public class DreamException extends RuntimeException {

	/** The user interface that shows the message. */
	public enum Place {
		DIALOG, MACRO, COMMAND_LINE
	}

	private static final long serialVersionUID = 1L;

	private final String fault;
	// by the ordinal of the place; null = the message is the same everywhere
	private final String[] remedies;

	public DreamException(final String sentence) {
		this(sentence, null);
	}

	public DreamException(final String sentence, final Throwable cause) {
		super(sentence, cause);
		fault = sentence;
		remedies = null;
	}

	/**
	 * A message that ends with a remedy, a clause without a full stop.
	 *
	 * @param fault what was wrong, without a full stop
	 */
	public DreamException(final String fault, final String inDialog, final String inMacro, final String onCommandLine) {
		super(fault + ": " + inDialog + " (in a macro: " + inMacro + "; on the command line: " + onCommandLine + ").");
		this.fault = fault;
		remedies = new String[] { inDialog, inMacro, onCommandLine };
	}

	/** The sentence for one place. {@link #getMessage()}, for scripts, names the remedies of all. */
	public String message(final Place place) {
		return remedies == null ? fault : fault + ": " + remedies[place.ordinal()] + ".";
	}
}
