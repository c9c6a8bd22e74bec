package io.deepdream;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImgs;

/** Input images of the benchmarks. */
public final class BenchmarkImages {

	private BenchmarkImages() {}

	/** A square of grey with noise, the same at each call. */
	public static Picture noise(final int side) {
		return noise(side, side);
	}

	/** Grey with noise, the same at each call. */
	public static Picture noise(final int width, final int height) {
		final Picture picture = Picture.create(width, height);
		final float[] data = picture.data();
		final Random random = new Random(1);
		for (int i = 0; i < data.length; i++)
			data[i] = 100 + 50 * random.nextFloat();
		return picture;
	}

	/** @throws IOException if Java cannot read the file as an image */
	public static Picture read(final File file) throws IOException {
		final BufferedImage image = ImageIO.read(file);
		if (image == null) throw new IOException(file + " is not an image that Java can read");
		final int width = image.getWidth();
		final int height = image.getHeight();
		return Pictures.fromARGB(ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height));
	}
}
