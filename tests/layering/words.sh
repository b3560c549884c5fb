#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# No private key, no absolute path of somebody's machine, no unfinished-work mark, no registry address in a lock file.
set -euo pipefail
cd "$(dirname "$0")/../.."
status=0
look() {
  local what="$1"; shift
  if git grep -nIE "$@" -- ':!LICENSE' ':!tests/layering/words.sh'; then printf '%s\n' "$what"; status=1; fi
}
look 'A private key is in the repository.' -e 'BEGIN (EC |RSA |OPENSSH )?PRIVATE KEY'
look 'A path of one machine is in the repository.' -e '(/home/[a-z]+/|/root/)'
look 'Unfinished work is marked in the source.' -e '(TODO|FIXME|HACK)([^A-Za-z]|$)'
look 'A package registry is named.' -e 'registry\.[a-z]+js\.(org|com)|deb\.debian\.org'
exit "$status"
