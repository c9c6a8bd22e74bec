/**
 * Which network, what input it expects, and where its files are: the catalogue, and
 * the store that downloads, verifies and imports. Knows no network library.
 */
package io.deepdream.model;
