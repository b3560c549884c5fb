#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What takes too long for every change. Usage: long.sh [part…]; all of them without one:
#   asan         the suite under AddressSanitizer and UndefinedBehaviorSanitizer
#   tsan         engine, store and server under ThreadSanitizer
#   simulation   FOYER_SEEDS (10,000) whole worlds under one time
#   repair       ten changed rows in a replica of a million
#   force        real programs killed and cut off, as often as promised
#   fuzz         libFuzzer, FOYER_FUZZ_SECONDS (300) a target
#   tidy         clang-tidy over every file
#   coverage     line coverage of shared and sync-server
# FOYER_SMALL=1 runs each part in a small size, to see that it works. Run by `./dev test long`.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc)
small="${FOYER_SMALL:-}"
export QTEST_FUNCTION_TIMEOUT=86400000  # Qt Test gives a test function five minutes

section() { printf '\n== %s\n' "$*"; }
# The full size, or the small one.
size() { if [ -n "$small" ]; then printf '%s' "$2"; else printf '%s' "$1"; fi; }

asan() {
  section "AddressSanitizer and UndefinedBehaviorSanitizer"
  cmake --preset asan -DFOYER_TEST_TIMEOUT=14400
  cmake --build --preset asan --target all tests/all
  ASAN_OPTIONS=detect_leaks=0 ctest --preset asan -j "$jobs" -LE 'web|e2e|lint'
}

tsan() {
  section "ThreadSanitizer"
  cmake --preset tsan -DFOYER_BUILD_APPS=OFF -DFOYER_TEST_TIMEOUT=14400
  cmake --build --preset tsan --target all tests/all
  ctest --preset tsan -j "$jobs" -L 'fast|pg' -LE lint
}

simulation() {
  FOYER_SEEDS="${FOYER_SEEDS:-$(size 10000 20)}"
  section "Simulation, $FOYER_SEEDS seeds"
  cmake --preset release
  cmake --build --preset release --target simulation_test
  FOYER_SEEDS="$FOYER_SEEDS" FOYER_FIRST_SEED="${FOYER_FIRST_SEED:-1}" build/release/tests/simulation_test
}

# Ten changed rows in a replica of a million.
repair() {
  section "Repair of a replica of a million rows"
  cmake --preset release
  cmake --build --preset release --target repair_test
  FOYER_ROWS="$(size 1000000 50000)" build/release/tests/repair_test
}

# Kills of each kind, also under the load of many devices, partitions of each direction, overlapping transactions at two
# servers, rounds of changes under clocks that step back. The limits that the tests have in the everyday run are lifted
# for it.
force() {
  section "By force"
  cmake --preset release -DFOYER_TEST_TIMEOUT=604800
  cmake --build --preset release --target all tests/e2e/all
  local failed=0
  FOYER_KILLS="${FOYER_KILLS:-$(size 1000 3)}" FOYER_PARTITIONS="${FOYER_PARTITIONS:-$(size 300 3)}" \
    FOYER_RESTORES="${FOYER_RESTORES:-$(size 100 2)}" FOYER_CHANGES="${FOYER_CHANGES:-$(size 5000 4)}" \
    FOYER_LOAD_KILLS="${FOYER_LOAD_KILLS:-$(size 1000 3)}" FOYER_LOAD_CHANGES="${FOYER_LOAD_CHANGES:-$(size 1000000 500)}" \
    FOYER_LOAD_STOPS="${FOYER_LOAD_STOPS:-$(size 200 2)}" FOYER_LOAD_ROUNDS="${FOYER_LOAD_ROUNDS:-$(size 1000 4)}" \
    FOYER_LOAD_DEVICES="${FOYER_LOAD_DEVICES:-$(size 32 4)}" FOYER_LOAD_PACE="${FOYER_LOAD_PACE:-$(size 400 100)}" \
    FOYER_ROUNDS="${FOYER_ROUNDS:-$(size 500 2)}" FOYER_ROUND_CHANGES="${FOYER_ROUND_CHANGES:-$(size 256 20)}" \
    FOYER_ROUND_DEVICES="${FOYER_ROUND_DEVICES:-$(size 8 3)}" \
    FOYER_TRANSACTIONS="${FOYER_TRANSACTIONS:-$(size 100000 200)}" FOYER_INVERSIONS="${FOYER_INVERSIONS:-$(size 1000 10)}" \
    ctest --preset release -R '^e2e_' || failed=1
  cmake --preset release -DFOYER_TEST_TIMEOUT= >/dev/null
  return "$failed"
}

# Starts from each target's own corpus and what was ever found. A new find lies in build/fuzz/finds and belongs into
# tests/fuzz/found/NAME, where every later test run repeats it.
fuzz() {
  section "Fuzzing, ${FOYER_FUZZ_SECONDS:=$(size 300 5)} seconds a target"
  cmake --preset fuzz
  cmake --build --preset fuzz --target tests/fuzz/all
  local failed=0 target name corpus found
  for target in build/fuzz/fuzz/*_fuzz; do
    name=$(basename "$target" _fuzz)
    corpus="build/fuzz/corpus/$name"
    found="tests/fuzz/found/$name"
    mkdir -p build/fuzz/finds
    build/fuzz/tests/fuzz_smoke_"$name" --write "$corpus"
    if [ -d "$found" ]; then cp "$found"/* "$corpus"; fi
    echo "-- $name"
    "$target" -max_total_time="$FOYER_FUZZ_SECONDS" -print_final_stats=1 -verbosity=0 \
      -artifact_prefix="build/fuzz/finds/$name-" "$corpus" || failed=1
  done
  return "$failed"
}

tidy() {
  section "clang-tidy over every file"
  cmake --preset dev
  cmake --build --preset dev --target all tests/all
  python3 tests/lint/tidy.py build/dev --all
}

coverage() {
  section "Coverage"
  cmake --preset coverage
  cmake --build --preset coverage --target all tests/all
  ctest --preset coverage -j "$jobs" -L 'fast|pg|qml' -LE lint
  find build/coverage -name '*.gcda' -path '*shared*' -o -name '*.gcda' -path '*sync-server*' |
    xargs gcov -n 2>/dev/null | awk '/^File .*(shared|sync-server)\//{f=$0} /^Lines executed/ && f {split($0,a,"[:% ]+"); s+=a[3]*a[5]/100; n+=a[5]; f=""}
      END {printf "line coverage of shared and sync-server: %.1f %% of %d lines\n", 100*s/n, n}'
}

[ $# -gt 0 ] || set -- asan tsan simulation repair force fuzz tidy coverage
for part in "$@"; do
  case "$part" in
    asan|tsan|simulation|repair|force|fuzz|tidy|coverage) ;;
    *) sed -n '3,12p' "$0" >&2; exit 2 ;;
  esac
done
if [ $# = 1 ]; then "$1"; exit; fi
# Each part by itself, so that one that fails keeps none of the others from running.
failed=()
for part in "$@"; do "$BASH" tests/long.sh "$part" || failed+=("$part"); done
if [ ${#failed[@]} -gt 0 ]; then section "Failed: ${failed[*]}"; exit 1; fi
