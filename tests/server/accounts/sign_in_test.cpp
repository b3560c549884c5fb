// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "account_app.hpp"

using namespace foyer;
using test::AccountApp;
using test::kPassword;

class SignInTest : public QObject {
  Q_OBJECT

 private slots:
  void registeringSignsInAndMakesThePersonScope() {
    AccountApp app;
    const test::TestDevice device;
    const auto answer = app.join("Ana@Example.org", device.json());
    QCOMPARE(answer.status, 201);
    QVERIFY(!answer.text("access_token").empty());
    QCOMPARE(std::string(answer.body.at("access_token").as_string()), answer.text("access_token"));
    QCOMPARE(answer.data().at("expires_in").as_int64(), 900);
    QCOMPARE(answer.text("device"), device.id.str());
    const auto& account = answer.data().at("account").as_object();
    QCOMPARE(account.at("email").as_string(), "ana@example.org");
    QVERIFY(app.persons.contains(*Uuid::parse(std::string_view(account.at("id").as_string()))));
    const auto sessions = app.client().get("/auth/sessions", answer.text("access_token"));
    QCOMPARE(sessions.status, 200);
    QCOMPARE(sessions.data().as_array().size(), std::size_t{1});
    QCOMPARE(sessions.data().at(0).at("current").as_bool(), true);
    QCOMPARE(sessions.data().at(0).at("device_name").as_string(), "Test phone");
  }

  void aLostAnswerToRegisteringDoesNoHarm() {
    AccountApp app;
    const boost::json::object body{{"account", Uuid::v7(app.clock.wallMs()).str()},
                                   {"email", "ana@example.org"},
                                   {"password", kPassword}};
    QCOMPARE(app.client().post("/auth/register", body).status, 201);
    QCOMPARE(app.client().post("/auth/register", body).status, 201);
    boost::json::object other = body;
    other["password"] = "another long sentence here";
    QCOMPARE(app.client().post("/auth/register", other).code(), "wrong_credentials");
  }

