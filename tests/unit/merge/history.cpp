// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>

#include "property.hpp"

namespace foyer::test {

using model::Mutation;
using model::Op;
using model::Record;
using model::State;

model::Outcome World::receive(const Mutation& m) {
  ++version;
  merge::Applied applied = merge::apply(record, m, version);
  std::erase_if(open, [&](const merge::OpenConflict& card) {
    if (!merge::closes(m, card, record->row)) return false;
    if (card.author == m.device && card.openedAt <= m.base) settled.push_back(card);
    return true;
  });
  for (const merge::Conflict& c : applied.conflicts) {
    if (c.kind == merge::Conflict::Kind::value)
      open.push_back({c.field, c.lost, c.lostBy.device, c.lostBy.version, version});
    all.push_back(c);
  }
  return applied.outcome;
}

std::set<Card> World::cards() const {
  std::set<Card> out;
  for (const merge::OpenConflict& card : open)
    if (record->row.at(card.field->name) != card.lost) out.insert({card.field->id, card.author, card.lost});
  return out;
}

Order firstOrder(const Round& round) {
  Order order;
  for (std::size_t author = 0; author < round.size(); ++author)
    order.insert(order.end(), round[author].size(), static_cast<int>(author));
  return order;
}

Order randomOrder(const Round& round) {
  Order order = firstOrder(round);
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[static_cast<std::size_t>(pick(static_cast<int>(i)))]);
  return order;
}

void everyOrder(const Round& round, const std::function<void(const Order&)>& visit) {
  Order order = firstOrder(round);
  do {
    visit(order);
  } while (std::next_permutation(order.begin(), order.end()));
}

void play(World& world, const Round& round, const Order& order) {
  std::vector<std::size_t> next(round.size(), 0);
  for (const int author : order) {
    const auto index = static_cast<std::size_t>(author);
    world.receive(round[index][next[index]++]);
  }
}

namespace {

/// Draws one history; plays each round in one order to know what the devices see next.
class Drawing {
 public:
  explicit Drawing(const Shape& shape)
      : m_shape(shape),
        m_base(static_cast<std::size_t>(shape.devices), 0),
        m_last(static_cast<std::size_t>(shape.devices)),
        m_own(static_cast<std::size_t>(shape.devices)) {}

  History run() {
    m_views.emplace_back(0, std::nullopt);
    for (int i = 0; i < m_shape.rounds; ++i) addRound();
    return std::move(m_history);
  }

 private:
  void addRound() {
    Round round;
    for (int author = 0; author < m_shape.devices; ++author) {
      const auto index = static_cast<std::size_t>(author);
      if (pick(3) != 0) m_base[index] = std::max(m_base[index], m_views.back().first);
      round.emplace_back();
      const int count = 1 + pick(m_shape.most);
      for (int k = 0; k < count; ++k) round.back().push_back(draw(author));
    }
    if (m_shape.jobs && m_world.record && pick(2) == 0) round.push_back({job()});
    play(m_world, round, firstOrder(round));
    for (const auto& all : round)
      for (const Mutation& m : all) m_newest = std::max(m_newest, m.stamp);
    m_stampAt.emplace_back(m_world.version, m_newest);
    m_views.emplace_back(m_world.version, m_world.record->row);
    m_history.ends.push_back(m_world.version);
    m_history.rounds.push_back(std::move(round));
  }

  Mutation job() {
    Patch patch(0, Op::edit);
    patch.base(m_world.version).set("code", std::string(1, static_cast<char>('A' + pick(3))).c_str());
    Mutation m = patch;
    m.stamp = Hlc{m_newest.value + static_cast<std::uint64_t>(pick(5))};
    return m;
  }

  /// What the device shows: what it pulled, and its own newer mutations on top.
  std::optional<Record> view(std::size_t author) const {
    std::optional<Record> truth;
    for (const auto& [version, row] : m_views)
      if (version == m_base[author]) truth = row;
    std::vector<Mutation> pending;
    for (const auto& [version, m] : m_own[author])
      if (version >= m_base[author]) pending.push_back(m);
    return merge::overlay(truth, pending);
  }

