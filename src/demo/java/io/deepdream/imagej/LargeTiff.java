package io.deepdream.imagej;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

/** Writes an RGB TIFF of any size for memory measurements. */
public final class LargeTiff {

	private LargeTiff() {}

	/** @param args output file; width; height */
	public static void main(final String... args) {
		final int width = Integer.parseInt(args[1]);
		final int height = Integer.parseInt(args[2]);
		final ColorProcessor ip = new ColorProcessor(width, height);
		final int[] pixels = (int[]) ip.getPixels();
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int level = (int) (128 + 60 * Math.sin(x * 0.01 + y * 0.003) + 60 * Math.sin(1e-5 * x * y));
				pixels[y * width + x] = level << 16 | (255 - level) << 8 | (x ^ y) & 255;
			}
		new FileSaver(new ImagePlus("large", ip)).saveAsTiff(args[0]);
	}
}
