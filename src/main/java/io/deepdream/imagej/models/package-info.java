/**
 * The models window and its import dialog.
 */
package io.deepdream.imagej.models;
