// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foyer::test {

/// Puts a VFS in front of SQLite's own one that asks the FaultDisk of a file before each operation. Once per
/// process.
void installFaultVfs();

/// SQLite without its locks between threads, for programs that have one: a third faster. To be called before
/// anything else of SQLite is.
void useSqliteInOneThread();

}  // namespace foyer::test
