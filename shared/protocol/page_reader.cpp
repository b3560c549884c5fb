// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "page_codec.hpp"
#include "schema/collections.hpp"
#include "token_codec.hpp"
#include "value_codec.hpp"

namespace foyer::protocol {
namespace {

PageHeader readHeader(JsonCursor& in) {
  PageHeader header;
  in.object({"scope", "epoch", "head", "more", "live", "from", "next"}, [&](std::string_view key) {
    if (key == "t") {
      in.raw();
    } else if (key == "scope") {
      header.scope = readUuid(in);
    } else if (key == "epoch") {
      header.epoch = readVersion(in);
    } else if (key == "head") {
      header.head = readVersion(in);
    } else if (key == "more") {
      header.more = in.boolean();
    } else if (key == "live") {
      header.live = in.boolean();
    } else if (key == "from") {
      header.from = readVersion(in);
    } else if (key == "next") {
      header.next = readToken(in);
    } else if (key == "part") {
      header.part = in.boolean();
    } else if (key == "digest") {
      if (in.null()) return;
      header.digest = readDigest(in);
    } else if (key == "hash") {
      header.hash = readDigest(in);
    } else {
      in.unknown();
    }
  });
  return header;
}

/// What the cells of a batch's rows are: an index of kRowColumns, or of the collection's fields after it.
struct Batch {
  const schema::Collection* collection = nullptr;
  std::vector<std::size_t> columns;
  std::int64_t rows = 0;
};

constexpr std::size_t kFixed = std::size(kRowColumns);

Batch readBatch(JsonCursor& in) {
  Batch batch;
  std::vector<std::string> names;
  in.object({"c", "f", "n"}, [&](std::string_view key) {
    if (key == "c") {
      const std::string name = in.string();
      batch.collection = schema::findCollection(name);
      if (!batch.collection) in.fail("there is no collection \"" + name + "\"");
    } else if (key == "f") {
      in.array([&](std::size_t) { names.push_back(in.string()); });
    } else if (key == "n") {
      batch.rows = readVersion(in);
    } else {
      in.unknown();
    }
  });
  if (!batch.collection) in.fail("a batch needs a collection");
  for (const std::string& name : names) {
    const auto* fixed = std::find(std::begin(kRowColumns), std::end(kRowColumns), name);
    const int field = batch.collection->indexOf(name);
    if (fixed == std::end(kRowColumns) && field < 0) in.fail("there is no column \"" + name + "\"");
    const std::size_t column = fixed != std::end(kRowColumns)
                                   ? static_cast<std::size_t>(fixed - std::begin(kRowColumns))
                                   : kFixed + static_cast<std::size_t>(field);
    if (std::find(batch.columns.begin(), batch.columns.end(), column) != batch.columns.end())
      in.fail("column \"" + name + "\" is there twice");
    batch.columns.push_back(column);
  }
  for (std::size_t i = 0; i < kFixed; ++i)
    if (std::find(batch.columns.begin(), batch.columns.end(), i) == batch.columns.end())
      in.fail("column \"" + std::string(kRowColumns[i]) + "\" is missing");
  return batch;
}

void readCell(JsonCursor& in, std::size_t column, model::Record& record, std::string& scratch) {
  switch (column) {
    case 0:
      record.id = readUuid(in);
      return;
    case 1:
      record.version = readVersion(in);
      return;
    case 2: {
      const std::int64_t state = readVersion(in);
      if (state > static_cast<std::int64_t>(model::State::tombstone)) in.fail("is no state");
      record.state = static_cast<model::State>(state);
      return;
    }
    case 3:
      record.createdMs = in.integer();
      return;
    case 4:
      record.updatedMs = in.integer();
      return;
    default:
      readValue(in, record.collection->fields[column - kFixed], record.fields[column - kFixed], scratch);
  }
}

}  // namespace

Result<ServerMessage> readPage(JsonCursor& in, PageSink* sink) {
  Page page;
  page.header = readHeader(in);
  if (sink)
    if (auto taken = sink->header(page.header); !taken.ok()) return taken.error();
  std::string scratch;
  while (!in.atEnd()) {
    const Batch batch = readBatch(in);
    model::Record record(*batch.collection, page.header.scope, {});
    for (std::int64_t left = batch.rows; left > 0; --left) {
      std::size_t cells = 0;
      in.row([&](std::size_t index) {
        if (index >= batch.columns.size()) in.fail("a row has too many cells");
        readCell(in, batch.columns[index], record, scratch);
        ++cells;
      });
      if (cells != batch.columns.size()) in.fail("a row has too few cells");
      if (!sink) {
        page.rows.push_back(record);
      } else if (auto taken = sink->row(record); !taken.ok()) {
        return taken.error();
      }
    }
  }
  return ServerMessage(std::move(page));
}

}  // namespace foyer::protocol
