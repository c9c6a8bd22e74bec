#!/usr/bin/env python3
"""Dreams images from Python by calling the command line for each image.

    python3 examples/dream_images.py OUT IN [IN ...] -- layer=mixed3b octaves=2

Run it in the project folder, or set the environment variable DEEPDREAM_CLASSPATH to the class path.
"""
import os
import subprocess
import sys


def dream(source, target, options):
    """Runs the command line; if it fails, it prints the reason and this function raises CalledProcessError."""
    words = [source, target] + options
    path = os.environ.get("DEEPDREAM_CLASSPATH")
    if path:
        command = ["java", "-cp", path, "io.deepdream.cli.CommandLine"] + words
    else:
        quoted = " ".join("'%s'" % word for word in words)
        command = ["mvn", "-q", "compile", "exec:java", "-Dexec.args=" + quoted]
    subprocess.run(command, check=True)


def main(arguments):
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    folder, sources, options = arguments[0], arguments[1:cut], arguments[cut + 1:]
    for source in sources:
        name = os.path.splitext(os.path.basename(source))[0] + ".png"
        dream(source, os.path.join(folder, name), options)


if __name__ == "__main__":
    main(sys.argv[1:])
