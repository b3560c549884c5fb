// SPDX-License-Identifier: GPL-3.0-or-later
#include "malformed_cases.hpp"

#include <cstdio>

namespace foyer::test {
namespace {

const std::string kScope = "0190163d-8694-739b-aea5-966c26f8ad91";
const std::string kId = "0190163d-8694-739b-aea5-966c26f8ad92";

const std::string kPreferences =
    R"({"c":"preferences","f":["id","version","state","created","updated","name","setting"],"n":1})";

/// Prefixes of two bytes, ascending.
std::string manyPrefixes(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    char text[16];
    std::snprintf(text, sizeof text, "\"%04x\"", static_cast<unsigned>(i));
    out += (out.empty() ? "" : ",") + std::string(text);
  }
  return out;
}

}  // namespace

std::string push(const std::string& second) {
  return R"({"t":"push","scope":")" + kScope + R"(","ack":0,"m":[{"seq":1,"op":"edit","c":"photos","id":")" +
         kId + R"(","base":0,"at":"0000000000000001","set":{"rating":3}},{"seq":2,)" + second + "]}";
}

std::string edit(const std::string& rest) {
  return R"("op":"edit","c":"photos","id":")" + kId + R"(","base":0,"at":"0000000000000002",)" + rest + "}";
}

std::string page(const std::string& lines) {
  return R"({"t":"page","scope":")" + kScope +
         R"(","epoch":1,"head":5,"more":false,"live":false,"from":0,"next":{"since":5},"digest":null})" +
         "\n" + lines;
}

std::string goodPage() { return kPreferences + "\n[\"" + kId + "\",1,0,5,6,\"theme\",\"dark\"]\n"; }

