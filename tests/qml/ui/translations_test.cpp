// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the apps is translated: reads the sources again with the project's own script into copies of
// the translation files and fails on what is new, unfinished or written against our rules of French
// typography.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
  QString context;
  QString source;
  QStringList translations;
  bool unfinished = false;
};

QList<Message> messagesOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QXmlStreamReader xml(&file);
  QList<Message> all;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto name = xml.name();
    if (name == u"name") {
      context = xml.readElementText();
    } else if (name == u"message") {
      all.append({context, {}, {}, false});
    } else if (name == u"source") {
      all.last().source = xml.readElementText();
    } else if (name == u"translation") {
      all.last().unfinished = xml.attributes().value(QStringLiteral("type")) == u"unfinished";
      // Plural forms are children, a plain translation is text.
      const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
      all.last().translations.append(text.trimmed());
    }
  }
  return all;
}

QStringList places(const QString& text) {
  static const QRegularExpression place(QStringLiteral("%(?:n|\\d)"));
  QStringList found;
  auto all = place.globalMatch(text);
  while (all.hasNext()) found.append(all.next().captured());
  found.removeDuplicates();
  found.sort();
  return found;
}

}  // namespace

class TranslationsTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_dir;

 private slots:
  void initTestCase() {
    const QString root = QStringLiteral(FOYER_SOURCE_DIR "/assets/translations/");
    for (const char* language : {"en", "fr"})
      QVERIFY(QFile::copy(root + "foyer_" + language + ".ts",
                          m_dir.filePath(QString("foyer_%1.ts").arg(language))));
    QProcess update;
    update.start(root + "update", {m_dir.path()});
    QVERIFY(update.waitForFinished(60000));
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
  }

  void nothingIsUnfinished_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English plurals") << "en";
    QTest::newRow("French") << "fr";
  }

  void nothingIsUnfinished() {
    QFETCH(QString, language);
    const QList<Message> all = messagesOf(m_dir.filePath("foyer_" + language + ".ts"));
    QVERIFY(all.size() >= (language == u"fr" ? 50 : 1));
    QStringList missing;
    for (const Message& one : all)
      if (one.unfinished || one.translations.join(QString()).isEmpty())
        missing.append(one.context + ": " + one.source);
    QVERIFY2(missing.isEmpty(),
             qPrintable("run assets/translations/update and translate:\n" + missing.join('\n')));
  }

  void frenchKeepsPlacesAndTypography() {
    const QRegularExpression noThinSpace(
        QStringLiteral("[^\\x{202f}\\s][;?!]|[^\\x{202f}\\s\\d]:(?!//)| [:;?!»]|« "));
    for (const Message& one : messagesOf(m_dir.filePath("foyer_fr.ts")))
      for (const QString& text : one.translations) {
        const QString what = one.context + ": " + text;
        QVERIFY2(places(text) == places(one.source), qPrintable("other places than the English: " + what));
        QVERIFY2(!text.contains(u'\''), qPrintable("straight apostrophe: " + what));
        QVERIFY2(!text.contains(u'!'), qPrintable("exclamation mark: " + what));
        QVERIFY2(!noThinSpace.match(text).hasMatch(), qPrintable("narrow space missing: " + what));
      }
  }
};

QTEST_APPLESS_MAIN(TranslationsTest)
#include "translations_test.moc"
