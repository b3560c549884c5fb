// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair.hpp"

#include <algorithm>
#include <map>

#include "protocol/limits.hpp"
#include "schema/collections.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {

void Repair::begin(store::Store& store, const Uuid& scope, const Send& send) {
  stop();
  m_running = true;
  m_repaired = 0;
  m_scope = scope;
  m_here = store.treeSums(scope);
  m_branches.emplace_back();
  next(send);
}

void Repair::stop() {
  m_running = false;
  m_asked = Asked::nothing;
  m_here.reset();
  m_branches.clear();
  m_leaves.clear();
  m_rows.clear();
  m_fetching.clear();
}

/// What differs is fetched before more is searched, so that little has to be remembered.
void Repair::next(const Send& send) {
  const int level = schema::level();
  if (!m_rows.empty()) {
    const std::size_t count = std::min(m_rows.size(), tuning::kRepairRows);
    const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(count);
    m_fetching.assign(m_rows.begin(), end);
    m_rows.erase(m_rows.begin(), end);
    m_asked = Asked::rows;
    return send(protocol::RowsRequest{m_scope, level, m_fetching});
  }
  if (!m_branches.empty()) {
    std::vector<std::string> prefixes;
    while (!m_branches.empty() && prefixes.size() < tuning::kRepairBranches &&
           m_branches.front().size() == (prefixes.empty() ? m_branches.front() : prefixes.front()).size()) {
      prefixes.push_back(std::move(m_branches.front()));
      m_branches.pop_front();
    }
    m_asked = Asked::sums;
    return send(protocol::SumsRequest{m_scope, level, std::move(prefixes)});
  }
  if (!m_leaves.empty()) {
    std::vector<std::string> prefixes;
    std::int64_t rows = 0;
    while (!m_leaves.empty() && prefixes.size() < protocol::kMaxPrefixes) {
      const Leaf& leaf = m_leaves.front();
      if (!prefixes.empty() &&
          (leaf.prefix.size() != prefixes.front().size() || rows + leaf.rows > tuning::kRepairMarks))
        break;
      rows += leaf.rows;
      prefixes.push_back(leaf.prefix);
      m_leaves.pop_front();
    }
    m_asked = Asked::marks;
    return send(protocol::MarksRequest{m_scope, level, std::move(prefixes)});
  }
  stop();
}

void Repair::take(const protocol::Sums& sums, store::Store&, const Send& send) {
  if (m_asked != Asked::sums) return;
  for (const protocol::Branch& branch : sums.branches) {
    const std::vector<model::BranchSum> here = m_here->children(branch.prefix);
    for (std::size_t i = 0; i < here.size() && i < branch.children.size(); ++i) {
      if (here[i] == branch.children[i]) continue;
      const std::string prefix = branch.prefix + static_cast<char>(i);
      const std::int64_t rows = std::max(here[i].rows, branch.children[i].rows);
      const bool leaf = prefix.size() == model::kTreeDepth || rows <= tuning::kRepairLeafRows;
      if (leaf) m_leaves.push_back({prefix, rows});
      if (!leaf) m_branches.push_back(prefix);
    }
  }
  next(send);
}

void Repair::take(const protocol::Marks& marks, store::Store& store, const Send& send) {
  if (m_asked != Asked::marks) return;
  compare(marks, store);
  next(send);
}

void Repair::compare(const protocol::Marks& marks, store::Store& store) {
  std::map<protocol::RowName, protocol::Mark> here;
  for (protocol::Mark& mark : store.marks(m_scope, marks.prefixes)) {
    const protocol::RowName name{mark.collection, mark.id};
    here.emplace(name, std::move(mark));
  }
  for (const protocol::Mark& there : marks.marks) {
    const auto mine = here.find({there.collection, there.id});
    if (mine == here.end()) {
      if (there.hash) m_rows.push_back({there.collection, there.id});
      continue;
    }
    const bool newer = mine->second.version > marks.head;
    if (!newer && mine->second.hash != there.hash) m_rows.push_back({there.collection, there.id});
    here.erase(mine);
  }
  std::vector<protocol::RowName> onlyHere;
  for (const auto& [name, mark] : here) {
    if (mark.hash && mark.version <= marks.head) onlyHere.push_back(name);
  }
  m_repaired += static_cast<std::int64_t>(onlyHere.size());
  if (!onlyHere.empty()) store.setRowsAside(m_scope, onlyHere);
}

void Repair::take(const protocol::Page& page, store::Store& store, const Send& send) {
  if (m_asked != Asked::rows) return;
  store.repairRows(page.header, page.rows);
  m_repaired += static_cast<std::int64_t>(page.rows.size());
  if (page.header.more && !page.rows.empty()) {  // the answer was cut where it grew too large
    std::set<protocol::RowName> came;
    for (const model::Record& row : page.rows) came.insert({row.collection, row.id});
    for (const protocol::RowName& name : m_fetching)
      if (!came.contains(name)) m_rows.push_front(name);
  }
  m_fetching.clear();
  next(send);
}

}  // namespace foyer::sync
