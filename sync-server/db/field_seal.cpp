// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/field_seal.hpp"

#include <stdexcept>

namespace foyer::server {
namespace {

constexpr char kMark = '\x01';
constexpr std::string_view kBytesMark = "\x01sealed\x01";

/// Collection, field, scope and record, each in a way that no two places share.
std::string contextOf(const FieldPlace& place) {
  std::string context = "foyer-field ";
  context += place.collection.name;
  context += ' ';
  context += place.field.name;
  context += ' ' + place.scope.str() + ' ' + place.record.str();
  return context;
}

[[noreturn]] void refuse(const FieldPlace& place, const std::string& why) {
  throw std::runtime_error("The sealed " + std::string(place.field.name) + " of " +
                           std::string(place.collection.name) + ' ' + place.record.str() +
                           " can't be opened: " + why);
}

}  // namespace

bool FieldSeal::concerns(const schema::Collection& collection, const schema::Field& field) {
  if (collection.name == "conflicts") return field.name == "lost_value" || field.name == "kept_value";
  return field.sensitivity == schema::Sensitivity::sealed &&
         (field.type == schema::Type::text || field.type == schema::Type::bytes);
}

bool FieldSeal::wanted(const model::Record& record, const schema::Field& field) {
  return concerns(*record.collection, field) &&
         (record.collection->name != "conflicts" || record.text("sensitivity") == "sealed");
}

model::Value FieldSeal::seal(const FieldPlace& place, const model::Value& value) const {
  if (!m_key || model::isNull(value)) return value;
  const std::string context = contextOf(place);
  if (const auto* text = std::get_if<std::string>(&value)) {
    return kMark + toBase64(crypto::seal(asBytes(*text), asBytes(context), *m_key));
  }
  const auto& raw = std::get<Bytes>(value);
  return Bytes(asBytes(kBytesMark).begin(), asBytes(kBytesMark).end()) +
         crypto::seal(raw, asBytes(context), *m_key);
}

std::string FieldSeal::open(const FieldPlace& place, std::string_view stored) const {
  if (!stored.starts_with(kMark)) return std::string(stored);
  const auto sealed = fromBase64(stored.substr(1));
  if (!sealed) refuse(place, "It is damaged.");
  return std::string(asText(openRaw(place, *sealed)));
}

Bytes FieldSeal::open(const FieldPlace& place, Bytes stored) const {
  if (!asText(stored).starts_with(kBytesMark)) return stored;
  return openRaw(place, std::span(stored).subspan(kBytesMark.size()));
}

Bytes FieldSeal::openRaw(const FieldPlace& place, std::span<const std::uint8_t> sealed) const {
  if (!m_key) refuse(place, "There is no key.");
  const std::string context = contextOf(place);
  auto opened = crypto::open(sealed, asBytes(context), *m_key);
  if (!opened) refuse(place, opened.error().message);
  return std::move(*opened);
}

}  // namespace foyer::server