  Mutation draw(int author) {
    const auto index = static_cast<std::size_t>(author);
    const std::optional<Record> shown = view(index);
    Op op = Op::edit;
    if (!shown) {
      op = Op::create;
    } else if (shown->state == State::trashed) {
      static constexpr std::array kBack{Op::create, Op::edit, Op::restore, Op::del};
      op = kBack[static_cast<std::size_t>(pick(4))];
    } else if (m_shape.deletes && pick(3) == 0) {
      op = Op::del;
    } else if (pick(8) == 0) {
      op = Op::create;
    }
    Patch patch(author + 1, op);
    patch.base(m_base[index]);
    if (op == Op::create || op == Op::edit) addFields(patch, shown);
    Mutation m = patch;
    if (op == Op::create && shown && shown->state == State::trashed) merge::writeEveryField(m, *shown);
    Hlc least = m_last[index].next();
    for (const auto& [version, stamp] : m_stampAt)
      if (version <= m_base[index]) least = std::max(least, stamp.next());
    m.stamp = Hlc{least.value + static_cast<std::uint64_t>(pick(4)) * (pick(2) == 0 ? 1 : 65536)};
    m_last[index] = m.stamp;
    m_own[index].emplace_back(m_views.back().first, m);
    return m;
  }

  void addFields(Patch& patch, const std::optional<Record>& shown) {
    static constexpr std::array kWords{"red", "green", "blue"};
    const auto word = [] { return kWords[static_cast<std::size_t>(pick(3))]; };
    if (!m_shape.fields || pick(2) == 0) patch.set("title", word());
    if (!m_shape.fields) return;
    if (pick(3) == 0) patch.set("stars", pick(3) == 0 ? model::Value{} : model::Value{std::int64_t{pick(2)}});
    if (pick(2) != 0) return;
    model::TextSet removed;
    if (shown && !model::isNull(shown->at("tags"))) {
      const auto& tags = std::get<model::TextSet>(shown->at("tags"));
      if (pick(2) == 0) removed = {tags[static_cast<std::size_t>(pick(static_cast<int>(tags.size())))]};
    }
    model::TextSet added;
    if (removed.empty() || pick(2) == 0) added = {word()};
    if (added == removed) removed.clear();
    patch.tags(added, removed);
  }

  Shape m_shape;
  World m_world;
  History m_history;
  std::vector<std::int64_t> m_base;
  std::vector<Hlc> m_last;
  std::vector<std::vector<std::pair<std::int64_t, Mutation>>> m_own;  ///< with the version before its round
  std::vector<std::pair<std::int64_t, std::optional<Record>>> m_views;
  std::vector<std::pair<std::int64_t, Hlc>> m_stampAt;
  Hlc m_newest = Hlc::fromMs(1000);
};

std::string text(const model::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* string = std::get_if<std::string>(&value)) return *string;
  return "null";
}

}  // namespace

std::string show(const World& world) {
  std::ostringstream out;
  const Record& row = world.record->row;
  out << "state " << static_cast<int>(row.state) << " created " << row.createdMs << " updated "
      << row.updatedMs;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    out << ' ' << kSampleFields[i].name << '=' << text(row.fields[i]);
    if (const auto* set = std::get_if<model::TextSet>(&row.fields[i]))
      for (const auto& e : *set) out << '+' << e;
  }
  for (const Card& card : world.cards())
    out << "\n  card " << card.field << " by " << int{card.author.bytes[15]} << " lost " << text(card.lost);
  return out.str() + "\n";
}

History drawHistory(const Shape& shape) { return Drawing(shape).run(); }

bool sameRow(const World& a, const World& b) {
  const Record& x = a.record->row;
  const Record& y = b.record->row;
  return x.state == y.state && x.fields == y.fields && x.createdMs == y.createdMs &&
         x.updatedMs == y.updatedMs;
}

std::string show(const History& history) {
  std::ostringstream out;
  for (std::size_t r = 0; r < history.rounds.size(); ++r) {
    out << "round ending at " << history.ends[r] << '\n';
    for (const auto& all : history.rounds[r]) {
      for (const Mutation& m : all) {
        out << "  device " << int{m.device.bytes[15]} << ' ' << model::name(m.op) << " base " << m.base
            << " stamp " << m.stamp.str();
        for (const auto& patch : m.patches) {
          out << ' ' << patch.field->name << '=' << text(patch.value);
          for (const auto& e : patch.added) out << " +" << e;
          for (const auto& e : patch.removed) out << " -" << e;
        }
        out << '\n';
      }
    }
  }
  return out.str();
}

}  // namespace foyer::test
