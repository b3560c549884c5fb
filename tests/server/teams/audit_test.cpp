// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>
#include <thread>

#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

int lines(TeamApp& app, const std::string& action) {
  pqxx::connection db(app.database.connection());
  pqxx::work tx(db);
  return tx.exec_params1("SELECT count(*) FROM audit_events WHERE action = $1", action)[0].as<int>();
}

void bring(TeamApp& app, const Uuid& family, const Person& who) {
  app.sync.write(family, {}, [&](server::ScopeWriter& writer) { writer.setMember(who.account, "member"); });
}

server::Acting as(const Person& who) { return {who.account, who.device, {}}; }

}  // namespace

/// Changes of members, staff and badges stand in the audit log, in the transaction of the change.
class AuditTest : public QObject {
  Q_OBJECT

 private slots:
  void aChangeAndItsLineAreOne() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    bring(app, family, ben);
    app.families.changeRole(as(ana), family, ben.account, "admin");
    QCOMPARE(lines(app, "family.role"), 1);
    app.families.removeMember(as(ana), family, ben.account);
    QCOMPARE(lines(app, "family.removed"), 1);
    const Uuid project = app.makeProject(ana);
    app.projects.addStaff(as(ana), project, ben.email, {}, "staff");
    const Uuid assignment = app.assign(ana, project, "Lina");
    app.projects.issueBadges(as(ana), project, {assignment}, 0, 3'600'000);
    app.projects.revokeBadge(as(ana), project, assignment, "lost");
    app.projects.removeStaff(as(ana), project, ben.account);
    for (const char* action :
         {"project.staff_added", "badge.issued", "badge.revoked", "project.staff_removed"}) {
      QVERIFY2(lines(app, action) == 1, action);
    }
    QVERIFY(!app.accountStore.firstBrokenAudit());
  }

  void whatIsTakenBackLeavesNoLine() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    bring(app, family, ben);
    try {
      app.commands.write(family, as(ana), [&](server::ScopeWriter& writer, const std::string&) {
        writer.removeMember(ben.account);
        server::ScopeCommands::audit(writer, "membership", "family.removed", as(ana), ben.account.str());
        throw Error{Code::conflict, {}, "no"};
      });
      QFAIL("the refusal was swallowed");
    } catch (const Error&) {
    }
    QCOMPARE(lines(app, "family.removed"), 0);
    QCOMPARE(app.roleOf(family, ben.account), std::string("member"));
  }

  void theChainHoldsUnderManyWriters() {
    TeamApp app;
    std::vector<Person> people;
    std::vector<Uuid> families;
    for (int i = 0; i < 4; ++i) {
      people.push_back(app.join("p" + std::to_string(i)));
      families.push_back(app.makeFamily(people.back()));
    }
    const Person guest = app.join("guest");
    std::vector<std::thread> writers;
    for (std::size_t i = 0; i < 4; ++i) {
      writers.emplace_back([&, i] {
        for (int round = 0; round < 15; ++round) {
          bring(app, families[i], guest);
          app.families.removeMember(as(people[i]), families[i], guest.account);
          app.client().post("/auth/login", {{"login", people[i].email}, {"password", test::kPassword}});
        }
      });
    }
    for (std::thread& writer : writers) writer.join();
    QCOMPARE(lines(app, "family.removed"), 60);
    QVERIFY(!app.accountStore.firstBrokenAudit());
  }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "audit_test.moc"
