// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config.hpp"

#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace foyer::server::config {
namespace {

using Setting = std::pair<std::string, std::string>;  // written value, origin

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

Error unknownKey(const std::string& origin, const std::string& name) {
  std::string message = origin + ": there is no setting " + name;
  const auto keys = allKeys();
  const auto nearest = std::min_element(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    return distance(a.name, name) < distance(b.name, name);
  });
  if (distance(nearest->name, name) <= 3) message += "; do you mean " + nearest->name + "?";
  return {Code::unknownField, name, message};
}

/// Walks the tables of a file and collects written values.
class FileReader {
 public:
  explicit FileReader(std::string file) : m_file(std::move(file)) {}

  Result<void> read(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      const std::string origin = m_file + ":" + std::to_string(key.source().begin.line);
      const Key* known = findKey(name);
      if (const auto* inner = node.as_table(); inner != nullptr && known == nullptr) {
        if (auto done = read(*inner, name + "."); !done) return done;
        continue;
      }
      if (known == nullptr) return unknownKey(origin, name);
      auto written = writtenForm(*known, node);
      if (!written)
        return Error{Code::invalidField, name, origin + ": " + name + " " + written.error().message};
      values[name] = {std::move(*written), origin};
    }
    return {};
  }

  std::map<std::string, Setting> values;

 private:
  static Result<std::string> writtenForm(const Key& key, const toml::node& node) {
    const bool numeric = key.kind == Kind::integer || key.kind == Kind::size;
    if (const auto* number = node.as_integer(); number != nullptr && numeric)
      return std::to_string(number->get()) + (key.kind == Kind::size ? "B" : "");
    if (const auto* flag = node.as_boolean(); flag != nullptr && key.kind == Kind::boolean)
      return std::string(flag->get() ? "true" : "false");
    const bool textual = key.kind != Kind::integer && key.kind != Kind::boolean && key.kind != Kind::list;
    if (const auto* text = node.as_string(); text != nullptr && textual) return text->get();
    const auto* array = node.as_array();
    if (array == nullptr || key.kind != Kind::list)
      return {Code::invalidField, "has the wrong type of value"};
    std::string joined;
    for (const toml::node& one : *array) {
      const auto* text = one.as_string();
      if (text == nullptr) return {Code::invalidField, "must be a list of texts"};
      joined += (joined.empty() ? "" : ",") + text->get();
    }
    return joined;
  }

  std::string m_file;
};

Result<std::map<std::string, Setting>> readFile(const std::filesystem::path& file) {
  try {
    const toml::table table = toml::parse_file(file.string());
    FileReader reader(file.string());
    if (auto done = reader.read(table, ""); !done) return done.error();
    return std::move(reader.values);
  } catch (const toml::parse_error& error) {
    return {Code::badRequest, file.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                                  std::string(error.description())};
  }
}

/// FOYER_HTTP_… belongs to us and must be right; other FOYER_ variables may belong to others.
Result<const Key*> keyOfVariable(const std::string& variable) {
  std::set<std::string> sections;
  for (const Key& key : allKeys()) {
    const std::string name = environmentName(key);
    if (name == variable) return &key;
    if (const auto dot = key.name.find('.'); dot != std::string::npos)
      sections.insert(name.substr(0, 7 + dot));
  }
  for (const std::string& section : sections)
    if (variable.starts_with(section))
      return Error{Code::unknownField, variable, variable + ": there is no such setting"};
  return static_cast<const Key*>(nullptr);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> processEnvironment() {
  std::vector<std::pair<std::string, std::string>> out;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (text.starts_with("FOYER_") && equals != std::string_view::npos)
      out.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return out;
}

Result<Config> Config::load(const Sources& sources) {
  std::map<std::string, Setting> given;
  if (sources.file) {
    auto read = readFile(*sources.file);
    if (!read) return read.error();
    given = std::move(*read);
  }
  for (const auto& [variable, value] : sources.environment) {
    const auto key = keyOfVariable(variable);
    if (!key) return key.error();
    if (*key != nullptr) given[(*key)->name] = {value, variable};
  }
  for (const auto& [name, value] : sources.flags) {
    if (findKey(name) == nullptr) return unknownKey("--set", name);
    given[name] = {value, "--set"};
  }
  Config config;
  for (const Key& key : allKeys()) {
    const auto found = given.find(key.name);
    const Setting setting = found == given.end() ? Setting{key.fallback, "default"} : found->second;
    if (auto checked = checkValue(key, setting.first); !checked)
      return Error{Code::invalidField, key.name,
                   setting.second + ": " + key.name + " " + checked.error().message};
    config.m_values[key.name] = {setting.first, setting.second};
  }
  return config;
}

const Config::Value& Config::find(std::string_view key, Kind kind) const {
  const Key* declared = findKey(key);
  const bool textual = declared != nullptr && kind == Kind::text && declared->kind == Kind::path;
  if (declared == nullptr || (declared->kind != kind && !textual))
    throw std::logic_error("no such setting: " + std::string(key));
  return m_values.find(key)->second;
}

std::string Config::text(std::string_view key) const { return find(key, Kind::text).written; }
std::int64_t Config::integer(std::string_view key) const {
  return *parseNumber(*findKey(key), find(key, Kind::integer).written);
}
bool Config::boolean(std::string_view key) const { return find(key, Kind::boolean).written == "true"; }
std::chrono::milliseconds Config::duration(std::string_view key) const {
  return std::chrono::milliseconds(*parseNumber(*findKey(key), find(key, Kind::duration).written));
}
std::size_t Config::size(std::string_view key) const {
  return static_cast<std::size_t>(*parseNumber(*findKey(key), find(key, Kind::size).written));
}

std::vector<std::string> Config::list(std::string_view key) const {
  std::vector<std::string> out;
  std::string_view rest = find(key, Kind::list).written;
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    const auto one = rest.substr(0, comma);
    if (!one.empty()) out.emplace_back(one);
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> Config::describe() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Key& key : allKeys()) {
    const Value& value = m_values.find(key.name)->second;
    const bool hidden = key.secret && !value.written.empty();
    out.emplace_back(key.name, (hidden ? "(hidden)" : value.written) + " (" + value.origin + ")");
  }
  return out;
}

}  // namespace foyer::server::config
