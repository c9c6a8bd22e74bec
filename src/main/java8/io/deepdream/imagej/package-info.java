/**
 * Entry points: menu, SciJava commands, macro options.
 * <p>
 * This source folder is compiled for Java 8, so that an old Fiji can load it and report
 * the required Java version; the rest is compiled for Java 11. It contains
 * </p>
 * <ul>
 * <li>{@link io.deepdream.imagej.Entry}, the plugin class of all lines in plugins.config.
 * A new command, described in {@code io.deepdream.imagej.job.CommandDescriptor}, needs no
 * change here.</li>
 * <li>the SciJava commands: subclasses of {@code EntryCommand}, or of {@code TaskCommand}
 * if the inputs are parameters of the parameter table. SciJava inspects their fields and
 * methods, so signatures, field types and catch clauses must not refer to classes of the
 * other source folder, and constructors must not contain method references.
 * {@code execute()} may use any class, because Java loads classes when they are first
 * used.</li>
 * </ul>
 * {@code JavaVersionTest} loads these classes with the restrictions of Java 8.
 */
package io.deepdream.imagej;
