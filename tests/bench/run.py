#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the bench programs one after the other, shows each figure beside the limit measured in the same run, and writes
build/bench/results.json. The exit status is 1 when a figure misses its target; the last line names it.

run.py BUILD_DIR [--full] [--compare FILE] [PROGRAM...]
  PROGRAM         only these, named without their `_bench`
  --full          also what takes minutes: a million records, ten thousand connections
  --compare FILE  the ratio of each figure to an earlier results.json; above 1 is better
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Figure: the limit measured in the same run that it is shown beside.
BESIDE = {
    "first_sync_rows_per_s": "copy_into_sqlite_rows_per_s",
    "first_sync_1m_rows_per_s": "copy_into_sqlite_1m_rows_per_s",
    "apply_rows_per_s": "sqlite_floor_rows_per_s",
    "push_mutations_per_s": "pg_batch_floor_rows_per_s",
    "single_push_per_s": "pg_commit_per_s",
    "local_edits_per_s": "sqlite_full_commit_per_s",
    "local_edits_grouped_per_s": "sqlite_full_commit_per_s",
    "live_latency_ms_p50": "notify_insert_ms_p50",
    "live_latency_ms_p95": "notify_insert_ms_p50",
    "live_latency_ms_p99": "notify_insert_ms_p50",
    "fanout_100_ms": "bare_sockets_500_ms",
    "fanout_500_ms": "bare_sockets_500_ms",
    "fanout_1000_ms": "bare_sockets_500_ms",
    "scan_to_durable_ms_p50": "zxing_decode_ms",
    "scan_to_durable_ms_p99": "zxing_decode_ms",
    "import_photos_per_s": "vips_sha_exif_photos_per_s",
}

# Figure: what its ratio to the limit has to reach.
RATIO = {
    "first_sync_rows_per_s": 0.75,
    "first_sync_1m_rows_per_s": 0.69,
    "push_mutations_per_s": 0.6,
    "local_edits_per_s": 0.8,
    "import_photos_per_s": 1.0,
}

# Figure: what it has to reach by itself, at least or at most, as its "better" says.
VALUE = {
    "first_sync_wire_bytes_per_row": 110,
    "first_sync_client_peak_mib": 80,
    "first_sync_1m_client_peak_mib": 80,
    "ui_read_during_sync_ms_p99": 16,
    "single_push_per_s": 2000,
    "local_edits_grouped_per_s": 30_000,
    "live_latency_ms_p50": 3,
    "live_latency_ms_p95": 6,
    "fanout_100_ms": 6,
    "fanout_500_ms": 20,
    "fanout_1000_ms": 40,
    "server_kib_per_idle_connection": 20,
    "redownload_ratio_after_30k_edits": 1.01,
    "digest_percent_of_apply": 5,
    "scan_to_durable_ms_p99": 12,
    "app_start_ms": 400,
    "import_peak_mib": 400,
    "phash_neighbours_ms": 20,
    "batch_edit_5000_ms": 500,
    "scroll_frame_ms_p99": 16,
    "title_search_ms_p99": 50,
}

# Held to these only with --full.
FULL_VALUE = {"idle_connections_held": 10_000}


def run(program, full):
    print(f"… {program.stem}", file=sys.stderr, flush=True)
    environment = dict(os.environ, **({"FOYER_BENCH_FULL": "1"} if full else {}))
    done = subprocess.run([program], capture_output=True, text=True, timeout=7200 if full else 1800, env=environment)
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    problem = f"{program.name} failed with {done.returncode}:\n{done.stderr[-2000:]}" if done.returncode else ""
    return results, problem


def misses(result, ratio, targets):
    """In words what a figure should have reached and did not; empty when all is well."""
    name, value = result["name"], result["value"]
    said = []
    if ratio is not None and name in RATIO and ratio < RATIO[name]:
        said.append(f"below {RATIO[name]:g} of the limit")
    if name in targets:
        target = targets[name]
        higher = result["better"] == "higher"
        if value < target if higher else value > target:
            said.append(f"{'below' if higher else 'above'} {target:,g}")
    return " and ".join(said)


def better(result, before):
    """How many times better than before; None when that can't be said."""
    now = result["value"]
    if not now or not before:
        return None
    return now / before if result["better"] == "higher" else before / now


def show(results, earlier, full):
    value = {r["name"]: r["value"] for r in results}
    targets = VALUE | FULL_VALUE if full else VALUE
    missed = []
    print(f"{'figure':36} {'value':>14} {'unit':12} {'before ×':>9}  beside" if earlier else
          f"{'figure':36} {'value':>14} {'unit':12} beside")
    for result in results:
        name, beside = result["name"], ""
        limit = BESIDE.get(name)
        ratio = result["value"] / value[limit] if value.get(limit) else None
        if limit and ratio is None:
            beside = f"{limit} WAS NOT MEASURED"
            missed.append(name)
        if ratio is not None:
            beside = f"{ratio:.2f} of {limit} = {value[limit]:,.6g}"
        if wrong := misses(result, ratio, targets):
            beside += f"  {wrong.upper()}"
            missed.append(name)
        compared = ""
        if earlier:
            times = better(result, earlier.get(name))
            compared = f"{times:9.2f}  " if times else " " * 11
        print(f"{name:36} {result['value']:>14,.6g} {result['unit']:12} {compared}{beside}")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--compare", type=pathlib.Path, metavar="FILE")
    options = parser.parse_intermixed_args()
    earlier = {}
    if options.compare:
        earlier = {r["name"]: r["value"] for r in json.loads(options.compare.read_text())}
    programs = sorted((ROOT / options.build / "bench").glob("*_bench"))
    if options.programs:
        programs = [p for p in programs if p.stem.removesuffix("_bench") in options.programs]
    if not programs:
        sys.exit("no such bench program")
    results, problems = [], []
    for program in programs:
        figures, problem = run(program, options.full)
        results += figures
        problems += [problem] if problem else []
    out = ROOT / "build" / "bench" / "results.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=1) + "\n")
    missed = show(results, earlier, options.full)
    for name in sorted(set(earlier) - {r["name"] for r in results}):
        print(f"{name} was measured before and is not now")
    print(f"\n{len(results)} figures in {out.relative_to(ROOT)}")
    if missed:
        problems.append(f"missed: {', '.join(missed)}")
    sys.exit("\n".join(problems) if problems else 0)


if __name__ == "__main__":
    main()
