#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Source rules that the compiler does not see: who may include whom, which third-party headers stay in one room,
file sizes, and the g++ 12 coroutine trap. Prints each breach as file:line: text; exit status 1 if there is one."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ["base", "crypto", "schema", "model", "merge", "protocol", "attendance", "media", "reference", "titles", "talent", "exchange", "tonight"]

# Room -> rooms it may include (its own is always allowed).
MAY = {
    "shared/base": [],
    "shared/crypto": ["base"],
    "shared/reference": ["base"],
    "shared/schema": ["base"],
    "shared/model": ["base", "schema", "crypto"],
    "shared/talent": ["base", "schema", "model"],
    "shared/merge": ["base", "schema", "model"],
    "shared/protocol": ["base", "schema", "model", "merge", "crypto"],
    "shared/attendance": ["base", "crypto"],
    "shared/media": ["base", "crypto"],
    "shared/titles": ["base", "crypto", "schema"],
    "shared/tonight": ["base", "crypto", "attendance"],
    "shared/exchange": ["base", "crypto", "schema", "model", "titles"],
    "shared/store": SHARED,
    "shared/photos": SHARED + ["store"],
    "shared/sync": SHARED + ["store"],
    "shared/qt": SHARED + ["store", "sync", "photos"],
    "shared/ui": ["base"],
    "shared/cli": SHARED + ["store", "sync", "qt", "photos"],
    "mobile": SHARED + ["store", "qt", "ui", "mobile"],
    "kiosk": SHARED + ["store", "qt", "ui", "kiosk"],
    "sync-server/http": ["base", "server/ops"],
    "sync-server/config": ["base"],
    "sync-server/ops": ["base"],
    "sync-server/cluster": ["base", "crypto"],
    "sync-server/ledger": ["base", "crypto"],
    "sync-server/db": SHARED + ["server/ops"],
    "sync-server/blobs": SHARED + ["server/db", "server/http", "server/ops", "server/config"],
    "sync-server/sync": SHARED + ["server/db", "server/ledger"],
    "sync-server/backup": ["base", "crypto", "server/db", "server/blobs", "server/ledger", "server/sync"],
    "sync-server/rules": SHARED + ["server/db", "server/sync", "server/ledger"],
    "sync-server/catalog": SHARED + ["server/db", "server/sync"],
    "sync-server/jobs": SHARED + ["server/db", "server/sync", "server/rules", "server/ops"],
    "sync-server/accounts": SHARED + ["server/db", "server/sync", "server/rules", "server/ledger"],
}
SERVER_TOP = ["sync-server/api", "sync-server/app", "sync-server"]

# Third-party header -> rooms that may include it.
ONLY_IN = {
    r"sqlite3\.h": ["shared/store"],
    r"sodium\.h": ["shared/crypto"],
    r"pqxx/|libpq-fe\.h": ["sync-server/db"],
    r"boost/(beast|asio)": ["sync-server/http"],
    r"openssl/": ["sync-server/http", "sync-server/blobs"],  # TLS; SHA-1 of pieces, for tus
    r"boost/json": ["shared/exchange", "shared/protocol", "sync-server"],
    r"ZXing/": ["kiosk", "shared/ui"],
    r"exiv2/|turbojpeg\.h|vips/|libraw/": ["shared/media"],
    r"zstd\.h": ["shared/protocol"],
    r"zip\.h": ["shared/exchange"],
    r"phonenumbers/": ["shared/talent"],
    r"Q[A-Z]\w+$|Qt[A-Z]\w+/": ["shared/qt", "shared/ui", "shared/cli", "mobile", "kiosk"],
}
LIMIT = {".cpp": 400, ".hpp": 400, ".qml": 300}


def room_of(path):
    parts = path.parts
    if parts[0] in ("shared", "sync-server") and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0]


def include_room(name):
    head = name.split("/")
    if len(head) < 2:
        return None
    return "/".join(head[:2]) if head[0] == "server" else head[0]


def breaches(path, text):
    room = room_of(path)
    known = {r.split("/")[-1] for r in MAY} | {"server"}
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*["<]([^">]+)[">]', line)
        if found:
            name = found.group(1)
            target = include_room(name)
            if target and (target.split("/")[0] in known) and room in MAY:
                own = room.replace("sync-server/", "server/").replace("shared/", "")
                if target != own and target not in MAY[room]:
                    yield number, f"{room} may not include {name}"
            if target and target in ("store", "sync", "qt", "ui") and room.startswith("sync-server"):
                yield number, f"the server never uses the device's rooms: {name}"
            for pattern, rooms in ONLY_IN.items():
                if re.match(pattern, name) and not any(room == r or room.startswith(r + "/") for r in rooms):
                    yield number, f"{name} belongs in {', '.join(rooms)} only"
        if re.search(r"co_await[^;]*(\?[^;]*:[^:]|\{)", line) and "//" not in line.split("co_await")[0]:
            yield number, "no ?: and no {...} inside a co_await operand (g++ 12 destroys temporaries twice)"
    lines = text.count("\n")
    if lines > LIMIT.get(path.suffix, 10**9):
        yield lines, f"{lines} lines: more than {LIMIT[path.suffix]}, likely two concepts"
    if path.suffix in LIMIT and "SPDX-License-Identifier" not in text[:200]:
        yield 1, "no SPDX line"


def main():
    files = subprocess.run(["git", "ls-files", "*.cpp", "*.hpp", "*.qml"], cwd=ROOT, capture_output=True, text=True,
                           check=True).stdout.split("\n")
    bad = 0
    for name in filter(None, files):
        path = pathlib.Path(name)
        if path.parts[0] == "tests" or not (ROOT / path).exists():
            continue
        for line, what in breaches(path, (ROOT / path).read_text(encoding="utf-8")):
            print(f"{name}:{line}: {what}")
            bad += 1
    print(f"{bad} breaches" if bad else "layering and source rules hold")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
