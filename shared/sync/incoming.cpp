// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/incoming.hpp"

namespace foyer::sync {
namespace {

class PageReader final : public protocol::PageSink {
 public:
  explicit PageReader(const std::function<void(const protocol::PageHeader&)>& begun) : m_begun(begun) {}
  Result<void> header(const protocol::PageHeader& header) override {
    scope = header.scope;
    m_begun(header);
    return {};
  }
  Result<void> row(const model::Record& row) override {
    rows.push_back(row);
    hashes.push_back(model::rowHash(row));
    return {};
  }
  std::optional<Uuid> scope;
  std::vector<model::Record> rows;
  std::vector<model::Digest> hashes;

 private:
  const std::function<void(const protocol::PageHeader&)>& m_begun;
};

}  // namespace

Incoming readFrame(const protocol::Frame& frame,
                   const std::function<void(const protocol::PageHeader&)>& begun) {
  PageReader reader(begun);
  Incoming incoming{protocol::decodeServer(frame.bytes, frame.binary, &reader), reader.scope};
  if (!incoming.message) return incoming;
  if (auto* page = std::get_if<protocol::Page>(&*incoming.message)) {
    page->rows = std::move(reader.rows);
    page->hashes = std::move(reader.hashes);
  }
  return incoming;
}

}  // namespace foyer::sync
