// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent_codes.hpp"

#include <chrono>
#include <map>

#include "job_subjects.hpp"
#include "reference/packs.hpp"
#include "schema/collections.hpp"
#include "talent/codes.hpp"
#include "talent/completeness.hpp"

namespace foyer::server {
namespace {

/// "2026-06-13" in UTC.
std::string dayOf(std::int64_t wallMs) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(sys_time<milliseconds>(milliseconds(wallMs)))};
  const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  return std::to_string(static_cast<int>(day.year())) + two(static_cast<unsigned>(day.month())) +
         two(static_cast<unsigned>(day.day()));
}

std::string lettersOf(const model::Record& profile) {
  const std::string_view name = profile.text("city_name");
  const reference::City* city = reference::city(profile.text("residence_country"), name);
  return talent::cityLetters(city ? city->plain : name);
}

/// What the server says of a profile, by field.
using Said = std::map<std::string_view, model::Value>;

class TalentJob {
 public:
  TalentJob(SyncService& service, const Job& job, CodeNumbers& numbers)
      : m_service(service), m_scope(job.scope), m_numbers(numbers) {
    for (const Uuid& id : jobSubjects(job.payload))
      m_keys.push_back({&schema::collection("talent_profiles"), id});
  }

  void run() {
    const auto snapshot = m_service.store().read(m_scope, m_keys);
    if (!snapshot) return;
    countCredits();
    m_today = dayOf(m_service.clock().wallMs());
    Want want;
    std::map<RecordKey, Said> said;
    for (const model::Record& profile : snapshot->records) {
      if (profile.state != model::State::live) continue;
      Said fields = toSay(profile);
      if (fields.empty()) continue;
      want.records.push_back({profile.collection, profile.id});
      said.emplace(want.records.back(), std::move(fields));
    }
    if (want.records.empty()) return;
    m_service.write(m_scope, want, [&](ScopeWriter& writer) {
      for (const auto& [key, fields] : said) {
        const merge::ServerRecord* found = writer.tx().find(key);
        if (found == nullptr || found->row.state != model::State::live) continue;
        for (const auto& [field, value] : fields) writer.set(key, field, value);
      }
    });
  }

 private:
  Said toSay(const model::Record& profile) {
    Said fields;
    const auto credits = m_credits.find(profile.id);
    const talent::Around around{credits == m_credits.end() ? 0 : credits->second, m_today};
    const std::int64_t score = talent::completeness(profile, around).percent;
    if (profile.number("profile_score", -1) != score) fields["profile_score"] = score;
    if (const auto code = codeFor(profile, "code", "talent", talent::talentCode)) fields["code"] = *code;
    if (const auto code = codeFor(profile, "cinema_code", "cinema", talent::cinemaCode)) {
      fields["cinema_code"] = *code;
    }
    return fields;
  }

  std::optional<std::string> codeFor(const model::Record& profile, std::string_view field,
                                     const std::string& kind,
                                     std::optional<std::string> (*make)(const talent::CodeParts&)) {
    const std::string country(profile.text("origin_country"));
    const std::string_view gender = profile.text("gender");
    if (!profile.text(field).empty() || country.empty() || gender.empty() ||
        profile.text("city_name").empty())
      return std::nullopt;
    const std::int64_t number =
        m_numbers.number(m_service.store(), kind, country, profile.id, m_service.clock().wallMs());
    return make({country, gender, lettersOf(profile), number});
  }

  void countCredits() {
    const auto all = m_service.store().readAll(m_scope, schema::collection("credits"));
    if (!all) return;
    for (const model::Record& credit : all->records) ++m_credits[credit.uuid("talent")];
  }

  SyncService& m_service;
  Uuid m_scope;
  CodeNumbers& m_numbers;
  std::vector<RecordKey> m_keys;
  std::map<Uuid, int> m_credits;
  std::string m_today;
};

}  // namespace

void completeTalents(SyncService& service, const Job& job, CodeNumbers& numbers) {
  TalentJob(service, job, numbers).run();
}

}  // namespace foyer::server
