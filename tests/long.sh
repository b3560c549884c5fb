#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What takes too long for every change: the whole suite under AddressSanitizer, the server and the sync engine under
# ThreadSanitizer, fuzzing, many rounds of convergence, and line coverage. Run by `./dev test long`.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)

section() { printf '\n== %s\n' "$*"; }

section "AddressSanitizer and UndefinedBehaviorSanitizer"
cmake --preset asan && cmake --build --preset asan --target all tests/all
ASAN_OPTIONS=detect_leaks=0 ctest --preset asan -j "$jobs" -LE 'web|e2e'

section "ThreadSanitizer"
cmake --preset tsan -DFOYER_BUILD_APPS=OFF && cmake --build --preset tsan --target all tests/all
ctest --preset tsan -j "$jobs" -L 'fast|pg'

section "Simulation, ${FOYER_SEEDS:=10000} seeds"
cmake --preset release -DFOYER_BUILD_APPS=OFF && cmake --build --preset release --target simulation_test
FOYER_SEEDS="$FOYER_SEEDS" FOYER_FIRST_SEED="${FOYER_FIRST_SEED:-1}" build/release/tests/simulation_test

section "Fuzzing, ${FOYER_FUZZ_SECONDS:=300} seconds a target"
cmake --preset fuzz && cmake --build --preset fuzz --target tests/fuzz/all
for target in build/fuzz/fuzz/*_fuzz; do "$target" -max_total_time="$FOYER_FUZZ_SECONDS" -print_final_stats=1; done

section "Coverage"
cmake --preset coverage && cmake --build --preset coverage --target all tests/all
ctest --preset coverage -j "$jobs" -L 'fast|pg|qml'
gcov_dir=build/coverage
find "$gcov_dir" -name '*.gcda' -path '*shared*' -o -name '*.gcda' -path '*sync-server*' |
  xargs gcov -n 2>/dev/null | awk '/^File .*(shared|sync-server)\//{f=$0} /^Lines executed/ && f {split($0,a,"[:% ]+"); s+=a[3]*a[5]/100; n+=a[5]; f=""}
    END {printf "line coverage of shared and sync-server: %.1f %% of %d lines\n", 100*s/n, n}'
