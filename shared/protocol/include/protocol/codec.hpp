// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "protocol/messages.hpp"

namespace foyer::protocol {

/// One encoded message. Binary frames are one zstd block of the same text; both forms are accepted
/// everywhere.
struct Frame {
  std::string bytes;
  bool binary = false;
};

Frame encode(const ClientMessage& message);
Frame encode(const ServerMessage& message);

/// Takes the rows of a page one by one, so that nobody has to hold them all. An Error stops the decoding and
/// is its result.
class PageSink {
 public:
  virtual ~PageSink() = default;
  virtual Result<void> header(const PageHeader& header) = 0;  ///< once, before the rows
  virtual Result<void> row(const model::Record& row) = 0;     ///< reused for the next row: copy what you keep
};

/// Strict: unknown keys, doubled keys, wrong types, values that can't be of their field's type, NUL, bad
/// UTF-8 and inflated sizes are errors with the path of the culprit in `field`. What only breaks a field's
/// limits is left to validation; a mutation of a push with a wrong shape becomes a BadMutation. So one bad
/// mutation can be held while the others go on.
Result<ClientMessage> decodeClient(std::string_view bytes, bool binary);
/// With a sink, a page's rows go there and Page::rows stays empty.
Result<ServerMessage> decodeServer(std::string_view bytes, bool binary, PageSink* sink = nullptr);

/// Writes a page without building records: the server's hot path.
class PageWriter {
 public:
  explicit PageWriter(const PageHeader& header, int schemaLevel = schema::kSchemaLevel);
  int schemaLevel() const { return m_schemaLevel; }
  /// Starts a batch of one collection; all its fields known at `schemaLevel` are columns, after id, version,
  /// state, created, updated.
  void beginBatch(const schema::Collection& collection);
  /// Next row's cells in column order: call one of these per column.
  void beginRow();
  void null();
  void number(std::string_view digits);  ///< already canonical decimal digits
  void boolean(bool value);
  void text(std::string_view utf8);  ///< escaped here
  void raw(std::string_view canonicalJson);
  void base64(std::span<const std::uint8_t> raw);
  void endRow();
  void row(const model::Record& record);
  /// The finished frame: compressed above a size where that pays.
  Frame finish(int zstdLevel = 1);

 private:
  void endBatch();
  void cell();
  std::string m_out;
  int m_schemaLevel;
  const schema::Collection* m_collection = nullptr;
  std::size_t m_countAt = 0;  ///< where the batch's row count goes
  std::int64_t m_rows = 0;
  bool m_firstCell = true;
};

/// Canonical JSON of one value, as on the wire and in exports: no spaces, sorted keys, shortest numbers.
void appendValue(std::string& out, const schema::Field& field, const model::Value& value);
/// Reads one value of a field's type from JSON text, strictly.
Result<model::Value> parseValue(const schema::Field& field, std::string_view json);

/// One mutation as canonical JSON (what the device stores and the server hashes), and back. Device and scope
/// are not part of it: the decoded mutation has them nil.
std::string encodeMutation(const model::Mutation& mutation);
Result<model::Mutation> decodeMutation(std::string_view json);

/// Canonical export of a record: one JSON line, byte-equal on server and device.
std::string exportLine(const model::Record& record);

}  // namespace foyer::protocol
