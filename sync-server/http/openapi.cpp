// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "server/http/router.hpp"
#include "text_tools.hpp"

namespace foyer::server::http {
namespace json = boost::json;
namespace {

json::object schemaOf(const Field& field) {
  json::object out;
  switch (field.type) {
    case Type::text:
      out["type"] = "string";
      break;
    case Type::uuid:
      out["type"] = "string";
      out["format"] = "uuid";
      break;
    case Type::integer:
      out["type"] = "integer";
      break;
    case Type::boolean:
      out["type"] = "boolean";
      break;
    case Type::object:
      out["type"] = "object";
      break;
    case Type::array:
      out["type"] = "array";
      out["items"] = json::object();
      break;
    case Type::any:
      break;
  }
  const auto limit = field.max == 0 ? 1000 : field.max;
  if (field.type == Type::text) out["maxLength"] = limit;
  if (field.type == Type::array) out["maxItems"] = limit;
  if (field.type == Type::integer) {
    out["minimum"] = 0;
    if (field.max != 0) out["maximum"] = field.max;
  }
  if (!field.doc.empty()) out["description"] = field.doc;
  return out;
}

json::object parameter(const std::string& name, const char* where, bool required, json::object schema) {
  json::object out;
  out["name"] = name;
  out["in"] = where;
  out["required"] = required;
  out["schema"] = std::move(schema);
  return out;
}

json::array parametersOf(const Endpoint& endpoint) {
  json::array out;
  for (std::size_t from = endpoint.path.find('{'); from != std::string::npos;
       from = endpoint.path.find('{', from + 1)) {
    const auto end = endpoint.path.find('}', from);
    json::object schema;
    schema["type"] = "string";
    out.push_back(parameter(endpoint.path.substr(from + 1, end - from - 1), "path", true, std::move(schema)));
  }
  for (const Field& field : endpoint.query)
    out.push_back(parameter(field.name, "query", field.required, schemaOf(field)));
  return out;
}

json::object bodyOf(const Endpoint& endpoint) {
  json::object schema, content, out;
  if (endpoint.body == Body::json) {
    json::object properties;
    json::array required;
    for (const Field& field : endpoint.fields) {
      properties[field.name] = schemaOf(field);
      if (field.required) required.emplace_back(field.name);
    }
    schema["type"] = "object";
    schema["additionalProperties"] = false;
    schema["properties"] = std::move(properties);
    if (!required.empty()) schema["required"] = std::move(required);
  } else {
    schema["type"] = "string";
    schema["format"] = "binary";
  }
  std::vector<std::string> types = endpoint.contentTypes;
  if (endpoint.body == Body::json) types = {"application/json"};
  if (types.empty()) types = {"application/octet-stream"};
  for (const std::string& type : types) {
    json::object one;
    one["schema"] = schema;
    content[type] = std::move(one);
  }
  out["required"] = true;
  out["description"] = "At most " + std::to_string(endpoint.bodyLimit) + " bytes.";
  out["content"] = std::move(content);
  return out;
}

json::object reference(const char* target) {
  json::object out;
  out["$ref"] = target;
  return out;
}

json::object answersOf(const Endpoint& endpoint) {
  json::object out, good;
  const bool live = std::holds_alternative<LiveHandler>(endpoint.action);
  good["description"] = live ? "The connection becomes a WebSocket." : "Done.";
  if (!live && endpoint.answerType == "application/json") {
    json::object media, content;
    media["schema"] = reference("#/components/schemas/Envelope");
    content["application/json"] = std::move(media);
    good["content"] = std::move(content);
  } else if (!live && !endpoint.answerType.empty()) {
    json::object content;
    content[endpoint.answerType] = json::object();
    good["content"] = std::move(content);
  }
  out[live ? "101" : "2XX"] = std::move(good);
  out["4XX"] = reference("#/components/responses/Refused");
  out["5XX"] = reference("#/components/responses/Refused");
  return out;
}

json::object operationOf(const Endpoint& endpoint) {
  json::object out;
  out["summary"] = endpoint.doc;
  out["x-auth"] = authName(endpoint.auth);
  auto parameters = parametersOf(endpoint);
  if (!parameters.empty()) out["parameters"] = std::move(parameters);
  if (endpoint.body != Body::none) out["requestBody"] = bodyOf(endpoint);
  out["responses"] = answersOf(endpoint);
  json::array security;
  if (endpoint.auth != Auth::none) {
    json::object bearer;
    bearer["bearer"] = json::array();
    security.push_back(std::move(bearer));
  }
  out["security"] = std::move(security);
  return out;
}

constexpr const char* kComponents = R"({
  "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
  "schemas": {
    "Envelope": {"type": "object", "required": ["success", "message", "data", "pagination"],
      "properties": {"success": {"type": "boolean"}, "message": {"type": "string"}, "data": {"nullable": true},
        "pagination": {"type": "object", "nullable": true, "properties": {"limit": {"type": "integer"},
          "next": {"type": "string", "nullable": true}, "total": {"type": "integer", "nullable": true}}}}},
    "Refusal": {"allOf": [{"$ref": "#/components/schemas/Envelope"},
      {"type": "object", "required": ["code", "field", "request_id"], "properties": {"code": {"type": "string"},
        "field": {"type": "string", "nullable": true}, "request_id": {"type": "string"}}}]}},
  "responses": {"Refused": {"description": "Refused: a code, the field if there is one, and a sentence.",
    "headers": {"X-Request-ID": {"schema": {"type": "string"}}},
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}}}})";

}  // namespace

const char* authName(Auth auth) {
  switch (auth) {
    case Auth::none:
      return "none";
    case Auth::account:
      return "account";
    case Auth::kiosk:
      return "kiosk";
    case Auth::any:
      return "any";
    case Auth::admin:
      break;
  }
  return "admin";
}

std::string openApi(const Router& router, std::string_view version) {
  json::object paths;
  for (const auto& endpoint : router.endpoints()) {
    auto& path = paths[endpoint->path];
    if (!path.is_object()) path = json::object();
    path.get_object()[lowerAscii(endpoint->method)] = operationOf(*endpoint);
  }
  json::object about, out;
  about["title"] = "Foyer";
  about["version"] = json::string_view(version.data(), version.size());
  out["openapi"] = "3.0.3";
  out["info"] = std::move(about);
  out["paths"] = std::move(paths);
  out["components"] = json::parse(kComponents);
  return json::serialize(out);
}

}  // namespace foyer::server::http
