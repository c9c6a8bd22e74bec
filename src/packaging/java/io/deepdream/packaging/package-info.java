/**
 * Packages the built plugin and its libraries for ImageJ: a tree to merge into an ImageJ
 * folder, and an update site. The build runs it; it is tested with the tests, and no jar
 * contains it.
 */
package io.deepdream.packaging;
