/**
 * Pictures as ImgLib2 images whose float[] is the network's tensor, and what is
 * done with them: resampling, pyramids, statistics.
 */
package io.deepdream.image;
