// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>
#include <charconv>
#include <map>

#include "answers.hpp"
#include "principal.hpp"
#include "schema/collections.hpp"
#include "server/api/history.hpp"

namespace foyer::server::api {
namespace {

namespace json = boost::json;
using http::Type;

constexpr std::int64_t kUsual = 50;
constexpr std::int64_t kMost = 200;

/// A query parameter between `least` and `most`; `fallback` when it is not there.
std::int64_t number(const http::Request& request, std::string_view name, std::int64_t fallback,
                    std::int64_t least, std::int64_t most) {
  const auto text = request.queryValue(name);
  if (!text) return fallback;
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (failed == std::errc{} && end == text->data() + text->size() && value >= least && value <= most) {
    return value;
  }
  throw Error{
      Code::invalidField, std::string(name),
      "This must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + "."};
}

class Names {
 public:
  explicit Names(const NameOf& nameOf) : m_nameOf(nameOf) {}
  json::value of(const Uuid& account) {
    if (account.isNil() || !m_nameOf) return nullptr;
    const auto [at, fresh] = m_known.try_emplace(account);
    if (fresh) at->second = m_nameOf(account);
    return at->second.empty() ? json::value(nullptr) : json::value(at->second);
  }

 private:
  const NameOf& m_nameOf;
  std::map<Uuid, std::string> m_known;
};

json::value idOrNull(const Uuid& id) { return id.isNil() ? json::value(nullptr) : json::value(id.str()); }

json::object shown(const JournalEntry& line, Names& names) {
  return {{"version", line.version},
          {"what", journalName(line.what)},
          {"at", line.atMs},
          {"received_at", line.receivedMs},
          {"account", idOrNull(line.account)},
          {"name", names.of(line.account)},
          {"device", idOrNull(line.device)},
          {"changes", json::parse(line.changes)}};
}

RecordKey recordOf(const http::Request& request) {
  const schema::Collection* collection = schema::findCollection(request.param("collection"));
  if (!collection) {
    throw Error{Code::unknownCollection, "collection", "There is no collection of this name."};
  }
  return {collection, uuidParam(request, "id")};
}

http::Response history(SyncService& service, const NameOf& nameOf, const http::Request& request) {
  const Uuid scope = uuidParam(request, "scope");
  const RecordKey record = recordOf(request);
  const std::int64_t limit = number(request, "limit", kUsual, 1, kMost);
  const std::int64_t before = number(request, "before", INT64_MAX, 1, INT64_MAX);
  std::vector<JournalEntry> lines = service.store().history(scope, record, before, limit + 1);
  // Asked after the lines were read: who left meanwhile gets nothing.
  if (!service.store().roleOf(scope, whoAsks(request).account)) {
    throw Error{Code::forbidden, "scope", "You are not a member of this scope."};
  }
  if (lines.empty() && service.store().read(scope, {&record, 1})->records.empty()) {
    throw Error{Code::notFound, "id", "There is no such record."};
  }
  http::Pagination pagination{.limit = limit, .next = {}, .total = {}};
  if (static_cast<std::int64_t>(lines.size()) > limit) {
    lines.pop_back();
    pagination.next = std::to_string(lines.back().version);
  }
  Names names(nameOf);
  json::array shownLines;
  for (const JournalEntry& line : lines) shownLines.push_back(shown(line, names));
  return http::success(std::move(shownLines), "OK", 200, pagination);
}

}  // namespace

http::Endpoint historyEndpoint(SyncService* service, NameOf nameOf) {
  http::Endpoint e = endpoint("GET", "/api/v1/scopes/{scope}/records/{collection}/{id}/history");
  e.doc =
      "What happened to a record in the last 90 days, newest first: who changed which field, and when. "
      "Values "
      "of protected fields are not told.";
  e.query = {
      {"limit", Type::integer, false, static_cast<std::size_t>(kMost), "Entries at once; 50 unless said."},
      {"before", Type::integer, false, 0, "Goes on below this version: `next` of the page before."}};
  e.action = [service, nameOf = std::move(nameOf)](const http::Context&, const http::Request& request) {
    return history(*service, nameOf, request);
  };
  return e;
}

}  // namespace foyer::server::api
