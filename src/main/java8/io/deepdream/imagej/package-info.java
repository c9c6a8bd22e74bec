/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
 * <li>{@code SearchOrder}, a SciJava service.</li>
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
