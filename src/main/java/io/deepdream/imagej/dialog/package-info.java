/**
 * Dialogs made from the parameter table, with presets, previews and help; error messages.
 */
package io.deepdream.imagej.dialog;
