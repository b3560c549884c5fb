// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <set>

#include "server/config/config.hpp"

using namespace foyer::server::config;
using foyer::Code;

namespace {

std::string readFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class TestConfig : public QObject {
  Q_OBJECT
 private slots:
  void referenceIsCurrent();
  void declarationIsSound();
  void laterSourcesWin();
  void refusesFiles_data();
  void refusesFiles();
  void refusesEnvironmentAndFlags();
  void hidesSecrets();

 private:
  std::string write(const std::string& text) const {
    const std::string path = m_dir.filePath("f.toml").toStdString();
    std::ofstream(path, std::ios::trunc) << text;
    return path;
  }
  QTemporaryDir m_dir;
};

void TestConfig::referenceIsCurrent() {
  QVERIFY2(readFile(REFERENCE) == reference(), "run: foyer-server config-reference > sync-server/CONFIG.md");
}

void TestConfig::declarationIsSound() {
  std::set<std::string> names, variables;
  for (const Key& key : allKeys()) {
    QVERIFY2(names.insert(key.name).second, key.name.c_str());
    QVERIFY2(variables.insert(environmentName(key)).second, key.name.c_str());
    QVERIFY2(checkValue(key, key.fallback).ok(), key.name.c_str());
    QVERIFY2(key.text.ends_with('.'), key.name.c_str());
  }
}

void TestConfig::laterSourcesWin() {
  Sources sources;
  auto config = Config::load(sources);
  QVERIFY(config.ok());
  QCOMPARE(config->integer("http.port"), 9000);
  QCOMPARE(config->duration("http.head_timeout").count(), 10'000);
  sources.file =
      write("[http]\nport = 1\nqueue = 7\nmax_head = \"64KiB\"\ntrusted_proxies = [\"10.0.0.1\", \"::1\"]\n");
  sources.environment = {{"FOYER_HTTP_PORT", "2"}, {"FOYER_SEED", "3"}, {"FOYER_HTTP_WORKERS", "4"}};
  sources.flags = {{"http.port", "5"}};
  config = Config::load(sources);
  QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
  QCOMPARE(config->integer("http.port"), 5);
  QCOMPARE(config->integer("http.workers"), 4);
  QCOMPARE(config->integer("http.queue"), 7);
  QCOMPARE(config->size("http.max_head"), std::size_t{65536});
  QCOMPARE(config->list("http.trusted_proxies"), (std::vector<std::string>{"10.0.0.1", "::1"}));
  QVERIFY_EXCEPTION_THROWN((void)config->integer("http.prot"), std::logic_error);
  QVERIFY_EXCEPTION_THROWN((void)config->integer("http.head_timeout"), std::logic_error);
}

void TestConfig::refusesFiles_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("message");
  QTest::newRow("unknown key") << "\n[http]\nprot = 1"
                               << ":3: there is no setting http.prot; do you mean http.port?";
  QTest::newRow("unknown section") << "[htp]\nport = 1"
                                   << ":2: there is no setting htp.port";
  QTest::newRow("wrong type") << "[http]\nport = \"x\""
                              << ":2: http.port has the wrong type";
  QTest::newRow("fraction") << "[http]\nport = 1.5"
                            << ":2: http.port has the wrong type";
  QTest::newRow("too large") << "[http]\n\nport = 65536"
                             << ":3: http.port must lie between 0 and 65535";
  QTest::newRow("negative") << "[http]\nqueue = -1"
                            << ":2: http.queue must";
  QTest::newRow("no unit") << "[http]\nhead_timeout = \"10\""
                           << ":2: http.head_timeout must be a duration";
  QTest::newRow("odd unit") << "[http]\nhead_timeout = \"10 s\""
                            << ":2: http.head_timeout must be a duration";
  QTest::newRow("overflow") << "[http]\nhead_timeout = \"99999999999999d\""
                            << ":2: http.head_timeout must be";
  QTest::newRow("not a choice") << "log.level = \"loud\""
                                << ":1: log.level must be one of debug, info";
  QTest::newRow("list of numbers") << "[http]\ntrusted_proxies = [1]"
                                   << ":2: http.trusted_proxies must be a list";
  QTest::newRow("not TOML") << "[http]\nport = = 1"
                            << ":2: ";
  QTest::newRow("doubled key") << "[http]\nport = 1\nport = 2"
                               << ":3: ";
}

void TestConfig::refusesFiles() {
  QFETCH(QString, text);
  QFETCH(QString, message);
  Sources sources;
  sources.file = write(text.toStdString());
  const auto config = Config::load(sources);
  QVERIFY(!config.ok());
  const std::string expected = sources.file->string() + message.toStdString();
  QVERIFY2(config.error().message.starts_with(expected), config.error().message.c_str());
}

void TestConfig::refusesEnvironmentAndFlags() {
  Sources sources;
  sources.environment = {{"FOYER_HTTP_PROT", "1"}};
  QVERIFY(Config::load(sources).error().message.starts_with("FOYER_HTTP_PROT: "));
  sources.environment = {{"FOYER_HTTP_PORT", "x"}};
  QCOMPARE(Config::load(sources).error().field, "http.port");
  sources.environment.clear();
  sources.flags = {{"nothing", "1"}};
  QVERIFY(Config::load(sources).error().code == Code::unknownField);
  sources.flags.clear();
  sources.file = "/nowhere/at.toml";
  QVERIFY(!Config::load(sources).ok());
}

void TestConfig::hidesSecrets() {
  Sources sources;
  sources.flags = {{"database_url", "host=x password=sesame"}};
  const auto config = Config::load(sources);
  QVERIFY(config.ok());
  QCOMPARE(config->text("database_url"), "host=x password=sesame");
  for (const auto& [name, shown] : config->describe()) QVERIFY(shown.find("sesame") == std::string::npos);
  sources.flags = {{"database_url", "sesame\n"}};
  const auto bad = Config::load(sources);
  QVERIFY(!bad.ok());
  QVERIFY(bad.error().message.find("sesame") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestConfig)
#include "config_test.moc"
