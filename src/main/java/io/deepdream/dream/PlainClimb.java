package io.deepdream.dream;

import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.image.LaplacianPyramid;

/** DeepDream's way: the picture itself, moved by the gradient over its spread, which may be smoothed before. */
final class PlainClimb implements Climb {

	private final float[] x;
	private final int width;
	private final int height;
	private final boolean bounded;
	private final int levels;
	private final Ascent ascent;

	/**
	 * @param x the picture, changed by each step
	 * @param bounded whether it stays within 0..255
	 */
	PlainClimb(final float[] x, final int width, final int height, final boolean bounded, final DreamParams params) {
		this.x = x;
		this.width = width;
		this.height = height;
		this.bounded = bounded;
		levels = params.whole(Parameter.SMOOTH);
		ascent = new Ascent(x, params);
	}

	@Override
	public float[] view() {
		return x;
	}

	@Override
	public void step(final float[] gradient) {
		if (levels > 0) LaplacianPyramid.normalise(gradient, width, height, levels);
		ascent.move(gradient);
		if (bounded) for (int i = 0; i < x.length; i++)
			x[i] = Math.max(0, Math.min(255, x[i]));
	}
}
