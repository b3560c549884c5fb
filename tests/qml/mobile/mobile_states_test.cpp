// SPDX-License-Identifier: GPL-3.0-or-later
// The app without anything on it, before the sign-in, in every state of sync and with its dialogs: pictures
// go to build/screens, and every state says in both languages what waits, why and what happens next (law 15).
#include <QQmlExtensionPlugin>
#include <algorithm>

#include "household.hpp"
#include "qt/record_form.hpp"
#include "stage.hpp"
#include "sync_claims.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;
using sync::State;

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
  static QObject* childOf(QObject* from, const QByteArray& type) {
    for (QObject* child : from->findChildren<QObject*>())
      if (QByteArray(child->metaObject()->className()).startsWith(type + '_')) return child;
    return nullptr;
  }
  /// "label=value" of each row that is seen, "bar=value text" of a progress line, "mark=word" of a state.
  static QStringList rowsOf(QQuickItem* from) {
    QStringList rows;
    if (!from || !from->isVisible()) return rows;
    const QByteArray type = from->metaObject()->className();
    if (type.startsWith("FactRow_"))
      return {from->property("label").toString() + '=' + from->property("value").toString()};
    if (type.startsWith("StateMark_")) return {"mark=" + from->property("text").toString()};
    if (type.startsWith("ProgressLine_"))
      return {QStringLiteral("bar=%1 %2")
                  .arg(from->property("value").toReal(), 0, 'f', 2)
                  .arg(from->property("text").toString())};
    for (QQuickItem* child : from->childItems()) rows << rowsOf(child);
    return rows;
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
      // The reason is in the person's language too, with its numbers.
      const bool french = m_stage->settings().language() == "fr";
      const QString reason =
          french ? QStringLiteral("50 caractères au plus") : QStringLiteral("At most 50 characters");
      for (auto* form : page->findChildren<qt::RecordForm*>())
        if (form->collection() == "watch_entries")
          QTRY_VERIFY2(form->error().startsWith(reason), qPrintable(form->error()));
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

  /// One space in full, in each state and both languages.
  void law15_aSpaceInFullSaysEachOfItsFigures() {
    start("Jeanne Morel");
    struct Said {
      const char *state, *rows, *lignes;
    };
    static const std::vector<Said> kAll{
        {"ok", "To send=nothing|To receive=nothing|Checked up to step=1,204 of 1,204",
         "À envoyer=rien|À recevoir=rien"},
        {"sync",
         "To send=3 changes|To receive=12,400 of about 49,600 entries|bar=0.25 8 s left|Checked up to "
         "step=1,204 of 1,260",
         "À envoyer=3 changements|bar=0.25 encore 8 s"},
        {"wait",
         "To send=3 changes|To receive=nothing|Last problem=The server has too much to do right now.|Next "
         "try=",
         "Prochain essai="},
        {"off", "To send=3 changes|To receive=nothing", "À envoyer=3 changements"},
        {"stalled", "To send=3 changes|To receive=nothing", "À envoyer=3 changements"},
        {"fork", "Two versions=1", "Deux versions=1"},
        {"held", "To fix=1", "À corriger=1"}};
    for (const Case& state : everyState()) {
      const auto wanted = std::find_if(kAll.begin(), kAll.end(),
                                       [&](const Said& s) { return QByteArray(s.state) == state.name; });
      QVERIFY2(wanted != kAll.end(), state.name);
      shoot(QStringLiteral("space-") + state.name, [this, &state, wanted] {
        m_stage->choose(0);
        m_stage->ask("opened", "sync");
        m_stage->settle();
        m_host->claim(state.status);
        QTRY_COMPARE(m_host->eval("Sync.state").toString(), QString::fromLatin1(state.name));
        QQuickItem* page = m_stage->seen("SyncPage");
        QVERIFY(page);
        QObject* sheet = childOf(page, "SpaceSheet");
        QVERIFY(sheet);
        const QString scope = qt::qstring(state.status.scopes[0].scope);
        QVERIFY(QMetaObject::invokeMethod(sheet, "close"));
        QTRY_VERIFY(!sheet->property("visible").toBool());
        QVERIFY(QMetaObject::invokeMethod(sheet, "show", Q_ARG(QString, scope)));
        QStringList rows;
        QTRY_VERIFY(!(rows = rowsOf(sheet->property("contentItem").value<QQuickItem*>())).isEmpty());
        const QString all = rows.join('|');
        const bool french = m_stage->settings().language() == "fr";
        for (const QString& row : QString::fromUtf8(french ? wanted->lignes : wanted->rows).split('|'))
          QVERIFY2(all.contains(row), qPrintable(row + " is not in " + all));
        // The page and the space say the same of one thing.
        const QString title =
            m_host->make("import Foyer.Mobile\nQtObject { property string it: SyncWords.title }")
                ->property("it")
                .toString();
        QVERIFY2(rows.contains("mark=" + title), qPrintable(title + " is not in " + all));
      });
      if (QTest::currentTestFailed()) return;
    }
  }

  /// Why one record is in its state: a sentence of its own for each cause, with what keeps it and what is
  /// next.
  void law15_everyCauseOfARecordHasItsSentence() {
    start("Jeanne Morel");
    m_stage->open(true, "light", "en");
    struct Said {
      const char *cause, *english, *french;
    };
    static const std::vector<Said> kAll{
        {"", "The server has it exactly as it is shown here.", "Le serveur l’a exactement comme montré ici."},
        {"held", "The server did not accept a change.", "Le serveur n’a pas accepté un changement."},
        {"fork", "Both versions are kept", "Les deux versions sont gardées"},
        {"behind", "It waits for “Sunday”, which the server did not accept",
         "que le serveur n’a pas accepté, et partira"},
        {"signedOut", "It goes out once somebody signs in.", "dès que quelqu’un se connectera."},
        {"paused", "when you stop working offline.", "quand vous cesserez de travailler hors ligne."},
        {"space", "its space has to wait. The server has too much to do right now. Next try at ",
         "son espace doit attendre."},
        {"offline", "there is no connection. The server has too much to do right now. Next try at ",
         "il n’y a pas de connexion."},
        {"sending", "on its way to the server.", "en route vers le serveur."}};
    for (const Said& said : kAll) {
      for (const bool french : {false, true}) {
        m_stage->settings().setLanguage(french ? "fr" : "en");
        const QString sentence =
            m_host
                ->make("import Foyer.Mobile\nQtObject { property string it: HistoryWords.why({ cause: \"" +
                       QByteArray(said.cause) +
                       "\", behind: \"Sunday\", behindWhy: \"Not this.\", why: \"busy\", whyText: \"\", "
                       "nextTryAt: new Date(1900000000000) }) }")
                ->property("it")
                .toString();
        QVERIFY2(sentence.contains(QString::fromUtf8(french ? said.french : said.english)),
                 qPrintable(sentence));
        QVERIFY2(!sentence.contains('%'), qPrintable(sentence));
      }
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
