// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.hpp"

#include <boost/json/value.hpp>

#include "text_tools.hpp"

namespace foyer::server::http {
namespace {

std::optional<std::string_view> valueOf(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return std::nullopt;
}

const boost::json::value* fieldOf(const Request& request, std::string_view field) {
  const auto* value = request.json.if_contains(boost::json::string_view(field.data(), field.size()));
  return value && !value->is_null() ? value : nullptr;
}

}  // namespace

std::string_view Request::param(std::string_view name) const { return valueOf(params, name).value_or(""); }
std::optional<std::string_view> Request::queryValue(std::string_view name) const {
  return valueOf(query, name);
}
std::optional<std::string_view> Request::header(std::string_view lowerName) const {
  return valueOf(headers, lowerName);
}

std::optional<std::string_view> Request::bearer() const {
  const auto value = header("authorization");
  if (!value || value->size() < 8 || !equalsIgnoreCase(value->substr(0, 7), "bearer ")) return std::nullopt;
  return trimBlanks(value->substr(7));
}

std::string_view Request::text(std::string_view field, std::string_view fallback) const {
  const auto* value = fieldOf(*this, field);
  if (value == nullptr || !value->is_string()) return fallback;
  const auto& text = value->get_string();
  return {text.data(), text.size()};
}

std::int64_t Request::integer(std::string_view field, std::int64_t fallback) const {
  const auto* value = fieldOf(*this, field);
  return value != nullptr && value->is_int64() ? value->get_int64() : fallback;
}

bool Request::boolean(std::string_view field, bool fallback) const {
  const auto* value = fieldOf(*this, field);
  return value != nullptr && value->is_bool() ? value->get_bool() : fallback;
}

bool Request::has(std::string_view field) const { return fieldOf(*this, field) != nullptr; }

}  // namespace foyer::server::http
