#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the files that differ from the merge base with origin/main, or over all of them.
Usage: tidy.py BUILD_DIR [--all]. Exit status 1: something was found; 77: nothing to look at.

A file that was clean stays clean until its content, a header it includes, its compile command or .clang-tidy changes:
such results are kept in BUILD_DIR/tidy. A changed header is looked at through one file that includes it.
FOYER_LINT_BASE names another base. FOYER_TIDY_SECONDS (default 60, no limit with --all or CI=true) bounds what one run
looks at; the rest is named and looked at by the next run."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("shared/", "sync-server/", "mobile/", "kiosk/")
NOTHING = 77
# Understood by g++ only.
FOREIGN = re.compile(r"^(-fpch-preprocess|-fno-canonical-system-headers|-Wno-maybe-uninitialized)$")


def git(*arguments):
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def changed():
    """Paths that differ from the base, with the base's name; None when there is no base."""
    for name in filter(None, [os.environ.get("FOYER_LINT_BASE"), "origin/main", "main"]):
        base = git("merge-base", "HEAD", name)
        if base:
            tracked = git("diff", "--name-only", "--diff-filter=d", base) or ""
            new = git("ls-files", "--others", "--exclude-standard") or ""
            return name, {p for p in (tracked + "\n" + new).split("\n") if p.startswith(ROOMS)}
    return None, None


def includes(build):
    """Object file -> files of the repository and of the build that it was made from, as the last build saw them."""
    done = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=True)
    deps, current = {}, None
    for line in done.stdout.splitlines():
        if line.startswith("    "):
            path = pathlib.Path(line.strip())
            path = path if path.is_absolute() else build / path
            if path.is_relative_to(ROOT):
                current.append(path)
        elif ": #deps" in line:
            current = deps.setdefault(line.split(": #deps")[0], [])
    return deps


class Unit:
    """One entry of the compile database."""

    def __init__(self, entry, deps):
        self.file = pathlib.Path(entry["file"])
        self.name = str(self.file.relative_to(ROOT))
        self.command = entry["command"]
        output = re.search(r" -o (\S+)", self.command)
        self.deps = deps.get(output.group(1)) if output else None

    def key(self, common):
        """None when the file was never compiled, so that nobody knows its headers."""
        if not self.deps:
            return None
        digest = hashlib.sha256(common + self.command.encode())
        for path in sorted(set(self.deps) | {self.file}):
            if path.suffix == ".gch" or not path.exists():
                continue
            digest.update(str(path).encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()


def units(build):
    deps = includes(build)
    entries = json.loads((build / "compile_commands.json").read_text())
    found = {}
    for entry in entries:
        path = pathlib.Path(entry["file"])
        if path.is_relative_to(ROOT) and str(path.relative_to(ROOT)).startswith(ROOMS):
            found.setdefault(str(path), Unit(entry, deps))
    return list(found.values())


def wanted(all_units, paths):
    """The changed .cpp files, and for each changed header the nearest file that includes it."""
    chosen = {unit.name: unit for unit in all_units if unit.name in paths}
    for header in sorted(p for p in paths if p.endswith(".hpp")):
        users = [unit for unit in all_units if unit.deps and ROOT / header in unit.deps]
        if users and not any(unit.name in chosen for unit in users):
            stem = pathlib.Path(header).stem
            best = min(users, key=lambda u: (u.file.stem != stem, len(u.deps), u.name))
            chosen[best.name] = best
    return sorted(chosen.values(), key=lambda unit: unit.name)


def clean_database(build, out):
    """The compile database without what clang does not know: flags of g++, and its precompiled headers."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        words = entry["command"].split(" ")
        entry["command"] = " ".join(w for w in words if not FOREIGN.match(w))
    out.mkdir(parents=True, exist_ok=True)
    (out / "compile_commands.json").write_text(json.dumps(entries))


def look_at(unit, cache, database, common):
    key = unit.key(common)
    mark = cache / key if key else None
    if mark and mark.exists():
        return None
    done = subprocess.run(["clang-tidy", "-p", str(database), "--quiet", str(unit.file)], capture_output=True, text=True, cwd=ROOT)
    if done.returncode == 0:
        if mark:
            mark.touch()
        return ""
    return done.stdout + "\n".join(line for line in done.stderr.splitlines() if "error" in line)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    everything = "--all" in sys.argv[2:]
    all_units = units(build)
    if everything:
        base, chosen = "nothing", all_units
    else:
        base, paths = changed()
        if base is None:
            print("clang-tidy: there is no origin/main or main to compare with")
            return NOTHING
        chosen = wanted(all_units, paths)
        if not chosen:
            print(f"clang-tidy: no C++ file differs from {base}")
            return NOTHING
    cache = build / "tidy"
    clean_database(build, cache / "database")
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes()
    unlimited = everything or os.environ.get("CI") == "true"
    end = time.monotonic() + (10**9 if unlimited else float(os.environ.get("FOYER_TIDY_SECONDS", "60")))

    def one(unit):
        if time.monotonic() > end and not (cache / (unit.key(common) or "-")).exists():
            return unit, "later"
        return unit, look_at(unit, cache, cache / "database", common)

    bad, later, kept = 0, [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for unit, said in pool.map(one, chosen):
            kept += said is None
            if said == "later":
                later.append(unit.name)
            elif said:
                bad += 1
                print(said, flush=True)
    print(f"clang-tidy: {len(chosen) - len(later)} files against {base}, {kept} known from before, {bad} with findings")
    if later:
        print(f"{len(later)} are left for the next run: {' '.join(later)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
