// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk on a real database: rows become a gate, scans become rows, and the program itself does it all in
// a process of its own, killed at any moment.
#include "device/station.hpp"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "device/gate_reader.hpp"
#include "device/gate_records.hpp"
#include "gate_fixture.hpp"
#include "schema/collections.hpp"
#include "world.hpp"

using namespace world;
using namespace foyer::kiosk;

namespace {

/// A data folder with a gate in it, as an enrolled kiosk has it after its first sync.
struct Folder {
  QTemporaryDir dir;
  Uuid device;

  explicit Folder(std::size_t people = 3) {
    qputenv("FOYER_KEY_DIR", dir.filePath("keys").toUtf8());
    qt::EngineDriver::Options options;
    options.dataDir = data().toStdString();
    qt::EngineDriver driver(options);
    const auto opened = driver.open();
    if (!opened) qFatal("%s", opened.error().message.c_str());
    device = driver.identity().device;
    gate_fixture::fill(driver.store(), {device, "Entrance A", people});
  }
  QString data() const { return dir.filePath("data"); }

  std::vector<model::Record> events() const {
    auto reader = store::Reader::open(data().toStdString() + "/foyer.sqlite");
    store::QuerySpec spec;
    spec.collection = &schema::collection("attendance_events");
    spec.order.push_back({"counter", false});
    return (*reader)->query(spec);
  }
};

struct Run {
  QList<QJsonObject> lines;
  int status = -1;

