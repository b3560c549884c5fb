#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the bench programs one after the other, shows each figure beside the limit measured in the same run, and writes
build/bench/results.json. Usage: run.py BUILD_DIR [PROGRAM...]; a program is named without its `_bench`."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Figure: (limit measured in the same run, what the ratio figure/limit must reach). Times compare the other way round.
BESIDE = {
    "first_sync_rows_per_s": ("sqlite_floor_rows_per_s", 1 / 3),
    "push_mutations_per_s": ("pg_batch_floor_rows_per_s", None),
    "single_push_per_s": ("pg_commit_per_s", None),
    "local_edits_per_s": ("sqlite_full_commit_per_s", None),
    "local_edits_grouped_per_s": ("sqlite_full_commit_per_s", None),
    "live_latency_ms_p50": ("notify_insert_ms_p50", None),
    "live_latency_ms_p95": ("notify_insert_ms_p50", None),
    "fanout_500_ms": ("bare_sockets_500_ms", None),
    "scan_to_durable_ms_p50": ("zxing_decode_ms", None),
    "scan_to_durable_ms_p99": ("zxing_decode_ms", None),
}


def run(program):
    print(f"… {program.stem}", file=sys.stderr, flush=True)
    done = subprocess.run([program], capture_output=True, text=True, timeout=1200)
    if done.returncode != 0:
        sys.exit(f"{program.name} failed with {done.returncode}:\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def show(results):
    value = {r["name"]: r["value"] for r in results}
    missed = []
    print(f"{'figure':36} {'value':>14} {'unit':10} beside")
    for result in results:
        name, beside = result["name"], ""
        limit, must = BESIDE.get(name, (None, None))
        if limit in value and value[limit]:
            ratio = result["value"] / value[limit]
            beside = f"{ratio:.2f} of {limit} = {value[limit]:,.6g}"
            if must is not None and ratio < must:
                beside += f"  BELOW {must:.2f}"
                missed.append(name)
        print(f"{name:36} {result['value']:>14,.6g} {result['unit']:10} {beside}")
    return missed


def main():
    build = ROOT / sys.argv[1]
    wanted = sys.argv[2:]
    programs = sorted((build / "bench").glob("*_bench"))
    if wanted:
        programs = [p for p in programs if p.stem.removesuffix("_bench") in wanted]
    if not programs:
        sys.exit("no such bench program")
    results = [result for program in programs for result in run(program)]
    out = ROOT / "build" / "bench" / "results.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=1) + "\n")
    missed = show(results)
    print(f"\n{len(results)} figures in {out.relative_to(ROOT)}")
    sys.exit(f"below target: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
