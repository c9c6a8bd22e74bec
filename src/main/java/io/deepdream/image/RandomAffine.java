package io.deepdream.image;

import java.util.Arrays;
import java.util.Random;

/**
 * A small random move of a picture: shifted, turned and scaled a little. What a
 * network still recognises after many such moves is no fine-tuned noise. Linear
 * interpolation, so that its transpose, by which gradients come back, is exact and
 * as quick; outside lies the picture's mirror image.
 */
public final class RandomAffine {

	private final int width;
	private final int height;
	private final double cos;
	private final double sin;
	private final double shiftX;
	private final double shiftY;

	/**
	 * @param scale by which steps in the moved picture are multiplied to be steps in
	 *          the picture
	 * @param degrees by which they are turned
	 * @param shiftX where the middle goes, in pixels
	 * @param shiftY the same, down
	 */
	RandomAffine(final int width, final int height, final double scale, final double degrees, final double shiftX,
		final double shiftY)
	{
		this.width = width;
		this.height = height;
		cos = scale * Math.cos(Math.toRadians(degrees));
		sin = scale * Math.sin(Math.toRadians(degrees));
		this.shiftX = shiftX;
		this.shiftY = shiftY;
	}

	/** Up to 8 pixels, 5 degrees and 5 percent, each way. */
	public static RandomAffine random(final int width, final int height, final Random random) {
		return new RandomAffine(width, height, 1 + 0.05 * each(random), 5 * each(random), 8 * each(random), 8 * each(random));
	}

	private static double each(final Random random) {
		return 2 * random.nextDouble() - 1;
	}

	/** Writes the moved picture, 3 * width * height numbers. */
	public void apply(final float[] picture, final float[] moved) {
		eachPixel((out, in, weight) -> {
			for (int c = 0; c < 3; c++)
				moved[out + c] += weight * picture[in + c];
		}, moved);
	}

	/** Writes the derivative by the picture, given that by the moved picture. */
	public void transpose(final float[] moved, final float[] picture) {
		eachPixel((out, in, weight) -> {
			for (int c = 0; c < 3; c++)
				picture[in + c] += weight * moved[out + c];
		}, picture);
	}

	private interface Tap {

		/** Pixel "out" of the moved picture is the sum over weight * pixel "in". */
		void visit(int out, int in, float weight);
	}

	private void eachPixel(final Tap tap, final float[] cleared) {
		Arrays.fill(cleared, 0);
		final double middleX = (width - 1) / 2.0;
		final double middleY = (height - 1) / 2.0;
		int out = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++, out += 3) {
				final double dx = x - middleX;
				final double dy = y - middleY;
				final double u = middleX + cos * dx - sin * dy + shiftX;
				final double v = middleY + sin * dx + cos * dy + shiftY;
				final int i = (int) Math.floor(u);
				final int j = (int) Math.floor(v);
				final float right = (float) (u - i);
				final float down = (float) (v - j);
				final int left = Similarity.mirrored(i, width);
				final int next = Similarity.mirrored(i + 1, width);
				final int row = Similarity.mirrored(j, height) * width;
				final int below = Similarity.mirrored(j + 1, height) * width;
				tap.visit(out, 3 * (row + left), (1 - right) * (1 - down));
				tap.visit(out, 3 * (row + next), right * (1 - down));
				tap.visit(out, 3 * (below + left), (1 - right) * down);
				tap.visit(out, 3 * (below + next), right * down);
			}
	}
}
