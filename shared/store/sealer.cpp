// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealer.hpp"

#include "base/text.hpp"

namespace foyer::store {

namespace {

constexpr std::string_view kMark = "sealed:";  // a mutation's JSON begins with a brace

std::string contextOf(const RecordKey& record) {
  return "local_outbox " + record.scope.str() + ' ' + std::to_string(record.collection) + ' ' +
         record.id.str();
}

}  // namespace

bool Sealer::isSealed(std::string_view text) { return text.starts_with(kMark); }

std::string Sealer::seal(std::string_view json, const RecordKey& record) const {
  const std::string context = contextOf(record);
  return std::string(kMark) + toBase64(crypto::seal(asBytes(json), asBytes(context), m_key.value()));
}

std::optional<std::string> Sealer::open(std::string_view sealed, const RecordKey& record) const {
  if (!m_key || !isSealed(sealed)) return std::nullopt;
  const auto raw = fromBase64(sealed.substr(kMark.size()));
  if (!raw) return std::nullopt;
  const std::string context = contextOf(record);
  const auto opened = crypto::open(*raw, asBytes(context), *m_key);
  if (!opened) return std::nullopt;
  return std::string(asText(*opened));
}

}  // namespace foyer::store
