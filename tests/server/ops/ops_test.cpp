// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <boost/json/parse.hpp>
#include <fstream>
#include <thread>

#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"

using namespace foyer::server::ops;

namespace {
constexpr const char* kExpected[] = {"# HELP t_total Things",
                                     "# TYPE t_total counter",
                                     "t_total{kind=\"a\\\"b\\\\\\n\"} 3",
                                     "t_open -2",
                                     "t_read 1.5",
                                     "t_seconds_bucket{route=\"/x\",le=\"0.001\"} 1",
                                     "t_seconds_bucket{route=\"/x\",le=\"0.25\"} 1",
                                     "t_seconds_bucket{route=\"/x\",le=\"0.5\"} 2",
                                     "t_seconds_bucket{route=\"/x\",le=\"30\"} 2",
                                     "t_seconds_bucket{route=\"/x\",le=\"+Inf\"} 3",
                                     "t_seconds_count{route=\"/x\"} 3"};
}  // namespace

class TestOps : public QObject {
  Q_OBJECT
 private slots:
  void linesAreJsonWhateverIsInThem();
  void writesFromTheLevelOn();
  void printsForPrometheus();
  void countsFromManyThreads();
  void aNameHasOneKind();
};

void TestOps::linesAreJsonWhateverIsInThem() {
  const std::string nasty = std::string("a\"b\\c\n\r\t\x1b[31m\0\x7f", 16) + "\xff" + "é";
  const std::string line =
      logLine(Level::warning, "an event",
              {{"text", nasty}, {"n", std::int64_t{-7}}, {"ms", 1.25}, {"yes", true}}, 1'750'000'000'123);
  QVERIFY(line.find('\n') == std::string::npos);
  QVERIFY(line.find('\x1b') == std::string::npos);
  const auto object = boost::json::parse(line).as_object();
  QCOMPARE(object.at("time").as_string(), "2025-06-15T15:06:40.123Z");
  QCOMPARE(object.at("level").as_string(), "warning");
  QCOMPARE(object.at("event").as_string(), "an event");
  QCOMPARE(object.at("n").as_int64(), -7);
  QVERIFY(object.at("yes").as_bool());
  const std::string good = logLine(Level::info, "Zoé", {{"k", "日本"}}, 0);
  QCOMPARE(boost::json::parse(good).as_object().at("k").as_string(), "日本");
}

void TestOps::writesFromTheLevelOn() {
  const QTemporaryDir dir;
  const std::string file = dir.filePath("log").toStdString();
  startLog(Level::info, file);
  log(Level::debug, "too quiet");
  logInfo("heard", {{"request_id", "abc"}});
  logError("loud");
  std::ifstream in(file);
  std::string first, second, third;
  std::getline(in, first);
  std::getline(in, second);
  QVERIFY(first.find("\"event\":\"heard\",\"request_id\":\"abc\"") != std::string::npos);
  QVERIFY(second.find("\"event\":\"loud\"") != std::string::npos);
  QVERIFY(!std::getline(in, third));
  startLog(Level::warning);
}

void TestOps::printsForPrometheus() {
  Metrics metrics;
  metrics.counter("t_total", "Things", {{"kind", "a\"b\\\n"}}).add(3);
  metrics.gauge("t_open", "Open").set(-2);
  Histogram& seconds = metrics.histogram("t_seconds", "Time", {{"route", "/x"}});
  seconds.observe(0.0005);
  seconds.observe(0.3);
  seconds.observe(100);
  double value = 1.5;
  metrics.gaugeFrom("t_read", "Read", [&value] { return value; });
  const std::string text = "\n" + metrics.print();
  for (const char* line : kExpected)
    QVERIFY2(text.find("\n" + std::string(line) + "\n") != std::string::npos, line);
  value = 2;
  QVERIFY(metrics.print().find("t_read 2\n") != std::string::npos);
}

void TestOps::countsFromManyThreads() {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) {
        metrics.counter("c_total", "C").add();
        metrics.histogram("h_seconds", "H").observe(0.002);
        if (i % 100 == 0) (void)metrics.print();
      }
    });
  for (std::thread& thread : threads) thread.join();
  QCOMPARE(metrics.counter("c_total", "C").value(), std::uint64_t{4000});
  QVERIFY(metrics.print().find("h_seconds_count 4000") != std::string::npos);
}

void TestOps::aNameHasOneKind() {
  Metrics metrics;
  Counter& one = metrics.counter("x_total", "X");
  QCOMPARE(&metrics.counter("x_total", "X"), &one);
  QVERIFY_EXCEPTION_THROWN(metrics.gauge("x_total", "X"), std::logic_error);
}

QTEST_GUILESS_MAIN(TestOps)
#include "ops_test.moc"
