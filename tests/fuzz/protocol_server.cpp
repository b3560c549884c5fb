// SPDX-License-Identifier: GPL-3.0-or-later
// What the server sends. The first byte tells whether the rest is a text or a binary frame.
#include "fuzz.hpp"
#include "protocol/codec.hpp"
#include "random_messages.hpp"
#include "schema/collections.hpp"

namespace {

using namespace foyer;

struct Count : protocol::PageSink {
  Result<void> header(const protocol::PageHeader&) override { return {}; }
  Result<void> row(const model::Record& row) override {
    hash += model::rowHash(row);
    ++rows;
    return {};
  }
  std::size_t rows = 0;
  model::Digest hash;
};

/// Pages above a kilobyte travel compressed; changing that mostly breaks the block. So some are written as
/// text.
std::string pageText(const protocol::Page& page) {
  protocol::Page empty;
  empty.header = page.header;
  std::string out = protocol::encode(protocol::ServerMessage(empty)).bytes;
  for (const model::Record& row : page.rows) {
    protocol::PageWriter writer(page.header);
    writer.beginBatch(*row.collection);
    writer.row(row);
    const protocol::Frame frame = writer.finish();
    if (!frame.binary) out += frame.bytes.substr(frame.bytes.find('\n') + 1);
  }
  return out;
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  test::RandomMessages random(12);
  std::vector<std::string> out;
  for (int i = 0; i < 40; ++i) {
    const protocol::Frame frame = protocol::encode(random.server());
    out.push_back((frame.binary ? "b" : "t") + frame.bytes);
  }
  for (const schema::Collection& collection : schema::collections())
    out.push_back("t" + pageText(random.page(collection, 3)));
  return out;
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input = fuzz::view(data + 1, size - 1);
  const bool binary = data[0] == 'b';
  const auto read = protocol::decodeServer(input, binary);
  Count count;
  const auto streamed = protocol::decodeServer(input, binary, &count);
  fuzz::require(read.ok() == streamed.ok(), "a sink changes nothing");
  if (!read) {
    fuzz::require(!read.error().message.empty() && isUtf8(read.error().message), "a refusal says why");
    return 0;
  }
  const protocol::Frame frame = protocol::encode(*read);
  const auto again = protocol::decodeServer(frame.bytes, frame.binary);
  fuzz::require(again.ok(), "what was read can be sent on");
  fuzz::require(protocol::encode(*again).bytes == frame.bytes, "there is one spelling");
  if (const auto* page = std::get_if<protocol::Page>(&*read)) {
    model::Digest hash;
    for (const model::Record& row : page->rows) hash += model::rowHash(row);
    fuzz::require(page->rows.size() == count.rows && hash == count.hash, "rows are the same one by one");
  }
  return 0;
}
