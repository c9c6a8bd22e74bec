package io.deepdream.dream;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.image.LaplacianPyramid;

/**
 * DeepDream's way: the picture itself, moved by the gradient over its spread, which
 * may be smoothed or preconditioned before.
 */
final class PlainClimb implements Climb {

	/** Of the pyramid of a preconditioned gradient, where smooth gives none: down to the size of a layer's features. */
	private static final int LEVELS = 4;

	private final float[] x;
	private final int width;
	private final int height;
	private final boolean bounded;
	private final int levels;
	private final boolean preconditioned;
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
		preconditioned = Optimizer.of(params) == Optimizer.PRECONDITIONED;
		final int smooth = params.whole(Parameter.SMOOTH);
		levels = preconditioned && smooth == 0 ? LEVELS : smooth;
		ascent = new Ascent(x, params);
	}

	@Override
	public float[] view() {
		return x;
	}

	@Override
	public void step(final float[] gradient) {
		if (preconditioned) LaplacianPyramid.normaliseLocally(gradient, width, height, levels);
		else if (levels > 0) LaplacianPyramid.normalise(gradient, width, height, levels);
		ascent.move(gradient);
		if (bounded) for (int i = 0; i < x.length; i++)
			x[i] = Math.max(0, Math.min(255, x[i]));
	}
}
