/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.motion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import io.deepdream.image.Picture;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Prints flicker and detail of dreamed films: a pan over a photograph, a still scene with
 * the noise of a camera, and a stack of micrographs.
 *
 * <pre>
 * FilmFlicker PAN.png STILL.png STACK.tif [options of the dream]
 * </pre>
 */
public final class FilmFlicker {

	private static final int WIDTH = 256;
	private static final int HEIGHT = 192;
	private static final int FRAMES = 8;
	private static final int PAN = 6;
	private static final int NOISE = 2;
	private static final double[] SHARES = { 0, 0.5, 0.8, 0.9, 1 };

	private final String options;

	private FilmFlicker(final String options) {
		this.options = options;
	}

	public static void main(final String... args) {
		final FilmFlicker films = new FilmFlicker(String.join(" ", Arrays.asList(args).subList(3, args.length)));
		final ImageStack pan = pan(IJ.openImage(args[0]));
		films.print("pan, 6 px a frame", pan, motions(pan, FlowField.constant(Flicker.frames(pan)[0].size(), PAN, 0)));
		final ImageStack still = still(IJ.openImage(args[1]));
		films.print("still, noise", still, motions(still, FlowField.constant(Flicker.frames(still)[0].size(), 0, 0)));
		final ImageStack stack = middle(IJ.openImage(args[2]));
		films.print("micrographs", stack, estimated(stack));
	}

	static ImageStack pan(final ImagePlus photograph) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < FRAMES; i++)
			stack.addSlice(crop(photograph, i * PAN));
		return stack;
	}

	private static ImageProcessor crop(final ImagePlus photograph, final int x) {
		final ImageProcessor ip = photograph.getProcessor().convertToRGB();
		ip.setRoi(x + (ip.getWidth() - WIDTH) / 4, (ip.getHeight() - HEIGHT) / 2, WIDTH, HEIGHT);
		return ip.crop();
	}

	private static ImageStack still(final ImagePlus photograph) {
		final Random random = new Random(1);
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < FRAMES; i++) {
			final ImageProcessor ip = crop(photograph, 0);
			for (int p = 0; p < ip.getPixelCount(); p++) {
				int rgb = 0;
				for (int shift = 0; shift < 24; shift += 8)
					rgb |= (int) Math.max(0, Math.min(255, Math.rint((ip.get(p) >> shift & 255) + NOISE * random
						.nextGaussian()))) << shift;
				ip.set(p, rgb);
			}
			stack.addSlice(ip);
		}
		return stack;
	}

	private static ImageStack middle(final ImagePlus image) {
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final int n = Math.min(FRAMES, image.getStackSize());
		for (int i = 0; i < n; i++) {
			image.setSlice((image.getStackSize() - n) / 2 + i + 1);
			stack.addSlice(image.getProcessor().convertToRGB());
		}
		return stack;
	}

	private static Motion[] motions(final ImageStack stack, final FlowField flow) {
		final Motion[] motions = new Motion[stack.getSize() - 1];
		Arrays.fill(motions, Motion.known(flow));
		return motions;
	}

	private static Motion[] estimated(final ImageStack stack) {
		final Picture[] frames = Flicker.frames(stack);
		final Motion[] motions = new Motion[frames.length - 1];
		for (int i = 0; i < motions.length; i++)
			motions[i] = Motion.between(frames[i], frames[i + 1]);
		return motions;
	}

	private static double visible(final Motion... motions) {
		double sum = 0;
		for (final Motion motion : motions)
			for (final float weight : motion.visible())
				sum += weight / motion.visible().length / motions.length;
		return sum;
	}

	private void print(final String film, final ImageStack stack, final Motion... motions) {
		final Picture[] inputs = Flicker.frames(stack);
		System.out.printf(Locale.ROOT, "%s: %dx%d, %d frames; flicker of the input %.2f; %.0f%% visible in the frame before%n",
			film, stack.getWidth(), stack.getHeight(), inputs.length, Flicker.of(motions, inputs), 100 * visible(motions));
		for (final double share : SHARES) {
			final long begin = System.nanoTime();
			final Picture[] dreams = Flicker.frames(DreamJob.run(new ImagePlus(film, stack), DreamParams.parse(options +
				" slices=all coherence=" + share), DreamListener.SILENT).getStack());
			System.out.printf(Locale.ROOT, "  coherence=%.1f: flicker %.2f, detail of the last frame %.1f, %.0f s%n", share,
				Flicker.of(motions, dreams), Flicker.detail(inputs[inputs.length - 1], dreams[dreams.length - 1]), (System
					.nanoTime() - begin) / 1e9);
		}
	}
}
