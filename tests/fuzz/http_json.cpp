// SPDX-License-Identifier: GPL-3.0-or-later
// JSON bodies of requests, against a declaration with every type of field.
#include <boost/json/serialize.hpp>

#include "base/text.hpp"
#include "fuzz.hpp"
#include "server/http/router.hpp"

namespace {

using namespace foyer;
using namespace foyer::server::http;

const Endpoint& endpoint() {
  static const Endpoint kEndpoint = [] {
    Endpoint out;
    out.body = Body::json;
    out.fields = {
        {.name = "name", .required = true, .max = 10},   {.name = "age", .type = Type::integer, .max = 150},
        {.name = "good", .type = Type::boolean},         {.name = "id", .type = Type::uuid},
        {.name = "list", .type = Type::array, .max = 3}, {.name = "more", .type = Type::object}};
    return out;
  }();
  return kEndpoint;
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  return {R"({"name":"Zo\u00e9"})",
          R"({"name":"a","age":7,"good":true,"list":[1,"x",null],"more":{"a":{"b":[]}}})",
          R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","name":"\ud83c\udfac"})",
          R"({"name":null,"age":-1.5e3})",
          R"({"name":"a","more":{"big":1e308,"small":5e-324,"zero":-0.0,"long":18446744073709551615}})"};
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto object = checkJson(endpoint(), fuzz::view(data, size));
  if (!object) {
    fuzz::require(!object.error().message.empty() && isUtf8(object.error().message),
                  "a refusal says why, in UTF-8");
    return 0;
  }
  fuzz::require(
      object->at("name").is_string() && object->at("name").get_string().find('\0') == std::string::npos,
      "declared fields hold");
  const auto again = checkJson(endpoint(), boost::json::serialize(*object));
  fuzz::require(again.ok() && again->size() == object->size(), "what was read can be written and read");
  return 0;
}
