// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/derived_id.hpp"
#include "data_host.hpp"
#include "titles/title_index.hpp"

namespace foyer::test {

/// A device with something on it: a watchlist, a family with its list, a refused change and two versions of a
/// note.
class Household {
 public:
  DataHost host{QStringLiteral("Jeanne Morel")};
  Uuid brother = Uuid::v7(520);
  Uuid family = Uuid::v7(500);
  Uuid list = Uuid::v7(501);
  Uuid own;       ///< title in no catalogue
  Uuid detailed;  ///< title with everything filled in
  Uuid child = Uuid::v7(590);
  Uuid advice = Uuid::v7(560);  ///< what the brother recommends
  QString ownEntry;

  Household() {
    refuse();
    catalogue();
    watchlist();
    familyRows();
    opinions();
    diary();
    children();
    ownEntry = host.eval("Records.create(\"watch_entries\", Session.account, { title_id: \"" +
                         QByteArray::fromStdString((own = Uuid::v7(400)).str()) +
                         "\", title: \"Summer on the Quay\", kind: \"movie\", own_title: true, status: "
                         "\"not_watched\" })")
                   .toString();
    if (!QTest::qWaitFor([this] { return host.eval("Sync.conflicts + Sync.held").toInt() == 2; }))
      qFatal("no held change");
  }

 private:
  struct Film {
    const char* title;
    int year;
    const char* status;
    int rating;
  };
  /// What the brother thinks of the detailed title, and what he recommends.
  void opinions() {
    const auto about = [this](const char* collection, const Uuid& id, int film) {
      model::Record row(schema::collection(collection), family, id);
      row.at("title_id") = titleId(film);
      row.at("title") = std::string(films()[static_cast<std::size_t>(film)].title);
      row.at("year") = std::int64_t{films()[static_cast<std::size_t>(film)].year};
      row.at("kind") = std::string("movie");
      row.createdMs = row.updatedMs = kJune;
      return row;
    };
    model::Record review =
        about("reviews", crypto::derivedId(family, "reviews", {brother.str(), titleId(0).str()}), 0);
    review.at("author_id") = brother;
    review.at("rating") = std::int64_t{70};
    review.at("body") = std::string("In the end they talk through the mirror.");
    review.at("spoiler") = std::int64_t{1};
    model::Record counsel = about("recommendations", advice, 8);
    counsel.at("recommended_by") = brother;
    counsel.at("recommended_to") = host.me;
    counsel.at("message") = std::string("You would like how it remembers.");
    counsel.at("status") = std::string("pending");
    host.fromServer({review, counsel});
  }

  /// A child who may see one of two titles that somebody put on her list; of both the age is known here.
  void children() {
    model::Record lise(schema::collection("child_profiles"), family, child);
    lise.at("name") = std::string("Zoé");
    lise.at("age_cap") = std::int64_t{8};
    lise.at("guardian_id") = host.me;
    std::vector<model::Record> rows{lise};
    for (const char* imdb : {"tt0096283", "tt0078748"}) {  // My Neighbor Totoro, Alien
      const titles::KnownTitle* known = titles::builtInIndex().byImdb(imdb);
      model::Record row(schema::collection("watch_entries"), family, {});
      row.at("profile_id") = child;
      row.at("title_id") = known->id;
      row.at("title") = known->facts.title;
      row.at("year") = known->facts.year;
      row.at("kind") = std::string("movie");
      row.at("status") = std::string("not_watched");
      row.id = *model::naturalId(row);
      rows.push_back(std::move(row));
    }
    host.fromServer(rows);
  }

  void diary() {
    std::vector<model::Record> rows;
    for (int i = 0; i < 5; ++i) {
      model::Record row(schema::collection("diary"), host.me, Uuid::v7(570 + i));
      const Film& film = films()[static_cast<std::size_t>(i % 4)];
      row.at("title_id") = titleId(i % 4);
      row.at("title") = std::string(film.title);
      row.at("year") = std::int64_t{film.year};
      row.at("kind") = std::string("movie");
      row.at("watched_on") =
          std::to_string(QDate::currentDate().year()) + "-0" + std::to_string(i + 1) + "-15";
      if (i > 0) row.at("rating") = std::int64_t{50 + 10 * i};
      if (i == 4) row.at("rewatch") = std::int64_t{1};
      if (i == 1) row.at("place") = std::string("Cinéma du Panthéon");
      rows.push_back(std::move(row));
    }
    host.fromServer(rows);
  }

  static constexpr std::int64_t kJune = 1'750'000'000'000;

