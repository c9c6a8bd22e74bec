package io.deepdream.params;

/**
 * A mistake that a user can mend. Its message is one plain sentence that says
 * what was wrong and what to do; the cause, if any, is for the log.
 */
public class DreamException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public DreamException(final String sentence) {
		super(sentence);
	}

	public DreamException(final String sentence, final Throwable cause) {
		super(sentence, cause);
	}
}