std::vector<BadMessage> badMessages() {
  const std::string scope = "\"scope\":\"" + kScope + "\"";
  return {
      {"empty", "", ""},
      {"not an object", "[1]", ""},
      {"cut", R"({"t":"ping","n":1)", ""},
      {"two values", R"({"t":"ping","n":1} {})", ""},
      {"no type", R"({"n":1})", "t"},
      {"unknown type", R"({"t":"dance","n":1})", "t"},
      {"a server's message", R"({"t":"pong","n":1})", "t"},
      {"unknown key", R"({"t":"ping","n":1,"x":2})", "x"},
      {"doubled key", R"({"t":"ping","n":1,"n":1})", "n"},
      {"doubled type", R"({"t":"ping","n":1,"t":"ping"})", "t"},
      {"missing key", R"({"t":"ping"})", ""},
      {"fraction", R"({"t":"ping","n":1.0})", "n"},
      {"exponent", R"({"t":"ping","n":1e2})", "n"},
      {"leading zero", R"({"t":"ping","n":01})", "n"},
      {"minus zero", R"({"t":"ping","n":-0})", "n"},
      {"plus", R"({"t":"ping","n":+1})", "n"},
      {"too large", R"({"t":"ping","n":9007199254740992})", "n"},
      {"far too large", R"({"t":"ping","n":99999999999999999999999})", "n"},
      {"negative", R"({"t":"ping","n":-1})", "n"},
      {"number as text", R"({"t":"ping","n":"1"})", "n"},
      {"null", R"({"t":"ping","n":null})", "n"},
      {"single quotes", "{'t':'ping','n':1}", ""},
      {"comment", R"({"t":"ping"/**/,"n":1})", ""},
      {"comma at the end", R"({"t":"ping","n":1,})", ""},
      {"NaN", R"({"t":"ping","n":NaN})", "n"},
      {"capital UUID", R"({"t":"unfollow","scope":"0190163D-8694-739b-aea5-966c26f8ad91"})", "scope"},
      {"short UUID", R"({"t":"unfollow","scope":"0190163d"})", "scope"},
      {"NUL", "{\"t\":\"unfollow\",\"scope\":\"a\\u0000\"}", "scope"},
      {"half a pair", R"({"t":"unfollow","scope":"\ud834"})", "scope"},
      {"wrong pair", R"({"t":"unfollow","scope":"\ud834\u0041"})", "scope"},
      {"raw line break", "{\"t\":\"unfollow\",\"scope\":\"a\nb\"}", "scope"},
      {"broken escape", R"({"t":"unfollow","scope":"\x41"})", "scope"},
      {"cut escape", "{\"t\":\"unfollow\",\"scope\":\"\\u00", "scope"},
      {"bad UTF-8", "{\"t\":\"unfollow\",\"scope\":\"\xc3(\"}", ""},
      {"overlong UTF-8", "{\"t\":\"unfollow\",\"scope\":\"\xc0\xaf\"}", ""},
      {"surrogate in UTF-8", "{\"t\":\"unfollow\",\"scope\":\"\xed\xa0\x80\"}", ""},
      {"byte order mark", "\xef\xbb\xbf{\"t\":\"ping\",\"n\":1}", ""},
      {"hello without clock", R"({"t":"hello","protocol":1,"schema":1,"device":")" + kId + "\"}", ""},
      {"hello, bad scope",
       R"({"t":"hello","protocol":1,"schema":1,"device":")" + kId + R"(","wall":1,"scopes":[{)" + scope +
           R"(,"epoch":1,"cursor":-1,"seq":0}]})",
       "scopes.0.cursor"},
      {"pull, bad token", R"({"t":"pull",)" + scope + R"(,"from":{"since":1,"c":65536}})", "from.c"},
      {"pull, token as text", R"({"t":"pull",)" + scope + R"(,"from":"12"})", "from"},
      {"pull, no level", R"({"t":"pull",)" + scope + R"(,"from":{"since":1},"schema":0})", "schema"},
      {"tree, no prefix", R"({"t":"tree",)" + scope + R"(,"p":[]})", "p"},
      {"tree, no prefixes", R"({"t":"tree",)" + scope + "}", ""},
      {"tree, a leaf", R"({"t":"tree",)" + scope + R"(,"p":["3f1a"]})", "p.0"},
      {"tree, half a byte", R"({"t":"tree",)" + scope + R"(,"p":["3"]})", "p.0"},
      {"tree, capitals", R"({"t":"tree",)" + scope + R"(,"p":["3F"]})", "p.0"},
      {"tree, no text", R"({"t":"tree",)" + scope + R"(,"p":[3]})", "p.0"},
      {"tree, no order", R"({"t":"tree",)" + scope + R"(,"p":["3f","3e"]})", "p.1"},
      {"tree, twice", R"({"t":"tree",)" + scope + R"(,"p":["3f","3f"]})", "p.1"},
      {"leaves, two lengths", R"({"t":"leaves",)" + scope + R"(,"p":["3f","3f1a"]})", "p.1"},
      {"leaves, below a leaf", R"({"t":"leaves",)" + scope + R"(,"p":["3f1a00"]})", "p.0"},
      {"leaves, far too many", R"({"t":"leaves",)" + scope + R"(,"p":[)" + manyPrefixes(300) + "]}", "p.256"},
      {"leaves, another's key", R"({"t":"leaves",)" + scope + R"(,"p":[""],"rows":[]})", "rows"},
      {"fetch, nothing", R"({"t":"fetch",)" + scope + R"(,"rows":[]})", "rows"},
      {"fetch, no collection", R"({"t":"fetch",)" + scope + R"(,"rows":[["nothing",")" + kId + R"("]]})",
       "rows.0"},
      {"fetch, no id", R"({"t":"fetch",)" + scope + R"(,"rows":[["photos"]]})", "rows.0"},
      {"fetch, three parts", R"({"t":"fetch",)" + scope + R"(,"rows":[["photos",")" + kId + R"(",1]]})",
       "rows.0"},
      {"fetch, bad id", R"({"t":"fetch",)" + scope + R"(,"rows":[["photos","x"]]})", "rows.0"},
      {"push, no array", R"({"t":"push",)" + scope + R"(,"m":{}})", "m"},
      {"push, an item that is no object", R"({"t":"push",)" + scope + R"(,"m":[5]})", "m.0"},
      {"push, no number", R"({"t":"push",)" + scope + R"(,"m":[{"op":"edit"}]})", "m.0"},
      {"push, number 0", R"({"t":"push",)" + scope + R"(,"m":[{"seq":0,"op":"edit"}]})", "m.0"},
      {"push, two numbers", R"({"t":"push",)" + scope + R"(,"m":[{"seq":1,"seq":2}]})", "m.0"},
      {"push, gap", R"({"t":"push",)" + scope + R"(,"m":[{"seq":1,"op":"x"},{"seq":3,"op":"x"}]})", "m"},
      {"push, item cut", R"({"t":"push",)" + scope + R"(,"m":[{"seq":1,"op":"edit")", "m.0"},
      {"deep", R"({"t":"ping","n":)" + std::string(40, '[') + std::string(40, ']') + "}", "n"},
      {"long key", R"({"t":"ping","n":1,")" + std::string(100'000, 'k') + "\":1}", "…"},
  };
}

