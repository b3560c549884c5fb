// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome_batch.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace foyer::server {
namespace {

constexpr std::size_t kEntry = 25;

Error readReason(const boost::json::value& value) {
  const auto text = [&](const char* key) { return std::string(value.at(key).as_string()); };
  return {codeFromName(text("code")).value_or(Code::internal), text("field"), text("message")};
}

}  // namespace

std::string encodeOutcomes(std::span<const StoredOutcome> outcomes) {
  std::string out;
  out.reserve(outcomes.size() * kEntry);
  for (const StoredOutcome& o : outcomes) {
    out.append(reinterpret_cast<const char*>(o.hash.data()), o.hash.size());
    out.push_back(static_cast<char>(o.result.outcome));
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.push_back(static_cast<char>((static_cast<std::uint64_t>(o.result.version) >> shift) & 0xff));
    }
  }
  return out;
}

std::optional<std::string> encodeReasons(std::span<const StoredOutcome> outcomes) {
  boost::json::object all;
  for (const StoredOutcome& o : outcomes) {
    if (!o.result.reason) continue;
    const Error& e = *o.result.reason;
    all[std::to_string(o.result.seq)] = {
        {"code", info(e.code).name}, {"field", e.field}, {"message", e.message}};
  }
  if (all.empty()) return std::nullopt;
  return boost::json::serialize(all);
}

std::vector<StoredOutcome> decodeOutcomes(std::uint64_t firstSeq, std::string_view entries,
                                          std::string_view reasons) {
  if (entries.size() % kEntry != 0) throw std::runtime_error("Stored outcomes can't be read.");
  boost::json::object texts;
  if (!reasons.empty()) texts = boost::json::parse(reasons).as_object();
  std::vector<StoredOutcome> out;
  for (std::size_t at = 0; at < entries.size(); at += kEntry) {
    StoredOutcome& o = out.emplace_back();
    std::copy_n(entries.data() + at, o.hash.size(), reinterpret_cast<char*>(o.hash.data()));
    o.result.seq = firstSeq + out.size() - 1;
    o.result.outcome = static_cast<model::Outcome>(entries[at + 16]);
    std::uint64_t version = 0;
    for (std::size_t i = 17; i < kEntry; ++i)
      version = (version << 8) | static_cast<std::uint8_t>(entries[at + i]);
    o.result.version = static_cast<std::int64_t>(version);
    if (const auto* reason = texts.if_contains(std::to_string(o.result.seq)))
      o.result.reason = readReason(*reason);
  }
  return out;
}

}  // namespace foyer::server
