// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace foyer::server::http {
namespace {

std::vector<std::string_view> segmentsOf(std::string_view path) {
  std::vector<std::string_view> out;
  path.remove_prefix(1);
  while (true) {
    const auto slash = path.find('/');
    out.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    path.remove_prefix(slash + 1);
  }
}

bool isParam(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

// "/a/{x}" and "/a/{y}" have one shape.
std::string shapeOf(const std::string& path) {
  std::string out;
  for (const auto segment : segmentsOf(path)) out += isParam(segment) ? "/{}" : "/" + std::string(segment);
  return out;
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (isParam(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
  return true;
}

std::size_t paramCount(const std::string& path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '{'));
}

void checkDeclaration(const Endpoint& endpoint) {
  const std::string name = endpoint.method + " " + endpoint.path;
  const bool stream = std::holds_alternative<StreamHandler>(endpoint.action);
  if (endpoint.path.empty() || endpoint.path.front() != '/')
    throw std::logic_error(name + ": path must begin with /");
  if (endpoint.doc.empty()) throw std::logic_error(name + ": no doc");
  if (stream != (endpoint.body == Body::stream))
    throw std::logic_error(name + ": handler and body kind differ");
  if (endpoint.body != Body::json && !endpoint.fields.empty())
    throw std::logic_error(name + ": fields without JSON");
  const bool empty = std::visit([](const auto& action) { return !action; }, endpoint.action);
  if (empty) throw std::logic_error(name + ": no handler");
}

}  // namespace

void Router::add(Endpoint endpoint) {
  checkDeclaration(endpoint);
  const std::string shape = shapeOf(endpoint.path);
  for (const auto& other : m_endpoints)
    if (other->method == endpoint.method && shapeOf(other->path) == shape)
      throw std::logic_error(endpoint.method + " " + endpoint.path + " is declared twice");
  m_endpoints.push_back(std::make_unique<Endpoint>(std::move(endpoint)));
}

void Router::add(std::vector<Endpoint> endpoints) {
  for (Endpoint& endpoint : endpoints) add(std::move(endpoint));
}

Result<Router::Match> Router::find(std::string_view method, std::string_view path) const {
  const auto segments = segmentsOf(path);
  const Endpoint* best = nullptr;
  Match match;
  for (const auto& endpoint : m_endpoints) {
    if (!fits(segmentsOf(endpoint->path), segments)) continue;
    if (match.allow.find(endpoint->method) == std::string::npos)
      match.allow += (match.allow.empty() ? "" : ", ") + endpoint->method;
    const bool exact = endpoint->method == method;
    if (!exact && !(method == "HEAD" && endpoint->method == "GET")) continue;
    const bool bestExact = best != nullptr && best->method == method;
    if (best == nullptr || (exact && !bestExact) ||
        (exact == bestExact && paramCount(endpoint->path) < paramCount(best->path)))
      best = endpoint.get();
  }
  match.endpoint = best;
  if (best == nullptr) return match;
  const auto pattern = segmentsOf(best->path);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!isParam(pattern[i])) continue;
    auto value = percentDecode(segments[i], false);
    if (!value) return value.error();
    match.params.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
  }
  return match;
}

}  // namespace foyer::server::http