  static Uuid titleId(int n) {
    return Uuid::parse(std::string("018f0000-0000-7000-8000-00000000000") + char('0' + n)).value();
  }
  static const std::vector<Film>& films() {
    static const std::vector<Film> all{
        {"Paris, Texas", 1984, "completed", 90},
        {"The Umbrellas of Cherbourg", 1964, "watching", 0},
        {"Portrait of a Lady on Fire", 2019, "not_watched", 0},
        {"Stalker", 1979, "completed", 80},
        {"Au revoir les enfants", 1987, "not_watched", 0},
        {"Close-Up", 1990, "not_watched", 0},
        {"Spirited Away", 2001, "not_watched", 0},
        {"Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964, "watching", 70},
        {"Mirror", 1975, "not_watched", 0}};
    return all;
  }

  /// A change that the server did not accept. First of all, so that it is the first of its scope.
  void refuse() {
    host.eval("Records.create(\"lists\", Session.account, { name: \"Seen in Cannes\" })");
    host.onStore([this](store::Store& store) {
      store.nextPush(host.me, 10, 10'000);
      store.storeResults(host.me,
                         {{1, model::Outcome::held, 0,
                           Error{Code::invalidField, "name", "A list with this name exists already."}}});
    });
  }

  /// What the server tells of a space that this person may read.
  void join(const Uuid& scope, schema::Scope kind) {
    host.onStore([&](store::Store& store) {
      store::ScopeInfo info;
      info.scope = scope;
      info.kind = kind;
      info.confirmed = true;
      store.putScope(info);
    });
  }

  void catalogue() {
    const Uuid scope = Uuid::v7(1);
    join(scope, schema::Scope::catalog);
    std::vector<model::Record> rows;
    for (std::size_t i = 0; i < films().size(); ++i) {
      model::Record row(schema::collection("titles"), scope, titleId(static_cast<int>(i)));
      row.at("kind") = std::string("movie");
      row.at("title") = std::string(films()[i].title);
      row.at("year") = std::int64_t{films()[i].year};
      row.at("runtime_minutes") = std::int64_t{147};
      row.at("genres") = model::makeSet({"drama", "romance"});
      rows.push_back(std::move(row));
    }
    host.fromServer(rows);
    host.onStore([](store::Store& store) {
      while (store.indexSome()) {
      }
    });
  }

  void watchlist() {
    std::vector<model::Record> rows;
    for (std::size_t i = 0; i < films().size(); ++i) {
      const Film& film = films()[i];
      model::Record row(schema::collection("watch_entries"), host.me,
                        Uuid::v7(static_cast<std::int64_t>(200 + i)));
      row.id = qt::uuidOf(host.eval("Records.idFor(\"watch_entries\", Session.account, { title_id: \"" +
                                    QByteArray::fromStdString(titleId(static_cast<int>(i)).str()) + "\" })")
                              .toString());
      row.at("title_id") = titleId(static_cast<int>(i));
      row.at("title") = std::string(film.title);
      row.at("year") = std::int64_t{film.year};
      row.at("kind") = std::string("movie");
      row.at("status") = std::string(film.status);
      if (film.rating > 0) row.at("rating") = std::int64_t{film.rating};
      row.createdMs = row.updatedMs = kJune + static_cast<std::int64_t>(i);
      rows.push_back(std::move(row));
    }
    model::Record gone = rows[3];
    gone.id = Uuid::v7(299);
    gone.at("title_id") = Uuid::v7(298);
    gone.at("title") = std::string("The Sheltering Sky");
    gone.state = model::State::trashed;
    rows.push_back(std::move(gone));
    rows[0].at("notes") = std::string("Seen again with Jeanne. The last scene, behind the glass.");
    rows[0].at("tags") = model::makeSet({"road movie", "desert", "with Jeanne"});
    detailed = titleId(0);
    host.fromServer(rows);
  }

  void familyRows() {
    join(family, schema::Scope::family);
    const auto record = [this](const char* collection, const Uuid& id) {
      model::Record row(schema::collection(collection), family, id);
      row.createdMs = row.updatedMs = kJune;
      return row;
    };
    model::Record home = record("families", family);
    home.at("name") = std::string("Morel family");
    home.at("created_by") = host.me;
    model::Record shared = record("lists", list);
    shared.at("name") = std::string("Sunday evenings");
    std::vector<model::Record> rows{home, shared};
    for (int i = 0; i < 3; ++i) {
      const char* names[] = {"Jeanne Morel", "Hugo Morel", "Lise Morel"};
      const char* roles[] = {"owner", "member", "child"};
      const Uuid account = i == 0 ? host.me : i == 1 ? brother : Uuid::v7(522);
      model::Record member = record("members", crypto::derivedId(family, "members", {account.str()}));
      member.at("account_id") = account;
      member.at("display_name") = std::string(names[i]);
      member.at("role") = std::string(roles[i]);
      member.at("joined_at") = kJune + i;
      rows.push_back(member);
    }
    for (int i = 0; i < 5; ++i) {
      model::Record item = record("list_items", Uuid::v7(530 + i));
      item.at("list") = list;
      item.at("title_id") = titleId(i + 3);
      item.at("title") = std::string(films()[static_cast<std::size_t>(i) + 3].title);
      item.at("year") = std::int64_t{films()[static_cast<std::size_t>(i) + 3].year};
      item.at("kind") = std::string("movie");
      item.at("order_key") = std::string(1, static_cast<char>('b' + i));
      item.at("added_by") = i % 2 == 0 ? host.me : brother;
      if (i < 2) item.at("watched_by") = model::makeSet({host.me.str()});
      rows.push_back(item);
    }
    model::Record& item = rows.back();
    item.at("note") = std::string("Jeanne says to see it in the cinema, with the big sound.");
    model::Record conflict = record("conflicts", Uuid::v7(540));
    conflict.at("kind") = std::string("value");
    conflict.at("subject_collection") = std::string("list_items");
    conflict.at("subject_id") = item.id;
    conflict.at("field") = std::string("note");
    conflict.at("lost_value") = std::string("\"Jeanne says to see it at home, with the lights off.\"");
    conflict.at("kept_value") = '"' + std::string(item.text("note")) + '"';
    conflict.at("lost_at") = kJune;
    conflict.at("lost_by_account") = brother;
    conflict.at("lost_by_device_name") = std::string("Hugo's phone");
    conflict.at("kept_by_device_name") = std::string("Tablet");
    conflict.at("kept_at") = kJune + 360'000;
    conflict.at("kept_by_account") = host.me;
    rows.push_back(std::move(conflict));
    host.fromServer(rows);
  }
};

}  // namespace foyer::test
