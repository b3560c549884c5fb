// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/kiosk_view.hpp"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "attendance/fold.hpp"
#include "screen/card_map.hpp"

namespace foyer::kiosk {
namespace {

constexpr int kRefreshMs = 250;
constexpr std::size_t kRows = 5;

QString qs(const std::string& text) { return QString::fromStdString(text); }

}  // namespace

KioskView::KioskView(Checkin& checkin, EventMaker& maker, const Clock& clock, QObject* parent)
    : QObject(parent), m_checkin(checkin), m_maker(maker), m_clock(clock) {
  m_checkin.onChange([this] { machineChanged(); });
  m_timer.setInterval(kRefreshMs);
  connect(&m_timer, &QTimer::timeout, this, &KioskView::refresh);
  m_timer.start();
}

// ---- what the program tells

void KioskView::setSite(const Site& site) {
  m_site = site;
  emit changed();
}

void KioskView::setSync(const QString& state, int waiting) {
  m_syncState = state;
  m_waiting = waiting;
  emit changed();
}

void KioskView::setConfirmed(const Uuid& event) {
  if (event != m_shownEvent) return;
  m_confirmed = true;
  emit changed();
}

void KioskView::setEnrolled(bool enrolled) {
  m_enrolled = enrolled;
  if (enrolled) m_enrolling = false;
  emit changed();
}

void KioskView::setLoaded() {
  m_loaded = true;
  emit changed();
}

void KioskView::setNoCamera(bool none) {
  m_noCamera = none;
  emit changed();
}

void KioskView::setServer(const QString& server) {
  m_server = server;
  emit changed();
}

void KioskView::setEnrolOutcome(const QString& code) {
  m_enrolling = false;
  m_enrolCode = code;
  emit changed();
}

void KioskView::refresh() {
  m_checkin.tick();
  emit changed();
}

void KioskView::machineChanged() {
  const Checkin::Screen& screen = m_checkin.screen();
  if (screen.stage == Stage::verdict && screen.card && screen.card->event != m_shownEvent) {
    m_shownEvent = screen.card->event;
    m_confirmed = false;
    emit verdictShown(QString::fromUtf8(attendance::name(screen.card->verdict.group())));
  }
  emit changed();
}

// ---- what the pages show

QString KioskView::stage() const {
  if (!m_enrolled) return "enrol";
  if (!m_loaded) return "loading";
  const Checkin::Screen& screen = m_checkin.screen();
  switch (screen.stage == Stage::saving ? screen.under : screen.stage) {
    case Stage::verdict:
      return "verdict";
    case Stage::search:
      return "search";
    default:
      return "idle";
  }
}

QString KioskView::localClock(std::int64_t utcMs) const {
  const int minute = m_checkin.gate().rules.zone.minuteOfDay(utcMs);
  return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString KioskView::clock() const { return localClock(m_maker.nowMs()); }
QString KioskView::day() const { return localDayText(m_maker.nowMs(), m_checkin.gate().rules); }
QString KioskView::gateName() const { return qs(m_maker.gateName()); }
int KioskView::present() const { return static_cast<int>(m_checkin.screen().present); }

QVariantMap KioskView::card() const {
  const auto& card = m_checkin.screen().card;
  if (!card) return {};
  QVariantMap map = cardMap(*card, m_checkin.gate().rules);
  map["confirmed"] = m_confirmed && card->event == m_shownEvent;
  return map;
}

int KioskView::undoSeconds() const {
  const std::int64_t until = m_checkin.screen().undoUntil;
  return until == 0 ? 0 : static_cast<int>((until - m_clock.steadyMs() + 999) / 1000);
}

bool KioskView::undone() const { return m_checkin.screen().undoneUntil != 0; }

QString KioskView::trouble() const {
  const auto& trouble = m_checkin.screen().trouble;
  return trouble ? qs(trouble->message) : QString();
}

bool KioskView::namesAllowed() const { return m_checkin.operators().maySearchNames(); }
bool KioskView::hasPins() const { return !m_checkin.operators().all().empty(); }

QString KioskView::operatorName() const {
  const auto& who = m_checkin.operators().current();
  return who ? qs(who->name) : QString();
}

int KioskView::pinLockSeconds() const {
  const auto until = m_checkin.operators().lockedUntil(m_clock.steadyMs());
  return until ? static_cast<int>((*until - m_clock.steadyMs() + 999) / 1000) : 0;
}

// ---- what a person does

void KioskView::openSearch() { m_checkin.openSearch(); }
void KioskView::closeSearch() { m_checkin.closeSearch(); }
void KioskView::touched() { m_checkin.touched(); }

QVariantList KioskView::find(const QString& typed) {
  m_checkin.touched();
  const attendance::Gate& gate = m_checkin.gate();
  const std::int64_t now = m_maker.nowMs();
  QVariantList rows;
  for (const attendance::RosterEntry* p : m_checkin.find(typed.toStdString(), kRows)) {
    bool inside = false;
    const auto days = attendance::fold(gate.eventsOf(p->id), gate.rules, now);
    if (!days.empty())
      inside = days.back().in && days.back().day == gate.rules.zone.shootDay(now, gate.rules.dayCutMinute);
    rows.append(QVariantMap{{"id", qs(p->id.str())},
                            {"name", qs(p->name)},
                            {"code", qs(p->code)},
                            {"role", qs(p->role)},
                            {"call", p->callMs ? localClock(*p->callMs) : QString()},
                            {"inside", inside}});
  }
  return rows;
}

void KioskView::choose(const QString& id, const QString& direction, const QString& reason) {
  const auto person = Uuid::parse(id.toStdString());
  const auto intent = attendance::intentFromName(direction.toStdString());
  if (person && intent) m_checkin.choose(*person, *intent, reason.left(200).toStdString());
}

void KioskView::undo() { m_checkin.undo(); }
void KioskView::dismiss() { m_checkin.dismiss(); }

void KioskView::unlock(const QString& pin) {
  if (m_unlocking || pinLockSeconds() > 0) return;
  m_unlocking = true;
  emit changed();
  QThreadPool::globalInstance()->start(
      [self = QPointer(this), all = m_checkin.operators().all(), pin = pin.toStdString()] {
        const auto who = Operators::match(all, pin);
        QMetaObject::invokeMethod(qApp, [self, who] {
          if (!self) return;
          self->m_unlocking = false;
          self->m_checkin.operators().answered(who, self->m_clock.steadyMs());
          self->m_checkin.touched();
          emit self->changed();
          emit self->unlocked(who.has_value());
        });
      });
}

void KioskView::enrol(const QString& server, const QString& token) {
  if (m_enrolling) return;
  m_enrolling = true;
  m_enrolCode.clear();
  emit changed();
  emit enrolWanted(server.trimmed(), token.trimmed());
}

}  // namespace foyer::kiosk
