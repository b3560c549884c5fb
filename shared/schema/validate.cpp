// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/validate.hpp"

#include <string>

#include "base/text.hpp"
#include "schema/patterns.hpp"
#include "schema/well_formed.hpp"
#include "shapes.hpp"

namespace foyer::schema {
namespace {

using Problem = std::optional<Error>;

Error wrong(const Field& field, std::string sentence) {
  return {Code::invalidField, std::string(field.name), std::move(sentence)};
}

bool hasControls(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return true;
    // C1 controls, U+0080 to U+009F, are two bytes.
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

Problem checkCharacters(const Field& field, std::string_view text) {
  if (!isUtf8(text)) return wrong(field, "This is not readable text (UTF-8).");
  if (hasControls(text)) return wrong(field, "Control characters are not allowed, except tab and new line.");
  return {};
}

Problem checkPattern(const Field& field, std::string_view text) {
  if (field.pattern.empty()) return {};
  const Pattern* pattern = findPattern(field.pattern);
  if (!text.empty() && pattern != nullptr && pattern->matches(text)) return {};
  return wrong(field, "This must be " + std::string(pattern ? pattern->allowed : field.pattern) + ".");
}

Problem checkLength(const Field& field, std::string_view text) {
  const auto points = static_cast<std::int64_t>(codePoints(text));
  if (points < fewest(field)) {
    if (points == 0) return missing(field);
    return wrong(field, "At least " + std::to_string(fewest(field)) + " characters are needed.");
  }
  if (points > field.max) {
    return wrong(field, "At most " + std::to_string(field.max) + " characters fit; these are " +
                            std::to_string(points) + ".");
  }
  return {};
}

Problem checkShape(const Field& field, std::string_view text) {
  switch (field.type) {
    case Type::zoned:
      if (shape::isZoned(text)) return {};
      return wrong(field, "This must be a moment like 2026-06-13T20:14:05.000+02:00.");
    case Type::date:
      if (shape::isDate(text)) return {};
      return wrong(field, "This must be a day like 2026-06-13.");
    case Type::point:
      if (shape::isPoint(text)) return {};
      return wrong(field,
                   "This must be latitude and longitude with eight decimals, like 48.85661400,2.35222190.");
    case Type::amount:
      if (shape::isAmount(text)) return {};
      return wrong(field, "This must be an amount in minor units and its currency, like 1250 EUR.");
    case Type::hash:
      if (shape::isHash(text)) return {};
      return wrong(field, "This must be a SHA-256 in 64 small hex digits.");
    case Type::enumeration:
      if (isOneOf(text, field.values)) return {};
      return wrong(field, "This must be one of: " + joined(field.values) + ".");
    case Type::json:
      if (static_cast<std::int64_t>(text.size()) > field.max) {
        return wrong(field, "At most " + std::to_string(field.max) + " bytes fit.");
      }
      if (shape::isJsonObject(text)) return {};
      return wrong(field, "This must be one JSON object in canonical form.");
    default:
      return wrong(field, "This field holds no text.");
  }
}

}  // namespace

Error missing(const Field& field) { return wrong(field, "This must be filled in."); }

Problem checkText(const Field& field, std::string_view text) {
  if (Problem bad = checkCharacters(field, text)) return bad;
  if (field.type != Type::text) return checkShape(field, text);
  if (Problem bad = checkLength(field, text)) return bad;
  return checkPattern(field, text);
}

Problem checkInteger(const Field& field, std::int64_t value) {
  if (field.type == Type::boolean) {
    if (value == 0 || value == 1) return {};
    return wrong(field, "This must be yes or no.");
  }
  if (field.type != Type::integer && field.type != Type::time)
    return wrong(field, "This field holds no number.");
  if (value >= field.min && value <= field.max) return {};
  return wrong(field, "This must lie between " + std::to_string(field.min) + " and " +
                          std::to_string(field.max) + ".");
}

Problem checkBytes(const Field& field, std::size_t size) {
  if (field.type != Type::bytes) return wrong(field, "This field holds no bytes.");
  if (field.required && size == 0) return missing(field);
  if (size <= static_cast<std::uint64_t>(field.max)) return {};
  return wrong(field, "At most " + std::to_string(field.max) + " bytes fit.");
}

Problem checkSetElement(const Field& field, std::string_view element) {
  if (field.type != Type::textSet) return wrong(field, "This field holds no set.");
  if (Problem bad = checkCharacters(field, element)) return bad;
  if (element.empty()) return wrong(field, "An empty entry is not allowed.");
  if (!field.values.empty() && !isOneOf(element, field.values)) {
    return wrong(field, "Each entry must be one of: " + joined(field.values) + ".");
  }
  const auto points = static_cast<std::int64_t>(codePoints(element));
  if (points > field.max) {
    return wrong(field, "An entry has at most " + std::to_string(field.max) + " characters.");
  }
  return checkPattern(field, element);
}

Problem checkSetSize(const Field& field, std::size_t size) {
  if (size <= static_cast<std::uint64_t>(field.maxItems)) return {};
  return wrong(field, "At most " + std::to_string(field.maxItems) + " entries fit.");
}

}  // namespace foyer::schema
