/**
 * The command line. The argument parser, picocli, is installed in lib/deepdream, which is not on the class path, so
 * that it cannot conflict with another plugin's picocli.
 */
package io.deepdream.cli;