std::vector<BadItem> badItems() {
  return {
      {"unknown op", R"("op":"dance","c":"photos"})", "bad_request", "op"},
      {"unknown collection",
       R"("op":"edit","c":"nothing","id":")" + kId + R"(","base":0,"at":"0000000000000001"})",
       "unknown_collection", "c"},
      {"bad id", R"("op":"edit","c":"photos","id":"x","base":0,"at":"0000000000000001"})", "bad_request",
       "id"},
      {"no stamp", R"("op":"edit","c":"photos","id":")" + kId + R"(","base":0})", "bad_request", ""},
      {"bad stamp", R"("op":"edit","c":"photos","id":")" + kId + R"(","base":0,"at":"1"})", "bad_request",
       "at"},
      {"bad base", R"("op":"edit","c":"photos","id":")" + kId + R"(","base":-3,"at":"0000000000000001"})",
       "bad_request", "base"},
      {"unknown key", edit(R"("sett":{})"), "bad_request", "sett"},
      {"unknown field", edit(R"("set":{"colour":"red"})"), "unknown_field", "colour"},
      {"doubled field", edit(R"("set":{"rating":1,"rating":2})"), "bad_request", "rating"},
      {"doubled key", edit(R"("set":{"rating":1},"set":{"rating":2})"), "bad_request", "set"},
      {"number as text", edit(R"("set":{"rating":"3"})"), "bad_request", "rating"},
      {"fraction", edit(R"("set":{"rating":3.5})"), "bad_request", "rating"},
      {"text as number", edit(R"("set":{"title":3})"), "bad_request", "title"},
      {"NUL in a text", edit("\"set\":{\"title\":\"a\\u0000b\"}"), "bad_request", "title"},
      {"half a pair", edit(R"("set":{"title":"\ud83d"})"), "bad_request", "title"},
      {"raw line break", edit("\"set\":{\"title\":\"a\nb\"}"), "bad_request", "title"},
      {"not a boolean", edit(R"("set":{"favourite":1})"), "bad_request", "favourite"},
      {"bad reference", edit(R"("set":{"author":"somebody"})"), "bad_request", "author"},
      {"text field as register", edit(R"("set":{"description":"x"})"), "bad_request", "description"},
      {"set field as register", edit(R"("set":{"tags":["x"]})"), "bad_request", "tags"},
      {"register as set", edit(R"("sets":{"title":{"add":["x"]}})"), "bad_request", "title"},
      {"set of numbers", edit(R"("sets":{"tags":{"add":[1]}})"), "bad_request", "tags"},
      {"set with another key", edit(R"("sets":{"tags":{"plus":["x"]}})"), "bad_request", "tags"},
      {"text without new", edit(R"("text":{"description":{"was":"x"}})"), "bad_request", "description"},
      {"text with number", edit(R"("text":{"description":{"new":5,"was":"x"}})"), "bad_request",
       "description"},
      {"deep", edit("\"set\":" + std::string(50, '[') + std::string(50, ']')), "bad_request", "set"},
      {"delete with fields",
       R"("op":"delete","c":"photos","id":")" + kId +
           R"(","base":0,"at":"0000000000000001","set":{"rating":1}})",
       "bad_request", ""},
  };
}

std::vector<BadPage> badPages() {
  const std::string good = "[\"" + kId + "\",1,0,5,6,\"theme\",\"dark\"]\n";
  return {
      {"too few rows", kPreferences + "\n"},
      {"too many rows", kPreferences + "\n" + good + good},
      {"too few cells", kPreferences + "\n[\"" + kId + "\",1,0,5,6,\"theme\"]"},
      {"too many cells", kPreferences + "\n[\"" + kId + "\",1,0,5,6,\"theme\",\"dark\",1]"},
      {"bad state", kPreferences + "\n[\"" + kId + "\",1,3,5,6,\"theme\",\"dark\"]"},
      {"bad cell", kPreferences + "\n[\"" + kId + "\",1,0,5,6,\"theme\",5]"},
      {"object as row", kPreferences + "\n{}"},
      {"unknown collection", R"({"c":"nothing","f":["id","version","state","created","updated"],"n":0})"},
      {"unknown column", R"({"c":"preferences","f":["id","version","state","created","updated","x"],"n":0})"},
      {"doubled column",
       R"({"c":"preferences","f":["id","version","state","created","updated","id"],"n":0})"},
      {"missing column", R"({"c":"preferences","f":["id","version","state","created"],"n":0})"},
      {"no count", R"({"c":"preferences","f":["id","version","state","created","updated"]})"},
      {"row without batch", good},
  };
}

}  // namespace foyer::test
