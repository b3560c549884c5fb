// SPDX-License-Identifier: GPL-3.0-or-later
// The app without anything on it, before the sign-in, in every state of sync and with its dialogs: pictures
// go to build/screens, and every state says in both languages what waits, why and what happens next (law 15).
#include <QQmlExtensionPlugin>

#include "household.hpp"
#include "qt/record_form.hpp"
#include "stage.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;
using sync::State;

namespace {

constexpr std::int64_t kEvening = 1'750'096'320'000;

sync::Status claim(State state, std::optional<Error> why = {}) {
  sync::Status status;
  status.state = state;
  status.stopped = false;
  status.connected = state != State::off;
  status.why = state == State::off ? why : std::nullopt;
  status.offlineSinceMs = status.connected ? 0 : kEvening;
  status.nextTryMs = status.connected ? 0 : QDateTime::currentMSecsSinceEpoch() + 25'000;
  sync::ScopeStatus mine;
  mine.scope = Uuid::v7(1);
  mine.state = state;
  mine.confirmed = true;
  mine.cursor = mine.verifiedVersion = 1204;
  mine.head = state == State::sync ? 1260 : 1204;
  mine.rowsLoaded = state == State::sync ? 12'400 : 0;
  mine.verifiedMs = kEvening;
  mine.queued = state == State::ok ? 0 : 3;
  mine.held = state == State::held ? 1 : 0;
  mine.forks = state == State::fork ? 1 : 0;
  if (state == State::wait) {
    mine.why = why;
    mine.nextTryMs = QDateTime::currentMSecsSinceEpoch() + 8'000;
  }
  status.queued = mine.queued;
  status.held = mine.held;
  sync::ScopeStatus catalogue = mine;
  catalogue.scope = Uuid::v7(2);
  catalogue.kind = schema::Scope::catalog;
  catalogue.state = status.connected ? State::ok : State::off;
  catalogue.queued = catalogue.held = catalogue.forks = catalogue.rowsLoaded = 0;
  status.scopes = {mine, catalogue};
  return status;
}

const Error kUnreachable{Code::unreachable, {}, "No route to host."};
const Error kTimeout{Code::timeout, {}, "The server does not answer."};
const Error kBusy{Code::busy, {}, "Too much to do."};

struct Case {
  const char* name;
  sync::Status status;
};
std::vector<Case> everyState() {
  return {{"ok", claim(State::ok)},
          {"sync", claim(State::sync)},
          {"wait", claim(State::wait, kBusy)},
          {"off", claim(State::off, kUnreachable)},
          {"stalled", claim(State::off, kTimeout)},
          {"fork", claim(State::fork)},
          {"held", claim(State::held)}};
}

}  // namespace

class MobileStatesTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<DataHost> m_host;
  std::unique_ptr<Stage> m_stage;

  void start(const QString& person) {
    m_host = std::make_unique<DataHost>(person);
    m_stage = std::make_unique<Stage>(*m_host);
  }
  /// A phone in light English and a tablet in dark French.
  void shoot(const QString& name, const std::function<void()>& prepare) {
    for (const bool phone : {true, false}) {
      m_stage->open(phone, phone ? "light" : "dark", phone ? "en" : "fr");
      prepare();
      if (QTest::currentTestFailed()) return;
      m_stage->settle();
      const QString full = QStringLiteral("%1-%2").arg(name, phone ? "phone-light-en" : "tablet-dark-fr");
      const QStringList faults = m_stage->picture(full);
      QVERIFY2(faults.isEmpty(), qPrintable(full + ": " + faults.join('\n')));
    }
  }
  void press(const char* english, const char* french) {
    const QString name = QString::fromUtf8(m_stage->settings().language() == "fr" ? french : english);
    QQuickItem* control = nullptr;
    QTRY_VERIFY2((control = m_stage->named(name)) != nullptr, qPrintable("there is no " + name));
    QVERIFY(QMetaObject::invokeMethod(control, "clicked"));
    QCoreApplication::processEvents();
  }

 private slots:
  void cleanup() {
    if (m_stage) m_stage->close();
    m_host.reset();
    m_stage.reset();
  }

  void beforeTheSignIn() {
    start({});
    m_stage->settings().setStarted(false);
    shoot("signin", [this] { QVERIFY(m_stage->seen("SignInPage")); });
    m_host->eval("Session.signIn(\"jeanne@example.org\", \"a quiet evening at the cinema\")");
    QTRY_VERIFY(!m_host->eval("Session.errorCode").toString().isEmpty());
    shoot("signin-error", [this] { QVERIFY(m_stage->seen("SignInPage")); });
    m_stage->open(true, "light", "en");
    press("Create an account", "");
    shoot("signup", [] {});
  }

  void withNothingOnIt() {
    start("Jeanne Morel");
    shoot("empty-home", [this] { m_stage->choose(0); });
    shoot("empty-films", [this] { m_stage->choose(1); });
    shoot("empty-families", [this] { m_stage->choose(2); });
    for (const char* page : {"attention", "conflict", "trash"})
      shoot(QStringLiteral("empty-") + page, [this, page] {
        m_stage->choose(0);
        m_stage->ask("opened", page);
      });
  }

  void dialogs() {
    start("Jeanne Morel");
    shoot("dialog-sign-out", [this] {
      m_stage->choose(3);
      m_stage->settle();
      press("Sign out", "Se déconnecter");
    });
    shoot("dialog-found-family", [this] {
      m_stage->choose(2);
      m_stage->settle();
      press("Found a family", "Fonder une famille");
    });
  }

  void whatCouldNotBeSavedStandsOnThePage() {
    start("Jeanne Morel");
    const QString title = m_host->eval("Records.newId()").toString();
    m_host->eval("Records.create(\"watch_entries\", Session.account, { title_id: \"" + title.toUtf8() +
                 "\", title: \"Mirror\", kind: \"movie\", status: \"not_watched\" })");
    shoot("title-not-saved", [this, &title] {
      m_stage->choose(1);
      m_stage->ask("detail", "title", {{"titleId", title}});
      m_stage->settle();
      QQuickItem* page = m_stage->seen("TitlePage");
      QVERIFY(page);
      for (auto* form : page->findChildren<qt::RecordForm*>())
        if (form->collection() == "watch_entries") form->edit("service", QString(20'000, 'x'));
      // No control of the page shows this field.
      press("Try again", "Réessayer");
    });
  }

  void inEveryState() {
    start("Jeanne Morel");
    for (const Case& state : everyState()) {
      shoot(QStringLiteral("state-") + state.name, [this, &state] {
        m_stage->choose(0);
        m_stage->ask("opened", "sync");
        m_stage->settle();
        m_host->claim(state.status);
        QTRY_COMPARE(m_host->eval("Sync.state").toString(), QString::fromLatin1(state.name));
      });
      if (QTest::currentTestFailed()) return;
    }
  }

  void law15_everyStateSaysWhatWaitsWhyAndWhatIsNext() {
    start("Jeanne Morel");
    m_stage->open(true, "light", "en");
    QObject* words = m_host->make(
        "import Foyer.Mobile\nQtObject { property var all: [SyncWords.pill, SyncWords.title, "
        "SyncWords.sentence, SyncWords.next] }");
    for (const Case& state : everyState()) {
      QStringList said[2];
      for (int french = 0; french < 2; ++french) {
        m_stage->settings().setLanguage(french ? "fr" : "en");
        m_host->claim(state.status);
        QTRY_COMPARE(m_host->eval("Sync.state").toString(), QString::fromLatin1(state.name));
        said[french] = words->property("all").toStringList();
        for (const QString& text : said[french])
          QVERIFY2(!text.trimmed().isEmpty() && !text.contains('%'), state.name);
      }
      for (int i = 0; i < 4; ++i) QVERIFY2(said[0][i] != said[1][i], qPrintable(said[0][i]));
    }
  }

  void law15_everyCauseHasWords() {
    start("Jeanne Morel");
    m_stage->open(true, "light", "en");
    for (const char* language : {"en", "fr"}) {
      m_stage->settings().setLanguage(language);
      for (const CodeInfo& code : allCodes()) {
        QObject* cause = m_host->make("import Foyer.Mobile\nQtObject { property string it: Causes.of(\"" +
                                      QByteArray(code.name.data()) + "\", \"\") }");
        QVERIFY2(cause->property("it").toString().size() > 10, code.name.data());
      }
    }
  }
};

QTEST_MAIN(MobileStatesTest)
#include "mobile_states_test.moc"
