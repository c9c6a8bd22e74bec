/**
 * The entry points in ImageJ: menu, macro options, recorder and SciJava commands,
 * and how results are shown.
 */
package io.deepdream.imagej;
