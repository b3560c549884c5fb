#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the generated files that live in the repository. A test fails when one is out of date.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="$1"
"$bin/schema-tool" docs > shared/schema/COLLECTIONS.md
"$bin/foyer-server" config-reference > sync-server/CONFIG.md
cmake --build "$(dirname "$bin")" --target update_translations
git status --short shared/schema/COLLECTIONS.md sync-server/CONFIG.md assets/translations
