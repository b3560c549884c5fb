#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""qmllint over every QML module of a build; a warning is a failure. One process per file: qmllint 6.4 loses its memory when
a run reads all files of a large module. Usage: qml.py BUILD_DIR"""
import concurrent.futures
import os
import shlex
import subprocess
import sys


def runs(build):
    """Folder and command of each file, from what the build itself would run for its modules."""
    listed = subprocess.run(["ninja", "-C", build, "-t", "commands", "all_qmllint"], capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines():
        words = shlex.split(line)
        tool = next((i for i, word in enumerate(words) if word.endswith("qmllint")), None)
        if tool is None or words[0] != "cd":
            continue
        files = [word for word in words[tool + 1:] if word.endswith(".qml") and words[words.index(word) - 1] != "--resource"]
        options = [word for word in words[tool + 1:] if word not in files]
        for file in files:
            yield words[1], [words[tool], *options, file]


def lint(run):
    folder, command = run
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode == 0:
        return ""
    return f"{command[-1]} (status {done.returncode})\n{done.stdout}{done.stderr}"


def main():
    all_runs = list(runs(sys.argv[1]))
    if not all_runs:
        sys.exit("No QML module was found.")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [said for said in pool.map(lint, all_runs) if said]
    print("\n".join(problems))
    print(f"{len(all_runs)} files, {len(problems)} with warnings")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
