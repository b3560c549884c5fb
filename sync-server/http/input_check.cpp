// SPDX-License-Identifier: GPL-3.0-or-later
// Requests against their declaration: query parameters and JSON bodies.
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "server/http/router.hpp"
#include "text_tools.hpp"

namespace foyer::server::http {
namespace json = boost::json;
namespace {

constexpr std::size_t kDefaultMax = 1000;
constexpr std::size_t kMaxDepth = 16;

/// Walks over JSON text and stops at a doubled key or a NUL, which the value parser would swallow.
struct StrictWalker {
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = 1000;
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  std::vector<std::set<std::string>> keys;
  std::string part, problem;

  bool refuse(json::error_code& error, std::string text) {
    problem = std::move(text);
    error = json::make_error_code(json::error::syntax);
    return false;
  }
  static bool hasNul(json::string_view text) { return text.find('\0') != json::string_view::npos; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return keys.emplace_back(), true; }
  bool on_object_end(std::size_t, json::error_code&) { return keys.pop_back(), true; }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t, json::error_code&) { return true; }
  bool on_key_part(json::string_view text, std::size_t, json::error_code&) {
    part.append(text.data(), text.size());
    return true;
  }
  bool on_key(json::string_view text, std::size_t, json::error_code& error) {
    part.append(text.data(), text.size());
    if (hasNul({part.data(), part.size()})) return refuse(error, "NUL in a key");
    if (!keys.back().insert(part).second) return refuse(error, "doubled key " + part);
    part.clear();
    return true;
  }
  bool on_string_part(json::string_view text, std::size_t, json::error_code& error) {
    return !hasNul(text) || refuse(error, "NUL in a text");
  }
  bool on_string(json::string_view text, std::size_t, json::error_code& error) {
    return !hasNul(text) || refuse(error, "NUL in a text");
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
  bool on_double(double value, json::string_view, json::error_code& error) {
    return std::isfinite(value) || refuse(error, "a number that is too large");
  }
  bool on_bool(bool, json::error_code&) { return true; }
  bool on_null(json::error_code&) { return true; }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }
};

Error invalid(const Field& field, std::string why) {
  return {Code::invalidField, field.name, field.name + " " + std::move(why)};
}

std::size_t maxOf(const Field& field) { return field.max == 0 ? kDefaultMax : field.max; }

Result<void> checkText(const Field& field, std::string_view text) {
  if (field.type == Type::uuid && !Uuid::parse(text)) return invalid(field, "must be a UUID in lower case");
  if (codePoints(text) > maxOf(field))
    return invalid(field, "must have at most " + std::to_string(maxOf(field)) + " characters");
  return {};
}

Result<void> checkInteger(const Field& field, std::int64_t value) {
  if (value < 0) return invalid(field, "must not be negative");
  if (field.max != 0 && static_cast<std::uint64_t>(value) > field.max)
    return invalid(field, "must be at most " + std::to_string(field.max));
  return {};
}

Result<void> checkValue(const Field& field, const json::value& value) {
  switch (field.type) {
    case Type::text:
    case Type::uuid:
      if (!value.is_string()) return invalid(field, "must be text");
      return checkText(field, {value.get_string().data(), value.get_string().size()});
    case Type::integer:
      if (!value.is_int64()) return invalid(field, "must be a whole number");
      return checkInteger(field, value.get_int64());
    case Type::boolean:
      if (!value.is_bool()) return invalid(field, "must be true or false");
      return {};
    case Type::object:
      if (!value.is_object()) return invalid(field, "must be an object");
      return {};
    case Type::array:
      if (!value.is_array()) return invalid(field, "must be a list");
      if (value.get_array().size() > maxOf(field))
        return invalid(field, "must have at most " + std::to_string(maxOf(field)) + " elements");
      return {};
    case Type::any:
      break;
  }
  return {};
}

Result<void> checkQueryValue(const Field& field, std::string_view value) {
  if (field.type == Type::integer) {
    const auto digits = parseDigits(value);
    if (!digits || *digits > INT64_MAX) return invalid(field, "must be a whole number");
    return checkInteger(field, static_cast<std::int64_t>(*digits));
  }
  if (field.type == Type::boolean && value != "true" && value != "false")
    return invalid(field, "must be true or false");
  return checkText(field, value);
}

const Field* findField(const std::vector<Field>& fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Error unknown(std::string_view name) {
  const std::string shown(name.substr(0, 100));
  return {Code::unknownField, shown, "there is no field " + shown + " here"};
}

Result<json::object> readObject(std::string_view body) {
  if (!isUtf8(body)) return {Code::badRequest, "the body is not UTF-8"};
  json::parse_options options;
  options.max_depth = kMaxDepth;
  json::basic_parser<StrictWalker> walker(options);
  json::error_code error;
  const std::size_t used = walker.write_some(false, body.data(), body.size(), error);
  const std::string& problem = walker.handler().problem;
  if (!problem.empty()) return {Code::badRequest, "the body is not valid JSON: " + problem};
  if (error || used != body.size() || !walker.done())
    return {Code::badRequest,
            "the body is not valid JSON" + (error ? ": " + error.message() : std::string())};
  json::value value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
  if (error || !value.is_object()) return {Code::badRequest, "the body must be a JSON object"};
  return std::move(value.get_object());
}

}  // namespace

Result<void> checkQuery(const Endpoint& endpoint, const Pairs& query) {
  std::set<std::string_view> seen;
  for (const auto& [name, value] : query) {
    const Field* field = findField(endpoint.query, name);
    if (field == nullptr) return unknown(name);
    if (!seen.insert(name).second) return invalid(*field, "is given twice");
    if (auto checked = checkQueryValue(*field, value); !checked) return checked;
  }
  for (const Field& field : endpoint.query)
    if (field.required && !seen.contains(field.name)) return invalid(field, "is missing");
  return {};
}

Result<json::object> checkJson(const Endpoint& endpoint, std::string_view body) {
  auto object = readObject(body);
  if (!object) return object;
  for (const auto& item : *object) {
    const std::string_view name(item.key().data(), item.key().size());
    const Field* field = findField(endpoint.fields, name);
    if (field == nullptr) return unknown(name);
    if (item.value().is_null() && !field->required) continue;
    if (auto checked = checkValue(*field, item.value()); !checked) return checked.error();
  }
  for (const Field& field : endpoint.fields)
    if (field.required && !object->contains(field.name)) return invalid(field, "is missing");
  return object;
}

}  // namespace foyer::server::http
