// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk_app.hpp"

#include <QDir>
#include <QGuiApplication>
#include <QSysInfo>
#include <QUrlQuery>
#include <cstdio>
#include <iostream>
#include <utility>

#include "scanner/camera_source.hpp"
#include "scanner/folder_source.hpp"
#include "ui/language.hpp"
#include "ui/ui.hpp"

namespace foyer::kiosk {
namespace {

constexpr int kRulesMs = 5'000;  ///< a new shoot day is noticed within this
constexpr int kLeavePollMs = 20;
constexpr std::size_t kMostEarly = 10'000;

QString qs(const std::string& text) { return QString::fromStdString(text); }

Station::Options stationOptions(const Options& o, const GivenClock& clock) {
  return {std::filesystem::path(o.data), QUrl(qs(o.server)), o.insecure, o.offline, &clock, clock.given()};
}

}  // namespace

KioskApp::KioskApp(Options options)
    : m_options(std::move(options)),
      m_clock(m_options.nowMs),
      m_report(m_options.json),
      m_maker({}, m_clock),
      m_station(stationOptions(m_options, m_clock)),
      m_checkin(m_gate, m_maker, m_station, m_clock),
      m_view(m_checkin, m_maker, m_clock),
      m_lines(std::cin),
      m_window(&m_engine, nullptr) {
  m_maker.clockFacts().boot = Uuid::v7(m_clock.wallMs());
  m_checkin.onDecided([this](const Card& card, const SignedEvent& event, const Result<void>& kept) {
    onDecided(card, event, kept);
  });
  connectStation();
  connectScanner();
  connect(&m_view, &KioskView::enrolWanted, this, [this](const QString& server, const QString& token) {
    m_station.enrol(server, token, m_options.name.empty() ? QSysInfo::machineHostName() : qs(m_options.name));
  });
  connect(&m_view, &KioskView::verdictShown, &m_sounds, &Sounds::play);
  m_rulesTimer.setInterval(kRulesMs);
  connect(&m_rulesTimer, &QTimer::timeout, this, &KioskApp::refreshRules);
  m_leaveTimer.setInterval(kLeavePollMs);
  connect(&m_leaveTimer, &QTimer::timeout, this, &KioskApp::leaveWhenDone);
}

KioskApp::~KioskApp() { qApp->removeEventFilter(&m_wedge); }

bool KioskApp::start() {
  ui::install(m_engine);
  if (!m_options.language.empty()) ui::Language::of(&m_engine)->setCurrent(qs(m_options.language));
  m_window.setInitialProperties({{"kiosk", QVariant::fromValue(&m_view)}, {"scheme", qs(m_options.scheme)}});
  m_window.setResizeMode(QQuickView::SizeRootObjectToView);
  m_window.setSource(QUrl("qrc:/qt/qml/Foyer/Kiosk/pages/KioskRoot.qml"));
  if (m_window.status() != QQuickView::Ready) return false;
  m_window.setTitle("Foyer");
  const QStringList size = qs(m_options.size).split('x');
  if (size.size() == 2) {
    m_window.resize(size[0].toInt(), size[1].toInt());
    m_window.show();
  } else {
    m_window.showFullScreen();
  }
  m_view.setServer(qs(m_options.server));
  m_station.open();
  m_rulesTimer.start();
  if (m_options.standardInput) m_lines.start();
  if (!m_options.frames.empty()) {
    m_scanner.use(std::make_unique<FolderSource>(qs(m_options.frames), m_options.exitOnEof));
  } else if (!m_options.standardInput) {
    m_scanner.use(std::make_unique<CameraSource>());
  }
  return true;
}

// ---- the device

void KioskApp::connectStation() {
  connect(&m_station, &Station::opened, this, &KioskApp::onOpened);
  connect(&m_station, &Station::openFailed, this, [this](const QString& why) {
    std::fprintf(stderr, "%s\n", qPrintable(why));
    m_report.say("trouble", {{"message", why}});
    leave(1);
  });
  connect(&m_station, &Station::enrolled, this, [this](bool yes) {
    m_view.setEnrolled(yes);
    if (yes) m_report.say("enrolled");
  });
  connect(&m_station, &Station::enrolOutcome, this, [this](const QString& code) {
    m_view.setEnrolOutcome(code);
    if (code.isEmpty()) return;
    m_report.say("refused", {{"code", code}});
    std::fprintf(stderr, "enrolment: %s\n", qPrintable(code));
    if (m_options.exitOnEof) leave(3);
  });
  connect(&m_station, &Station::gateRead, this, &KioskApp::onGate);
  connect(&m_station, &Station::syncChanged, this, [this](const QString& state, int waiting, bool connected) {
    m_waiting = waiting;
    m_connected = connected;
    m_view.setSync(state, waiting);
  });
  connect(&m_station, &Station::offsetMeasured, this, [this](qint64 offset) {
    m_maker.clockFacts().offsetMs = offset;
    m_maker.clockFacts().offsetBoot = m_maker.clockFacts().boot;
  });
}

void KioskApp::onOpened(const Station::Opened& who) {
  m_maker.become({who.device, who.key, {}, 0});
  m_maker.clockFacts().offsetMs = who.offsetMs;
  if (m_options.server.empty()) m_view.setServer(who.server);
  m_view.setEnrolled(who.signedIn);
  if (!who.signedIn && !m_options.enrolToken.empty())
    m_view.enrol(qs(m_options.server), qs(m_options.enrolToken));
}

void KioskApp::onGate(const GateUpdate& update) {
  m_settings.take(update);
  if (update.revoked) m_revoked = *update.revoked;
  if (update.gateName || update.full) {
    EventMaker::Identity identity = m_maker.identity();
    if (update.gateName) identity.gate = *update.gateName;
    identity.lastCounter = std::max(identity.lastCounter, update.lastCounter);
    m_maker.become(identity);
  }
  if (update.info || update.dayRules || update.revoked) m_rulesDay = {};
  refreshRules();
  apply(update, m_checkin);
  for (const Uuid& event : update.confirmed) m_view.setConfirmed(event);
  if (!update.full || m_loaded) return;
  m_loaded = true;
  m_view.setLoaded();
  m_report.say("ready", {{"project", m_view.project()},
                         {"gate", m_view.gateName()},
                         {"people", static_cast<int>(m_gate.people().size())}});
  for (const Scan& scan : std::exchange(m_early, {})) onCode(scan);
}

void KioskApp::refreshRules() {
  if (!m_settings.info()) return;
  const std::int64_t now = m_maker.nowMs();
  const attendance::Day today = m_gate.rules.zone.shootDay(now, m_gate.rules.dayCutMinute);
  if (today == m_rulesDay) return;
  m_gate.rules = m_settings.rules(now);
  if (m_revoked) m_gate.rules.leaseUntilMs = 0;
  m_rulesDay = m_gate.rules.zone.shootDay(now, m_gate.rules.dayCutMinute);
  m_view.setSite(
      {qs(m_settings.info()->name), qs(m_settings.note(m_rulesDay)), m_settings.dayNumber(m_rulesDay)});
  m_checkin.dayChanged();
}

// ---- codes

void KioskApp::connectScanner() {
  connect(&m_scanner, &Scanner::scanned, this, &KioskApp::onCode);
  connect(&m_scanner, &Scanner::nothing, this, [this](const QString& origin) {
    if (!origin.isEmpty()) m_report.say("nothing", {{"frame", origin}});
  });
  connect(&m_scanner, &Scanner::finished, this, &KioskApp::inputEnded);
  connect(&m_scanner, &Scanner::failed, this, [this](const QString& why) {
    m_view.setNoCamera(true);
    m_report.say("trouble", {{"message", why}});
  });
  connect(&m_lines, &LineSource::line, this, [this](const QString& text) { onCode({text, {}, 0, 0}); });
  connect(&m_lines, &LineSource::finished, this, &KioskApp::inputEnded);
  connect(&m_wedge, &WedgeFilter::code, this, [this](const QString& text) { onCode({text, {}, 0, 0}); });
  qApp->installEventFilter(&m_wedge);
}

void KioskApp::onCode(const Scan& scan) {
  if (enrolFrom(scan.text)) return;
  if (!m_loaded) {
    if (m_early.size() < kMostEarly) m_early.push_back(scan);
    return;
  }
  if (scan.text == "!undo") {
    m_checkin.undo();
    return;
  }
  m_undecided.push_back(scan);
  m_checkin.scanned(scan.text.toStdString());
}

/// foyer://enrol?server=https://…&token=…, as the coordinator's screen shows it.
bool KioskApp::enrolFrom(const QString& text) {
  const QUrl url(text);
  if (url.scheme() != "foyer" || url.host() != "enrol") return false;
  const QUrlQuery query(url);
  if (m_view.stage() == "enrol")
    m_view.enrol(query.queryItemValue("server", QUrl::FullyDecoded),
                 query.queryItemValue("token", QUrl::FullyDecoded));
  return true;
}

void KioskApp::onDecided(const Card& card, const SignedEvent& event, const Result<void>& kept) {
  std::optional<Scan> scan;
  if (card.verdict.source != attendance::Source::search && !m_undecided.empty()) {
    scan = m_undecided.front();
    m_undecided.pop_front();
  }
  ++m_decided;
  m_report.verdict(card, event, kept, m_gate.rules, scan);
  if (!m_options.screenshots.empty())
    takePicture(QString::fromUtf8(attendance::name(card.verdict.kind).data()));
}

void KioskApp::takePicture(const QString& name) {
  QDir().mkpath(qs(m_options.screenshots));
  m_view.refresh();
  const QString file =
      QString("%1/%2-%3.png").arg(qs(m_options.screenshots)).arg(++m_pictures, 3, 10, QChar(u'0')).arg(name);
  if (!m_window.grabWindow().save(file)) std::fprintf(stderr, "%s can't be written\n", qPrintable(file));
}

// ---- leaving

void KioskApp::inputEnded() {
  if (!m_options.exitOnEof || m_leaving) return;
  m_sinceEnd.start();
  m_leaveTimer.start();
}

void KioskApp::leave(int status) {
  m_leaveTimer.stop();
  if (std::exchange(m_leaving, true)) return;
  QGuiApplication::exit(status);
}

void KioskApp::leaveWhenDone() {
  const bool enrolling = !m_options.enrolToken.empty() || m_view.stage() == "loading";
  const bool hopeless = !m_loaded && (!enrolling || m_sinceEnd.elapsed() > 60'000);
  if (hopeless) {
    std::fputs("this device is not enrolled as a kiosk\n", stderr);
    leave(3);
    return;
  }
  if (!m_loaded || !m_checkin.quiet()) return;
  const bool checked = m_options.waitSyncSeconds == 0 || m_view.syncState() == QLatin1String("ok");
  const bool sent = m_options.offline || (m_connected && m_waiting == 0 && checked);
  if (!sent && m_sinceEnd.elapsed() < m_options.waitSyncSeconds * 1000) return;
  m_report.say("end", {{"decided", m_decided}, {"present", m_view.present()}, {"waiting", m_waiting}});
  leave(0);
}

}  // namespace foyer::kiosk
