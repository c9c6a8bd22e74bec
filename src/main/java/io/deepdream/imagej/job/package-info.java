/**
 * What each command does, without a window: one {@link io.deepdream.imagej.job.CommandDescriptor}
 * for each in {@link io.deepdream.imagej.job.Commands}, which every entry point and the command line iterate over.
 * The descriptors are here and not in {@code io.deepdream.imagej}, so that dialogs and the command line
 * do not depend on the entry points.
 */
package io.deepdream.imagej.job;
