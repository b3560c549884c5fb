// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <stdexcept>

#include "model/identity.hpp"
#include "pack_scope.hpp"
#include "reference/packs.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

class ReferenceRecords {
 public:
  explicit ReferenceRecords(const Uuid& scope) : m_scope(scope) {}

  void country(const reference::Country& country) {
    model::Record record = begun("countries");
    named(record, country.code, country.name, country.nameFr);
    record.at("flag") = reference::flag(country.code);
    record.at("dial_code") = std::string(country.dial);
    record.at("currency") = std::string(country.currency);
    m_countries.emplace(country.code, add(std::move(record)));
  }

  void nationality(const reference::Nationality& nationality) {
    model::Record record = begun("nationalities");
    named(record, nationality.code, nationality.name, nationality.nameFr);
    record.at("flag") = reference::flag(nationality.code);
    add(std::move(record));
  }

  void city(const reference::City& city) {
    model::Record record = begun("cities");
    record.at("country") = m_countries.at(city.country);
    record.at("name") = std::string(city.name);
    record.at("ascii_name") = std::string(city.plain);
    record.at("position") = eightDecimals(city.latitude) + "," + eightDecimals(city.longitude);
    record.at("population") = city.population;
    add(std::move(record));
  }

  void word(std::string_view collection, const reference::Word& word) {
    model::Record record = begun(collection);
    named(record, word.code, word.name, word.nameFr);
    if (!word.category.empty()) record.at("category") = std::string(word.category);
    add(std::move(record));
  }

  std::vector<model::Record> all;

 private:
  model::Record begun(std::string_view collection) const {
    return model::Record(schema::collection(collection), m_scope, {});
  }
  static void named(model::Record& record, std::string_view code, std::string_view name,
                    std::string_view nameFr) {
    record.at("code") = std::string(code);
    record.at("name") = std::string(name);
    record.at("name_fr") = std::string(nameFr);
  }
  /// The packs have five decimals, points eight.
  static std::string eightDecimals(std::string_view degrees) { return std::string(degrees) + "000"; }

  Uuid add(model::Record record) {
    record.id = *model::naturalId(record);
    all.push_back(std::move(record));
    return all.back().id;
  }

  Uuid m_scope;
  std::map<std::string_view, Uuid> m_countries;  ///< by code
};

}  // namespace

CatalogLoaded loadReference(SyncService& service) {
  const Uuid scope = titles::packScope(kReferencePack);
  ReferenceRecords records(scope);
  for (const auto& one : reference::countries()) records.country(one);
  for (const auto& one : reference::nationalities()) records.nationality(one);
  for (const auto& one : reference::cities()) records.city(one);
  for (const auto& one : reference::talentTypes()) records.word("talent_types", one);
  for (const auto& one : reference::skills()) records.word("skills", one);
  return bringUpToDate(service, scope, records.all, records.all.size());
}

}  // namespace foyer::server
