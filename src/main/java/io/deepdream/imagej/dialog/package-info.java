/**
 * Dialogs created from the parameter table, with presets, preview and help; error messages.
 */
package io.deepdream.imagej.dialog;
