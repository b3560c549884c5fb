#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Foyer's main job, for real: a server with its own PostgreSQL, the app as two devices, a kiosk without network.
# Usage: demo.sh BIN_DIR [--headless]. With a display it opens the app and the kiosk; without, it plays the story.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin="$1"; shift
headless=no
[ "${1:-}" = --headless ] && headless=yes
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=yes
out="${FOYER_DEMO_DIR:-build/demo}"
rm -rf "$out" && mkdir -p "$out"
if [ "$headless" = yes ]; then
  exec xvfb-run -a -s '-screen 0 1600x2000x24' python3 tests/demo/story.py "$bin" "$out"
fi
exec python3 tests/demo/story.py "$bin" "$out" --play
