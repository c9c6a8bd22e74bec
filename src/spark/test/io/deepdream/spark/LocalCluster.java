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
package io.deepdream.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.launcher.JavaModuleOptions;

import io.deepdream.imagej.ChildProcess;

/**
 * A standalone cluster on this machine: a master, workers of one core, and drivers, each a process of its own that is
 * started from Spark's classes. Each worker starts an executor in a further process. Closing it ends all of them.
 *
 * <pre>
 * try (LocalCluster cluster = LocalCluster.start(folder, 2)) {
 *   Process driver = cluster.start("first", "images", "in", "out", "octaves=2");
 *   ...
 *   String output = cluster.run("second", "images", "in", "out", "octaves=2");
 * }
 * </pre>
 */
public final class LocalCluster implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(60);
	private static final Duration END = Duration.ofSeconds(400);
	private static final int POLL_MILLIS = 50;
	private static final String HOST = "127.0.0.1";
	private static final String SPARK = "org.apache.spark.deploy.";

	private final Path folder;
	private final List<Path> classPath;
	private final List<Path> jars;
	private final int port = freePort();
	private final int page = freePort();
	private final List<Process> workers = new ArrayList<>();
	/** All processes ever started here; executors are their descendants. */
	private final List<Process> processes = Collections.synchronizedList(new ArrayList<>());
	private final Thread hook = new Thread(this::killAll);
	private String executorMemory = "1g";

	private LocalCluster(final Path folder, final List<Path> classPath, final List<Path> jars) throws IOException {
		this.folder = folder.toAbsolutePath();
		this.classPath = classPath;
		this.jars = jars;
		Files.createDirectories(home().resolve("jars"));
		for (final Path jar : jars) {
			final Path link = home().resolve("jars").resolve(jar.getFileName());
			if (!Files.exists(link)) Files.createSymbolicLink(link, jar.toAbsolutePath());
		}
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** A cluster with the class path of the running test. */
	public static LocalCluster start(final Path folder, final int workers) throws Exception {
		return start(folder, workers, testClassPath(), List.of());
	}

	/**
	 * @param folder for logs, and for what workers write
	 * @param classPath of all processes, executors too
	 * @param jars of a Spark distribution; all processes find them after the class path
	 */
	public static LocalCluster start(final Path folder, final int workers, final List<Path> classPath, final List<Path> jars)
		throws Exception
	{
		final LocalCluster cluster = new LocalCluster(folder, classPath, jars);
		try {
			cluster.launch("master", "512m", List.of(), SPARK + "master.Master", "--host", HOST, "--port", "" + cluster.port,
				"--webui-port", "" + cluster.page);
			await("a master", START, () -> cluster.aliveWorkers() == 0);
			for (int i = 0; i < workers; i++)
				cluster.addWorker();
			await(workers + " workers", START, () -> cluster.aliveWorkers() == workers);
			return cluster;
		}
		catch (final Exception | AssertionError exc) {
			cluster.close();
			throw exc;
		}
	}

	/** The class path of the running test, in Maven or an IDE. */
	public static List<Path> testClassPath() throws Exception {
		return Arrays.stream(ChildProcess.classPath().split(File.pathSeparator)).filter(path -> !path.isEmpty()).map(Path::of)
			.distinct().collect(Collectors.toList());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
			return socket.getLocalPort();
		}
	}

	/** The heap of each executor that is started from now on, such as 1500m; the default is 1g. */
	public LocalCluster executorMemory(final String memory) {
		executorMemory = memory;
		return this;
	}

	public String master() {
		return "spark://" + HOST + ":" + port;
	}

	/** For SPARK_HOME: a folder with the jars of Spark. */
	public Path home() {
		return folder.resolve("spark");
	}

	/** Starts a worker of one core; the master knows it some time later. */
	public void addWorker() throws IOException {
		final String name = "worker" + workers.size();
		workers.add(launch(name, "512m", List.of(), SPARK + "worker.Worker", "--host", HOST, "--cores", "1", "--memory", "8g",
			"--webui-port", "0", "--work-dir", folder.resolve(name).toString(), master()));
	}

	/** Kills a worker and its executors (-9). */
	public void killWorker(final int worker) {
		final List<ProcessHandle> executors = executors(worker);
		workers.get(worker).destroyForcibly();
		executors.forEach(ProcessHandle::destroyForcibly);
		await("the end of a worker", START, () -> !workers.get(worker).isAlive() && executors.stream().noneMatch(
			ProcessHandle::isAlive));
	}

	/** The processes of the executors of a worker. */
	public List<ProcessHandle> executors(final int worker) {
		return workers.get(worker).descendants().collect(Collectors.toList());
	}

	/** Starts a driver with the arguments of {@link SparkMain}. */
	public Process start(final String name, final String... args) throws IOException {
		return start(name, List.of(), args);
	}

	/** @param options of the driver's virtual machine, such as -Dspark.task.cpus=1 */
	public Process start(final String name, final List<String> options, final String... args) throws IOException {
		final List<String> all = new ArrayList<>();
		settings().forEach(setting -> all.add("-D" + setting));
		all.addAll(options);
		return launch(name, "1g", all, SparkMain.class.getName(), args);
	}

	/** The configuration of a driver, key=value. */
	public List<String> settings() {
		final List<String> settings = new ArrayList<>(List.of("spark.master=" + master(), "spark.driver.host=" + HOST,
			"spark.driver.bindAddress=" + HOST, "spark.ui.enabled=false", "spark.executor.memory=" + executorMemory));
		if (!classPath.isEmpty()) settings.add("spark.executor.extraClassPath=" + join(classPath));
		return settings;
	}

	/** As {@link #start}, and waits for the end: returns both output streams, followed by a line with the exit code. */
	public String run(final String name, final String... args) throws IOException, InterruptedException {
		return end(name, start(name, args));
	}

	/** Waits for the end of a process: its output, followed by a line with the exit code. */
	public String end(final String name, final Process process) throws IOException, InterruptedException {
		final boolean ended = process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
		if (!ended) process.destroyForcibly().waitFor();
		return output(name) + "\nexit: " + (ended ? process.exitValue() : "none within " + END.toSeconds() + " s");
	}

	/** What a process has printed so far. */
	public String output(final String name) throws IOException {
		return Files.readString(log(name));
	}

	private Path log(final String name) {
		return folder.resolve(name + ".log");
	}

	/** Starts any program with the class path of the cluster. */
	public Process launch(final String name, final String heap, final List<String> options, final String main,
		final String... args) throws IOException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx" + heap));
		Collections.addAll(command, JavaModuleOptions.defaultModuleOptions().split(" "));
		command.addAll(options);
		command.addAll(List.of("-cp", join(Stream.concat(classPath.stream(), jars.stream()).collect(Collectors.toList())),
			main));
		Collections.addAll(command, args);
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name)
			.toFile());
		builder.environment().put("SPARK_LOCAL_IP", HOST);
		builder.environment().put("SPARK_HOME", home().toString());
		builder.environment().put("SPARK_SCALA_VERSION", "2.12");
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("SPARK_LOCAL_DIRS", Files.createDirectories(folder.resolve("local")).toString());
		final Process process = builder.start();
		processes.add(process);
		return process;
	}

	private static String join(final List<Path> paths) {
		return paths.stream().map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
	}

	/** The number that the master reports on its page; -1 if it does not answer. */
	private int aliveWorkers() {
		try {
			final URL url = new URL("http", HOST, page, "/json/");
			final String json = new String(url.openStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(json.replaceFirst("(?s).*\"aliveworkers\"\\s*:\\s*(\\d+).*", "$1"));
		}
		// a master that is starting answers with a page that is not JSON
		catch (final IOException | NumberFormatException exc) {
			return -1;
		}
	}

	/** Waits until a condition holds. */
	public static void await(final String what, final BooleanSupplier condition) {
		await(what, END, condition);
	}

	private static void await(final String what, final Duration limit, final BooleanSupplier condition) {
		final Instant last = Instant.now().plus(limit);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(last)) throw new AssertionError("no " + what + " within " + limit.toSeconds() + " s");
			try {
				Thread.sleep(POLL_MILLIS);
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw new AssertionError(exc);
			}
		}
	}

	private List<ProcessHandle> killAll() {
		final List<ProcessHandle> killed = new ArrayList<>();
		for (final Process process : new ArrayList<>(processes)) {
			process.descendants().forEach(killed::add);
			killed.add(process.toHandle());
		}
		// the workers first, or they would start executors anew
		Collections.reverse(killed);
		killed.forEach(ProcessHandle::destroyForcibly);
		return killed;
	}

	/** Ends all processes. */
	@Override
	public void close() {
		final List<ProcessHandle> killed = killAll();
		await("the end of all processes", START, () -> killed.stream().noneMatch(ProcessHandle::isAlive));
		Runtime.getRuntime().removeShutdownHook(hook);
	}
}