  QStringList verdicts() const {
    QStringList out;
    for (const auto& l : lines) {
      if (l["type"] == "verdict") out << l["kind"].toString();
    }
    return out;
  }
};

Run run(const Folder& folder, const QStringList& codes, const QString& now, const QStringList& more = {}) {
  QProcess kiosk;
  kiosk.setProcessChannelMode(QProcess::SeparateChannels);
  kiosk.start(FOYER_KIOSK, QStringList{"--data", folder.data(), "--stdin", "--exit-on-eof", "--json",
                                       "--offline", "--now", now, "--size", "320x480"} +
                               more);
  kiosk.write(codes.join('\n').toUtf8() + "\n");
  kiosk.closeWriteChannel();
  Run out;
  if (!kiosk.waitForFinished(60'000)) kiosk.kill();
  for (const QByteArray& line : kiosk.readAllStandardOutput().split('\n')) {
    if (!line.isEmpty()) out.lines << QJsonDocument::fromJson(line).object();
  }
  out.status = kiosk.exitStatus() == QProcess::NormalExit ? kiosk.exitCode() : -1;
  if (out.status != 0) qInfo("%s", kiosk.readAllStandardError().constData());
  return out;
}

QString badge(std::size_t n) { return QString::fromStdString(gate_fixture::badge(n)); }

}  // namespace

class StationTest : public QObject {
  Q_OBJECT

 private slots:
  void eventsSurviveTheWayThroughTheDatabase() {
    Folder folder;
    qt::EngineDriver::Options options;
    options.dataDir = folder.data().toStdString();
    qt::EngineDriver driver(options);
    QVERIFY(driver.open().ok());
    Event e = pass(at(6, 42), 9, 3, Direction::in);
    e.device = folder.device;
    e.time.offsetMs = -250;
    e.reason = "forgot";
    e.operatorId = id(50);
    e.gate = "Entrance A";
    const SignedEvent made{e, signEvent(e, keyPair(9).secretKey)};
    QVERIFY(driver.store().write(editOf(made, gate_fixture::scope())).ok());
    const auto rows = folder.events();
    QCOMPARE(rows.size(), std::size_t{1});
    const auto back = eventOf(rows[0]);
    QVERIFY(back && eventBytes(*back) == eventBytes(e));
    const auto& signature = std::get<Bytes>(rows[0].at("signature"));
    QVERIFY(verifyEvent(*back, signature, keyPair(9).publicKey));
  }

  void rowsBecomeAGate() {
    Folder folder;
    auto reader = store::Reader::open(folder.data().toStdString() + "/foyer.sqlite");
    QVERIFY(reader.ok());
    GateReader gate(std::move(*reader), folder.device);
    QVERIFY(!gate.readAll(id(77), at(6, 0)));
    const auto all = gate.readAll(gate_fixture::scope(), at(6, 0));
    QVERIFY(all && all->full);
    QCOMPARE(all->people.size(), std::size_t{3});
    QCOMPARE(all->keys.size(), std::size_t{1});
    QCOMPARE(all->gateName.value_or(""), std::string("Entrance A"));
    QCOMPARE(all->people[0].callMs.value_or(0), at(6, 45));
    GateSettings settings;
    settings.take(*all);
    const Rules rules = settings.rules(at(12, 0));
    QCOMPARE(rules.zone.minuteOfDay(at(12, 0)), 12 * 60);
    QVERIFY(rules.project == kProject);
  }

  void scansBecomeRows() {
    Folder folder;
    const Run day =
        run(folder, {badge(1), badge(1), "FRPAR00002F", "https://example.org", "FY1:XX", badge(3), "!undo"},
            "2026-06-14T06:42:00+02:00");
    QCOMPARE(day.status, 0);
    QCOMPARE(day.verdicts(),
             QStringList({"arrival", "too_soon", "legacy_code", "foreign_code", "unreadable", "arrival"}));
    QCOMPARE(day.lines.last()["type"].toString(), QString("end"));
    QCOMPARE(day.lines.last()["present"].toInt(), 2);
    const auto rows = folder.events();
    QCOMPARE(rows.size(), std::size_t{7});
    for (std::size_t i = 0; i < rows.size(); ++i)
      QCOMPARE(rows[i].number("counter"), static_cast<std::int64_t>(i + 1));
    QCOMPARE(std::string(rows[6].text("kind")), std::string("undo"));
    QVERIFY(rows[6].uuid("target_id") == rows[5].id);
    QCOMPARE(std::string(rows[0].text("gate")), std::string("Entrance A"));
    QVERIFY(rows[0].version == 0);
  }

  void whatWasScannedBeforeARestartIsRemembered() {
    Folder folder;
    QCOMPARE(run(folder, {badge(1)}, "2026-06-14T06:42:00+02:00").verdicts(), QStringList{"arrival"});
    const Run evening = run(folder, {badge(1)}, "2026-06-14T19:10:30+02:00");
    QCOMPARE(evening.verdicts(), QStringList{"departure"});
    QCOMPARE(evening.lines[1]["worked"].toInt(), 12 * 60 + 28);
    QCOMPARE(folder.events().back().number("counter"), std::int64_t{2});
    QCOMPARE(run(folder, {badge(1)}, "2026-06-15T06:40:00+02:00").verdicts(), QStringList{"arrival"});
  }

  void whatWasSaidIsOnDiskWhenKilled() {
    Folder folder(40);
    for (int round = 0; round < 4; ++round) {
      QProcess kiosk;
      kiosk.start(FOYER_KIOSK, {"--data", folder.data(), "--stdin", "--json", "--offline", "--now",
                                QString("2026-06-14T%1:00:00+02:00").arg(8 + round, 2, 10, QChar('0')),
                                "--size", "320x480"});
      QByteArray said;
      const auto count = [&said] { return said.count("\"verdict\""); };
      for (std::size_t n = 1; n <= 40; ++n) kiosk.write(badge(n).toUtf8() + "\n");
      while (count() < 5 + round * 9 && kiosk.waitForReadyRead(20'000)) said += kiosk.readAllStandardOutput();
      kiosk.kill();
      QVERIFY(kiosk.waitForFinished());
      said += kiosk.readAllStandardOutput();
      QSet<QString> kept;
      for (const auto& row : folder.events()) kept.insert(QString::fromStdString(row.id.str()));
      QVERIFY(count() >= 5);
      for (const QByteArray& line : said.split('\n')) {
        const QJsonObject o = QJsonDocument::fromJson(line).object();
        if (o["type"] == "verdict") QVERIFY2(kept.contains(o["event"].toString()), line.constData());
      }
    }
  }

  void anotherProcessIsRefusedPolitely() {
    Folder folder;
    qt::EngineDriver::Options options;
    options.dataDir = folder.data().toStdString();
    qt::EngineDriver driver(options);
    QVERIFY(driver.open().ok());
    QCOMPARE(run(folder, {badge(1)}, "2026-06-14T06:42:00+02:00").status, 1);
  }

  void withoutAGateItSaysSo() {
    QTemporaryDir empty;
    qputenv("FOYER_KEY_DIR", empty.filePath("keys").toUtf8());
    QProcess kiosk;
    kiosk.start(FOYER_KIOSK, {"--data", empty.filePath("d"), "--stdin", "--exit-on-eof", "--offline",
                              "--size", "320x480"});
    kiosk.closeWriteChannel();
    QVERIFY(kiosk.waitForFinished(30'000));
    QCOMPARE(kiosk.exitCode(), 3);
  }
};

QTEST_GUILESS_MAIN(StationTest)
#include "station_test.moc"
