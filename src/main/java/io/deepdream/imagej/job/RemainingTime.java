package io.deepdream.imagej.job;

/** How long a job will still take, from how long its finished share took. */
public final class RemainingTime {

	private final long begin;

	/** @param begin {@link System#nanoTime()} when the job began */
	public RemainingTime(final long begin) {
		this.begin = begin;
	}

	/**
	 * In words.
	 *
	 * @param done finished share of the work, 0..1
	 * @param now {@link System#nanoTime()}
	 * @return such as "12 s left" or "3 min left"; empty while there is nothing to
	 *         judge by
	 */
	public String left(final double done, final long now) {
		if (done <= 0) return "";
		final double seconds = (now - begin) / 1e9 * (1 - done) / done;
		if (seconds >= 90) return Math.round(seconds / 60) + " min left";
		return (int) Math.ceil(seconds) + " s left";
	}
}
