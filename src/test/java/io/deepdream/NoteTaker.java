package io.deepdream;

import java.util.ArrayList;
import java.util.List;

import io.deepdream.params.DreamListener;

/** A listener that records the notes for the user. */
public class NoteTaker implements DreamListener {

	private final List<String> notes = new ArrayList<>();

	@Override
	public void note(final String sentence) {
		notes.add(sentence);
	}

	public List<String> notes() {
		return notes;
	}
}
