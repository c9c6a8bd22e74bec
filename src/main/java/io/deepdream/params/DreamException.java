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
