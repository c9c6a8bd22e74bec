/**
 * The window of the Models command and its import dialog.
 */
package io.deepdream.imagej.models;
