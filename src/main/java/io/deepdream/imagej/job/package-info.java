/**
 * The commands without their windows: a {@link io.deepdream.imagej.job.Job} for each, and the registry
 * {@link io.deepdream.imagej.job.Commands}, which the entry points and the command line iterate over. The registry is
 * not in {@code io.deepdream.imagej}, so that dialogs and the command line do not depend on the entry points.
 */
package io.deepdream.imagej.job;
