/**
 * What the algorithm needs of the parameters, parsed once into typed, immutable
 * values: {@link io.deepdream.params.settings.DreamSettings} holds those of a dream.
 */
package io.deepdream.params.settings;
