// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::kPassword;
using test::Person;
using test::TeamApp;

namespace {

/// A word that stands nowhere but in what the erased person typed.
const std::string kMarker = "zyxmarguerite";

/// Tables of the whole database in which the marker stands, as text or as bytes.
std::vector<std::string> tablesWith(TeamApp& app, const std::string& marker) {
  pqxx::connection db(app.database.connection());
  pqxx::work tx(db);
  std::vector<std::string> found;
  const std::string hex = toHex(asBytes(marker));
  for (const auto& table : tx.exec("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
    const std::string name = table[0].as<std::string>();
    const auto rows = tx.exec_params("SELECT count(*) FROM " + tx.quote_name(name) +
                                         " t WHERE strpos(lower(t::text), $1) > 0 OR strpos(t::text, $2) > 0",
                                     marker, hex);
    if (rows[0][0].as<int>() > 0) found.push_back(name);
  }
  return found;
}

ptrdiff_t countOf(TeamApp& app, const Uuid& family, std::string_view collection) {
  return static_cast<ptrdiff_t>(app.records(family, collection).size());
}

test::ApiAnswer erase(TeamApp& app, const Person& who, const std::string& password) {
  return app.client().send("DELETE", "/api/v1/account",
                           boost::json::serialize(boost::json::object{{"password", password}}), who.token);
}

/// A person who left her marker in every place where content can be.
struct Household {
  Household() {
    ana = app.join(kMarker);
    ben = app.join("ben");
    app.create(ana, ana.account, "diary", Uuid::v7(app.clock.wallMs()),
               {{"title_id", Uuid::v7(1)},
                {"title", std::string("Heat")},
                {"kind", std::string("movie")},
                {"watched_on", std::string("2026-06-13")},
                {"remarks", "with " + kMarker}});
    const Uuid own = Uuid::v7(app.clock.wallMs());
    app.create(ana, ana.account, "lists", own, {{"name", kMarker}});
    app.sync.write(ana.account, {}, [&](server::ScopeWriter& writer) {
      writer.set({&schema::collection("lists"), own}, "description", kMarker + " again");  // into the journal
    });
    family = app.makeFamily(ana);
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ben.account, "member", "ben"); });
    app.create(ana, family, "reviews", {},
               {{"author_id", ana.account},
                {"title_id", Uuid::v7(2)},
                {"title", std::string("Heat")},
                {"kind", std::string("movie")},
                {"body", "says " + kMarker}});
    app.create(ben, family, "lists", Uuid::v7(app.clock.wallMs()), {{"name", std::string("Ours")}});
    alone = app.makeProject(ana);
    app.assign(ana, alone, kMarker);
    app.runJobs();
    app.client().post("/auth/login", {{"login", ana.email}, {"password", "wrong " + kMarker}});
  }

  TeamApp app;
  Person ana, ben;
  Uuid family, alone;
};

}  // namespace

/// Erasing an account, over the socket and down to the last table.
class ErasureTest : public QObject {
  Q_OBJECT

 private slots:
  void law8_noTableKeepsAWordOfIt() {
    Household house;
    QVERIFY(tablesWith(house.app, kMarker).size() >= 6);
    QCOMPARE(erase(house.app, house.ana, kPassword).status, 200);
    const auto left = tablesWith(house.app, kMarker);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    QVERIFY(!house.app.accountStore.firstBrokenAudit());
  }

  void law8_whatIsSharedGoesOnWithoutHer() {
    Household house;
    erase(house.app, house.ana, kPassword);
    QCOMPARE(house.app.roleOf(house.family, house.ben.account), std::string("owner"));
    QCOMPARE(countOf(house.app, house.family, "lists"), ptrdiff_t{1});
    QCOMPARE(countOf(house.app, house.family, "reviews"), ptrdiff_t{0});
    QCOMPARE(countOf(house.app, house.family, "members"), ptrdiff_t{1});
    house.app.create(house.ben, house.family, "lists", Uuid::v7(1), {{"name", std::string("Mine now")}});
  }

  void law11_nothingBringsItBack() {
    Household house;
    TeamApp& app = house.app;
    erase(app, house.ana, kPassword);
    QCOMPARE(app.client().get("/auth/sessions", house.ana.token).status, 401);
    QCOMPARE(app.client().post("/auth/login", {{"login", house.ana.email}, {"password", kPassword}}).status,
             401);
    QVERIFY(app.scopesOf(house.ana.principal()).empty());
    // A device that was offline, and one that registers the same account again.
    for (const Uuid& scope : {house.ana.account, house.family, house.alone}) {
      bool taken = true;
      try {
        app.create(house.ana, scope, "lists", Uuid::v7(3), {{"name", kMarker}});
      } catch (const std::runtime_error&) {
        taken = false;
      }
      QVERIFY(!taken);
    }
    const auto again = app.client().post(
        "/auth/register",
        {{"email", house.ana.email}, {"password", kPassword}, {"account", house.ana.account.str()}});
    QVERIFY2(again.status >= 400 && again.status < 500, again.message().c_str());
    // Her address is free again for somebody new.
    QCOMPARE(
        app.client().post("/auth/register", {{"email", house.ana.email}, {"password", kPassword}}).status,
        201);
  }

  void anErasureThatWasCutOffGoesOn() {
    Household house;
    TeamApp& app = house.app;
    app.accountStore.transaction("cut", [&](server::AccountTx& tx) {
      tx.beginErasure(house.ana.account, "account", {}, app.clock.wallMs());
    });
    app.sync.erase(house.ana.account);  // and here the server was killed
    QVERIFY(!tablesWith(app, kMarker).empty());
    QCOMPARE(app.eraser.finishOpen(), 1);
    QVERIFY(tablesWith(app, kMarker).empty());
    QCOMPARE(app.eraser.finishOpen(), 0);
  }

  void law11_theLedgerDoesItAgainAfterARestore() {
    Household house;
    house.app.eraser.again({.number = 1,
                            .atMs = 1,
                            .kind = server::LedgerKind::erasure,
                            .scope = {},
                            .subject = house.ana.account,
                            .detail = "account"});
    QVERIFY(tablesWith(house.app, kMarker).empty());
  }

  void oneRecordIsErasedAlone() {
    Household house;
    TeamApp& app = house.app;
    const auto lists = app.records(house.ana.account, "lists");
    QVERIFY(app.eraser.eraseRecord(house.ana.account, {&schema::collection("lists"), lists.at(0).id}));
    QCOMPARE(countOf(app, house.ana.account, "lists"), ptrdiff_t{0});
    QCOMPARE(countOf(app, house.ana.account, "diary"), ptrdiff_t{1});
    QVERIFY(!app.eraser.eraseRecord(house.ana.account, {&schema::collection("lists"), Uuid::v7(5)}));
  }

  void badInputErasesNothing() {
    Household house;
    TeamApp& app = house.app;
    QCOMPARE(erase(app, house.ana, "not the password at all").status, 401);
    QCOMPARE(erase(app, house.ana, {}).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{}", house.ana.token).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{\"password\":1}", house.ana.token).status / 100,
             4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", {}, house.ana.token).status / 100, 4);
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", "{\"password\":\"x\"}").status, 401);
    QCOMPARE(countOf(app, house.ana.account, "lists"), ptrdiff_t{1});
  }
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasure_test.moc"
