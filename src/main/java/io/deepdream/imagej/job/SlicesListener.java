package io.deepdream.imagej.job;

import java.util.HashSet;
import java.util.Set;

import io.deepdream.params.DreamListener;

/** Combines the progress of several planes into one, and forwards each distinct note once. */
final class SlicesListener implements DreamListener {

	private final DreamListener listener;
	private final int count;
	private final Set<String> reported = new HashSet<>();
	private int finished;
	private boolean begun;

	SlicesListener(final DreamListener listener, final int count) {
		this.listener = listener;
		this.count = count;
	}

	/** @param index of the plane, from 0 */
	void begin(final int index) {
		finished = index;
		begun = false;
		if (count > 1) listener.slice(index + 1, count);
	}

	/** Whether the network has been run on the current plane. */
	boolean begun() {
		return begun;
	}

	/** Counts the current plane as finished. */
	void skip() {
		listener.progress((finished + 1.0) / count, 1, 1, 1, 1, Double.NaN);
	}

	@Override
	public boolean isCancelled() {
		return listener.isCancelled();
	}

	@Override
	public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{
		begun |= done > 0;
		listener.progress((finished + done) / count, octave, octaves, step, steps, score);
	}

	@Override
	public void note(final String sentence) {
		if (reported.add(sentence)) listener.note(sentence);
	}
}
