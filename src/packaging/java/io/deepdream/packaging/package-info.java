/**
 * Puts the built plugin and its libraries where ImageJ expects them: a tree to
 * merge into an ImageJ folder, and an update site. Run by the build, tested with
 * the tests, and in no jar.
 */
package io.deepdream.packaging;
