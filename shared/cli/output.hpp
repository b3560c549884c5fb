// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <string>

#include "base/error.hpp"
#include "model/record.hpp"
#include "store/store.hpp"
#include "sync/status.hpp"

namespace foyer::cli {

/// What the process ends with; documented in README.md.
enum Exit : int { kOk = 0, kError = 1, kUsage = 2, kOffline = 3, kHeld = 4 };

/// Ends the command with a sentence for a person and an exit status.
struct Failure {
  int status = kError;
  Error error;
};
[[noreturn]] void fail(Error error, int status = kError);
[[noreturn]] void usage(const std::string& sentence);

QJsonValue toJson(const schema::Field& field, const model::Value& value);
QJsonObject toJson(const model::Record& record, store::Pending pending);
QJsonObject toJson(const sync::Status& status);
QJsonObject toJson(const sync::ScopeStatus& scope);
/// Versions that are not here yet; -1 when the server has never said how many there are.
std::int64_t behindOf(const sync::ScopeStatus& scope);
QJsonObject toJson(const store::HeldItem& item);
QJsonObject toJson(const Error& error);

/// Prints results: words for people, or with --json one JSON document for scripts. Errors go to stderr.
class Output {
 public:
  explicit Output(bool json) : m_json(json) {}
  bool json() const { return m_json; }
  /// With --json the object, else the sentence.
  void say(const QJsonObject& object, const QString& sentence) const;
  void list(const QJsonArray& items, const QString& nothing) const;
  void record(const model::Record& record, store::Pending pending) const;
  void line(const QString& text) const;  ///< as it is, in both modes
  void error(const Error& error) const;

 private:
  void pretty(const QJsonObject& object) const;
  bool m_json;
};

}  // namespace foyer::cli
