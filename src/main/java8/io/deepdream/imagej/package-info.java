/**
 * Entry points: menu, SciJava commands, macro options.
 * <p>
 * This source folder is compiled for Java 8, so that an old Fiji can load it and
 * report which Java is needed; all else is for Java 11. It has
 * </p>
 * <ul>
 * <li>{@link io.deepdream.imagej.Entry}, which every line of plugins.config names.
 * A new command is a line {@code ... Entry("zoom")} and a descriptor of that key
 * in the other source folder: nothing is added here.</li>
 * <li>the SciJava commands: {@code XxxCommand extends EntryCommand}, or
 * {@code TaskCommand} when its inputs are parameters of the table. SciJava looks
 * at their fields and methods, so no signature, field type and catch clause in
 * them may name a class of the other folder, and a constructor
 * must not contain a method reference. Inside of {@code execute()} everything may be used: Java looks
 * for a class only when the line runs.</li>
 * </ul>
 * {@code JavaVersionTest} loads all of them as Java 8 would.
 */
package io.deepdream.imagej;
