// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/digest.hpp"
#include "model/record.hpp"
#include "model/tree.hpp"
#include "schema/types.hpp"

/// Questions of a device whose digest differs from the server's, and their answers (design law 10). Prefixes
/// are raw bytes here, hex on the wire.
namespace foyer::protocol {

/// The sums of all children of some branches.
struct SumsRequest {
  Uuid scope;
  int schema = schema::kSchemaLevel;
  std::vector<std::string> prefixes;  ///< each shorter than model::kTreeDepth bytes
};

/// Which rows lie under some prefixes.
struct MarksRequest {
  Uuid scope;
  int schema = schema::kSchemaLevel;
  std::vector<std::string> prefixes;
};

/// A record of a scope, by name.
struct RowName {
  const schema::Collection* collection = nullptr;
  Uuid id;
  auto operator<=>(const RowName&) const = default;
};

/// Some rows, answered by pages with `part` set.
struct RowsRequest {
  Uuid scope;
  int schema = schema::kSchemaLevel;
  std::vector<RowName> rows;
};

struct Branch {
  std::string prefix;
  std::vector<model::BranchSum> children;  ///< kTreeFan of them
};
struct Sums {
  Uuid scope;
  std::int64_t epoch = 0;
  std::int64_t head = 0;  ///< of the snapshot that was summed
  std::vector<Branch> branches;
};

/// One row without its content.
struct Mark {
  const schema::Collection* collection = nullptr;
  Uuid id;
  std::int64_t version = 0;
  std::optional<model::Digest> hash;  ///< none: a tombstone
};
struct Marks {
  Uuid scope;
  std::int64_t epoch = 0;
  std::int64_t head = 0;
  std::vector<std::string> prefixes;  ///< everything under these is named
  std::vector<Mark> marks;
};

}  // namespace foyer::protocol