  void whatRegisteringRefuses_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const QString good = R"("password":"the lamp in the attic hums")";
    QTest::newRow("no e-mail") << "{" + good + "}" << 400 << "email";
    QTest::newRow("bad e-mail") << R"({"email":"ana",)" + good + "}" << 422 << "email";
    QTest::newRow("taken e-mail") << R"({"email":"TAKEN@example.org",)" + good + "}" << 409 << "email";
    QTest::newRow("short") << R"({"email":"a@example.org","password":"fourteen chars"})" << 422 << "password";
    QTest::newRow("common") << R"({"email":"a@example.org","password":"Password12345678"})" << 422
                            << "password";
    QTest::newRow("own address") << R"({"email":"annabella@example.org","password":"annabella1234567"})"
                                 << 422 << "password";
    QTest::newRow("unknown field") << R"({"email":"a@example.org","admin":true,)" + good + "}" << 400
                                   << "admin";
    QTest::newRow("account v4")
        << R"({"email":"a@example.org","account":"9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",)" + good + "}" << 422
        << "account";
    QTest::newRow("device without id")
        << R"({"email":"a@example.org","device":{"name":"x"},)" + good + "}" << 422 << "device.id";
    QTest::newRow("device key")
        << R"({"email":"a@example.org","device":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","public_key":"AAAA"},)" +
               good + "}"
        << 422 << "device.public_key";
    QTest::newRow("not JSON") << "{" << 400 << "";
  }

  void whatRegisteringRefuses() {
    QFETCH(QString, body);
    QFETCH(int, status);
    QFETCH(QString, field);
    AccountApp app;
    app.join("taken@example.org");
    const auto answer = app.client().send("POST", "/auth/register", body.toStdString());
    QVERIFY2(answer.status == status || (status == 422 && answer.status == 400) ||
                 (status == 400 && answer.status == 422),
             std::to_string(answer.status).c_str());
    QCOMPARE(QString::fromStdString(answer.field()), field);
    QVERIFY(!answer.message().empty());
    QVERIFY(!answer.code().empty());
  }

  void registeringCanBeClosedOrByInvitation() {
    auto options = AccountApp::cheap();
    options.registration = server::Registration::closed;
    QCOMPARE(AccountApp(options).join("a@example.org").status, 403);
    options.registration = server::Registration::invite;
    AccountApp app(options);
    QCOMPARE(app.join("a@example.org").field(), "invitation");
    server::OneTimeTokenRow token;
    token.hash = server::tokenHash("come-in");
    token.kind = "invitation";
    token.scope = token.subject = token.createdBy = Uuid::v7(1);
    token.expiresMs = app.clock.wallMs() + 1000;
    app.store.transaction("test", [&](server::AccountTx& tx) { tx.addToken(token); });
    const boost::json::object body{
        {"email", "a@example.org"}, {"password", kPassword}, {"invitation", "come-in"}};
    QCOMPARE(app.client().post("/auth/register", body).status, 201);
    app.clock.advance(2000);
    boost::json::object late = body;
    late["email"] = "b@example.org";
    QCOMPARE(app.client().post("/auth/register", late).status, 403);
  }

  void signsInByAddressOrCode() {
    AccountApp app;
    const auto joined = app.join("ana@example.org");
    const Uuid id = *Uuid::parse(std::string_view(joined.data().at("account").at("id").as_string()));
    app.store.transaction("test", [&](server::AccountTx& tx) { tx.addCode(id, "MAM0001RAB"); });
    QCOMPARE(app.login("ANA@example.ORG").status, 200);
    QCOMPARE(app.login("mam0001rab").status, 200);
    QCOMPARE(app.login("MAM0002RAB").status, 401);
    const auto wrong = app.login("ana@example.org", "not this sentence at all");
    app.clock.advance(10'000);
    const auto nobody = app.login("nobody@example.org");
    QCOMPARE(wrong.code(), "wrong_credentials");
    QCOMPARE(nobody.code(), wrong.code());
    QCOMPARE(nobody.message(), wrong.message());
    QCOMPARE(nobody.status, wrong.status);
  }

  void aDeviceIdBelongsToOneKey() {
    AccountApp app;
    test::TestDevice device;
    QCOMPARE(app.join("ana@example.org", device.json()).status, 201);
    test::TestDevice thief;
    thief.id = device.id;
    QCOMPARE(app.join("bob@example.org", thief.json()).field(), "device");
    QCOMPARE(app.login("bob@example.org").status, 401);  // nothing of it was kept
    boost::json::object bare{{"id", device.id.str()}};
    QCOMPARE(app.login("ana@example.org", kPassword, bare).field(), "device");
    QCOMPARE(app.login("ana@example.org", kPassword, device.json()).status, 200);
  }

  void manyAtOnceAreToldToComeBack() {
    auto options = AccountApp::cheap();
    options.passwordCost = {2, 32U << 20};
    options.parallelPasswords = 1;
    options.waitingPasswords = 0;
    AccountApp app(options);
    app.join("ana@example.org");
    std::atomic<int> busy{0}, welcome{0};
    std::vector<std::thread> people;
    for (int i = 0; i < 6; ++i) {
      people.emplace_back([&] {
        const auto answer = app.login("ana@example.org");
        if (answer.status == 503 && !answer.header("retry-after").empty()) ++busy;
        if (answer.status == 200) ++welcome;
      });
    }
    for (auto& t : people) t.join();
    QVERIFY(busy > 0);
    QVERIFY(welcome > 0);
    app.clock.advance(60'000);
    QCOMPARE(app.login("ana@example.org").status, 200);  // being busy is no failed attempt
  }

  void everySignInIsInTheAuditLog() {
    AccountApp app;
    app.join("ana@example.org");
    app.login("ana@example.org", "not this sentence at all");
    app.login("ana@example.org");
    QVERIFY(!app.store.firstBrokenAudit());
    app.pool.transaction("tamper", [](pqxx::work& tx) {
      const auto count = tx.exec("SELECT count(*) FROM audit_events")[0][0].as<int>();
      if (count < 3) throw std::runtime_error("too few audit events");
      tx.exec("UPDATE audit_events SET details = '{\"x\":1}' WHERE number = 2");
    });
    QCOMPARE(*app.store.firstBrokenAudit(), 2);
    const std::string all = app.pool.transaction("scan", [](pqxx::work& tx) {
      return std::string(
          tx.exec("SELECT string_agg(a::text || t::text, '') FROM accounts a, refresh_tokens t")[0][0]
              .c_str());
    });
    QVERIFY(all.find(kPassword) == std::string::npos);
  }

  void adminIsMadeByCommandOnly() {
    AccountApp app;
    const auto made = app.accounts.createAdmin("root@example.org", kPassword, "Operator");
    QVERIFY(made.ok());
    const auto answer = app.login("root@example.org");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.data().at("account").at("roles").as_array().size(), std::size_t{2});
    QVERIFY(!app.accounts.createAdmin("x@example.org", "short", "").ok());
    QVERIFY(app.accounts.createAdmin("root@example.org", "", "").ok());
  }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
