/** The facade for scripts: {@link io.deepdream.DeepDream} opens a network and dreams with it. */
package io.deepdream;
