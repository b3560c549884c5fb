// SPDX-License-Identifier: GPL-3.0-or-later
// The talent form as a person uses it: a profile is begun, every section is filled, and what can't be kept
// stays typed with its reason. Pictures of every page go to build/screens.
#include <QQmlExtensionPlugin>

#include "data_host.hpp"
#include "qt/record_form.hpp"
#include "stage.hpp"
#include "warnings.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::test;

class MobileTalentTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<DataHost> m_host;
  std::unique_ptr<Stage> m_stage;
  QString m_profile;

  QQuickItem* control(const QString& name) {
    QQuickItem* found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = m_stage->named(name)) != nullptr; }))
      qWarning("there is no %s", qPrintable(name));
    return found;
  }
  void press(const QByteArray& name) {
    QQuickItem* found = control(QString::fromUtf8(name));
    QVERIFY(found);
    QVERIFY(QMetaObject::invokeMethod(found, "clicked"));
    QCoreApplication::processEvents();
  }
  /// Puts the focus there and types, as a keyboard does.
  void type(const char* name, const QString& text) {
    QQuickItem* found = control(QString::fromUtf8(name));
    QVERIFY(found);
    found->forceActiveFocus();
    QVERIFY(QMetaObject::invokeMethod(found, "selectAll"));
    for (const QChar c : text) {
      QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
      QCoreApplication::sendEvent(m_stage->window(), &down);
    }
  }
  void leaveField() { QTest::keyClick(m_stage->window(), Qt::Key_Tab); }
  QVariant stored(const char* field) {
    QVariant value;
    m_host->onStore([&](store::Store& store) {
      const auto& collection = schema::collection("talent_profiles");
      const auto record = store.get(collection, m_host->me, *Uuid::parse(m_profile.toStdString()));
      if (record) value = qt::toMap(*record).value(QString::fromLatin1(field));
    });
    return value;
  }
  void openForm(int number) {
    m_stage->choose(3);
    m_stage->ask(
        "opened", "talentForm",
        {{"scope", QString::fromStdString(m_host->me.str())}, {"talentId", m_profile}, {"number", number}});
    m_stage->settle();
  }
  QObject* exports() {
    return m_host->make("import Foyer.Mobile\nQtObject { property var it: TalentExport }")
        ->property("it")
        .value<QObject*>();
  }
  QString day(int days) {
    return m_host
        ->make("import Foyer.Mobile\nQtObject { property string it: ConsentWords.day(Talent.dayIn(" +
               QByteArray::number(days) + ")) }")
        ->property("it")
        .toString();
  }
  void openProfile() {
    m_stage->choose(3);
    m_stage->ask("detail", "talent",
                 {{"scope", QString::fromStdString(m_host->me.str())}, {"talentId", m_profile}});
    m_stage->settle();
  }
  void make() {
    m_profile = m_host
                    ->eval(
                        "Records.create('talent_profiles', Session.personScope, { first_name: "
                        "'Inès', last_name: 'Carpentier' })")
                    .toString();
  }

 private slots:
  void init() {
    m_host = std::make_unique<DataHost>("Inès Carpentier");
    m_stage = std::make_unique<Stage>(*m_host);
    m_stage->open(true, "light", "en");
  }
  void cleanup() {
    m_stage->close();
    m_host.reset();
    m_stage.reset();
  }

  void aProfileBeginsWithTwoNames() {
    m_stage->choose(3);
    m_stage->ask("opened", "talents");
    press("Make my profile");
    type("Last name", "Carpentier");
    press("Begin");
    QTRY_VERIFY(m_stage->seen("TalentPage"));
    auto* all = m_host->model("CollectionModel { collection: 'talent_profiles' }");
    QTRY_COMPARE(all->rowCount(), 1);
    QVariantMap row;
    QMetaObject::invokeMethod(all, "get", Q_RETURN_ARG(QVariantMap, row), Q_ARG(int, 0));
    QCOMPARE(row["first_name"].toString(), QString::fromUtf8("Inès"));
    QVERIFY(row["provisional_code"].toString().startsWith("P-"));
    QVERIFY(row["guardian_name"].toString().isEmpty());
  }

  void aChildsProfileNamesTheGuardian() {
    m_stage->choose(3);
    m_stage->ask("opened", "talents");
    press("A profile for a child");
    type("First name", "Noé");
    type("Last name", "Carpentier");
    press("Begin");
    auto* all = m_host->model("CollectionModel { collection: 'talent_profiles' }");
    QTRY_COMPARE(all->rowCount(), 1);
    QVariantMap row;
    QMetaObject::invokeMethod(all, "get", Q_RETURN_ARG(QVariantMap, row), Q_ARG(int, 0));
    QCOMPARE(row["guardian_name"].toString(), QString::fromUtf8("Inès Carpentier"));
  }

  void aFieldIsKeptWhenItIsLeft() {
    make();
    openForm(5);
    type("Height", "172");
    leaveField();
    QTRY_COMPARE(stored("height_cm").toInt(), 172);
    press("Hazel");
    QTRY_COMPARE(stored("eye_colour").toString(), QString("hazel"));
    press("Hazel");
    QTRY_COMPARE(stored("eye_colour").toString(), QString());
  }

  void whatIsNoSizeStaysTypedWithItsReason() {
    make();
    openForm(5);
    type("Shoe size", "388");
    leaveField();
    type("Height", "172");
    leaveField();
    QTRY_COMPARE(stored("height_cm").toInt(), 172);
    QQuickItem* size = control("Shoe size");
    QCOMPARE(size->property("text").toString(), QString("388"));
    const QStringList faults = m_stage->picture("talent-wrong-size");
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
  }

  void aPhoneNumberHasOneFormAndAWrongOneStaysTyped() {
    make();
    openForm(1);
    type("Phone", "+33 6 12 34 56 78");
    leaveField();
    QTRY_COMPARE(stored("phone").toString(), QString("+33612345678"));
    QTRY_COMPARE(control("Phone")->property("text").toString(), QString("+33 6 12 34 56 78"));
    type("WhatsApp", "06 12");
    leaveField();
    m_stage->settle();
    QCOMPARE(control("WhatsApp")->property("text").toString(), QString("06 12"));
    QVERIFY(stored("whatsapp").toString().isEmpty());
    // From another section the page still says so and leads back.
    press("Next: Origins");
    press("Show it");
    QCOMPARE(control("WhatsApp")->property("text").toString(), QString("06 12"));
  }

  void countryAndCityComeFromTheProgram() {
    make();
    openForm(3);
    press("Country of residence, Choose");
    QQuickItem* search = control("Search");
    QVERIFY(search);
    QVERIFY(QMetaObject::invokeMethod(search, "searched", Q_ARG(QString, "maro")));
    press("Morocco, +212");
    QTRY_COMPARE(stored("residence_country").toString(), QString("MA"));
    press("City, Choose");
    press("Rabat");
    QTRY_COMPARE(stored("city_name").toString(), QString("Rabat"));
    QCOMPARE(stored("city").toString(), m_host->eval("Reference.cityId('MA', 'Rabat')").toString());
    // A place that the list lacks has a name and no record.
    press("City, Rabat");
    QVERIFY(QMetaObject::invokeMethod(control("Search"), "searched", Q_ARG(QString, "Tafraoute el-Bali")));
    press("Use “Tafraoute el-Bali”, It is not in the list.");
    QTRY_COMPARE(stored("city_name").toString(), QString("Tafraoute el-Bali"));
    QTRY_COMPARE(stored("city").toString(), QString());
  }

  void aLanguageHasALevel() {
    make();
    openForm(4);
    press("Add a language");
    QVERIFY(QMetaObject::invokeMethod(control("Search"), "searched", Q_ARG(QString, "wolof")));
    press("Wolof");
    QTRY_COMPARE(stored("languages").toStringList(), QStringList("wo:good"));
    press("Close");
    QQuickItem* level = m_stage->seen("Segment");
    QVERIFY(level);
    QVERIFY(QMetaObject::invokeMethod(level, "activated", Q_ARG(int, 0)));
    QTRY_COMPARE(stored("languages").toStringList(), QStringList("wo:native"));
  }

  void aSectionIsSeenWhenItsOwnerSaysSo() {
    make();
    openForm(6);
    QQuickItem* toggle = control("Casting people see this section");
    QVERIFY(toggle);
    QVERIFY(QMetaObject::invokeMethod(toggle, "toggle"));
    QVERIFY(QMetaObject::invokeMethod(toggle, "toggled"));
    QTRY_COMPARE(stored("visible_sections").toStringList(), QStringList("6"));
  }

  void nothingLeavesWithoutItsConsent() {
    make();
    const QString folder = m_host->folder() + "/out";
    exports()->setProperty("folder", folder);
    openProfile();
    press("Contact card, Needs a consent: My contact card");
    QTRY_VERIFY(m_stage->seen("ConsentPage"));
    QVERIFY(QDir(folder).entryList(QDir::Files).isEmpty());
    press("My contact card, Not given");
    press("I agree");
    QTRY_VERIFY(m_stage->named("My contact card, Given until " + day(365)));

    openProfile();
    press("Contact card, Made on this device");
    QTRY_COMPARE(QDir(folder).entryList(QDir::Files), QStringList(QString::fromUtf8("Inès Carpentier.vcf")));
    QFile card(folder + QString::fromUtf8("/Inès Carpentier.vcf"));
    QVERIFY(card.open(QIODevice::ReadOnly));
    QVERIFY(card.readAll().contains("FN:Inès Carpentier\r\n"));
    // The comp card has its own consent.
    press("Comp card as PDF, Needs a consent: Casting");
    QTRY_VERIFY(m_stage->seen("ConsentPage"));

    press("My contact card, Given until " + day(365).toUtf8());
    press("Take it back");
    openProfile();
    press("Contact card, Needs a consent: My contact card");
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
  }

  void aConsentThatEndedBlocksOffline() {
    make();
    exports()->setProperty("folder", m_host->folder() + "/out");
    m_host->eval("Records.create('consents', Session.personScope, { subject_id: '" + m_profile.toLatin1() +
                 "', purpose: 'casting', act: 'given', text_version: 1, acted_at: "
                 "'2020-01-01T10:00:00.000+00:00', expires_on: '2021-01-01' })");
    openProfile();
    QTRY_VERIFY(m_stage->named("Comp card as PDF, Needs a consent: Casting"));
    // Whoever asks past the page is refused too.
    const QVariant answer =
        m_host
            ->make("import Foyer.Mobile\nQtObject { property string it: TalentExport.compCard({ id: '" +
                   m_profile.toLatin1() +
                   "', scope: Session.personScope, values: { first_name: 'A' }, acts: [], code: '' }, "
                   "{}).error }")
            ->property("it");
    QCOMPARE(answer.toString(), QString("consent"));
  }

  void theCompCardIsAPageOfPdf() {
    make();
    const QString folder = m_host->folder() + "/out";
    exports()->setProperty("folder", folder);
    m_host->eval("Records.edit('talent_profiles', Session.personScope, '" + m_profile.toLatin1() +
                 "', { height_cm: 172, eye_colour: 'hazel', languages: ['fr:native'], phone: "
                 "'+33612345678', visible_sections: ['4', '5'] }, 0)");
    m_host->eval("Records.create('consents', Session.personScope, { subject_id: '" + m_profile.toLatin1() +
                 "', purpose: 'casting', act: 'given', text_version: 1, acted_at: Talent.now() })");
    openProfile();
    press("Comp card as PDF, Made on this device");
    press("Comp card as PDF, Made on this device");
    const QStringList wanted{QString::fromUtf8("Inès Carpentier (2).pdf"),
                             QString::fromUtf8("Inès Carpentier.pdf")};
    QTRY_COMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), wanted);
    QFile pdf(folder + '/' + wanted[1]);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
    QFile::copy(pdf.fileName(), QStringLiteral(FOYER_SCREENS "/comp-card.pdf"));
  }

  void pictures_data() {
    QTest::addColumn<bool>("phone");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("language");
    QTest::addColumn<qreal>("scale");
    QTest::newRow("phone-light-en") << true << "light"
                                    << "en" << 1.0;
    QTest::newRow("tablet-dark-fr") << false << "dark"
                                    << "fr" << 1.0;
    QTest::newRow("phone-light-fr-large") << true << "light"
                                          << "fr" << 2.0;
  }

  void pictures() {
    QFETCH(bool, phone);
    QFETCH(QString, scheme);
    QFETCH(QString, language);
    QFETCH(qreal, scale);
    const Warnings warnings;
    make();
    const QByteArray id = m_profile.toLatin1();
    m_host->eval("Records.edit('talent_profiles', Session.personScope, '" + id +
                 "', { gender: 'F', birth_date: '1996-05-02', origin_country: 'MA', nationalities: ['MA', "
                 "'FR'], residence_country: 'FR', city_name: 'Marseille', languages: ['fr:native', "
                 "'ar-MA:fluent'], height_cm: 172, eye_colour: 'hazel', skin_tone: 'olive', talent_types: "
                 "['silhouette'], day_rate: '15000 EUR', skills: ['horse_riding', 'oud'], phone: "
                 "'+33612345678', visible_sections: ['4', '5'] }, 0)");
    m_host->eval("Records.create('credits', Session.personScope, { talent: '" + id +
                 "', title: 'Les Marées', year: 2024, role: 'La voisine' })");
    m_stage->open(phone, scheme, language);
    QObject* theme = m_host->make("import Foyer.Ui\nQtObject { property var it: Theme }")
                         ->property("it")
                         .value<QObject*>();
    theme->setProperty("textScale", scale);
    const QString look = QString::fromLatin1(QTest::currentDataTag());
    const auto shot = [&](const QString& name) {
      m_stage->settle();
      const QStringList faults = m_stage->picture(name + '-' + look);
      QVERIFY2(faults.isEmpty(), qPrintable(name + ": " + faults.join('\n')));
    };
    m_stage->choose(3);
    m_stage->ask("opened", "talents");
    shot("talents");
    m_stage->ask("detail", "talent",
                 {{"scope", QString::fromStdString(m_host->me.str())}, {"talentId", m_profile}});
    shot("talent");
    const QVariantMap which{{"scope", QString::fromStdString(m_host->me.str())}, {"talentId", m_profile}};
    for (const char* page : {"talentCode", "talentConsents"}) {
      m_stage->choose(3);
      m_stage->ask("opened", page, which);
      shot(QString::fromLatin1(page));
    }
    for (int number = 1; number <= 9; ++number) {
      openForm(number);
      shot(QStringLiteral("talent-form-%1").arg(number));
      if (QTest::currentTestFailed()) break;
    }
    theme->setProperty("textScale", 1.0);
    const QStringList said = Warnings::take();
    QVERIFY2(said.isEmpty(), qPrintable(said.join('\n')));
  }
};

QTEST_MAIN(MobileTalentTest)
#include "mobile_talent_test.moc"
