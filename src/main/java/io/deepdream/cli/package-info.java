/**
 * The command line. Its argument parser, picocli, is in lib/deepdream of an installed DeepDream, which is on no
 * class path, so that it cannot conflict with the picocli of another plugin.
 */
package io.deepdream.cli;
