// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/memory_store.hpp"
#include "sync_world.hpp"

namespace foyer::test {
namespace {
class Memory final : public TestStore {
 public:
  server::ScopeStore& store() override { return m_store; }
  void takeImage() override { m_image = m_store.image(); }
  void putBack() override { m_store.putBack(*m_image); }

 private:
  server::MemoryStore m_store;
  std::shared_ptr<const server::MemoryStore::Image> m_image;
};
}  // namespace

std::unique_ptr<TestStore> makeTestStore() { return std::make_unique<Memory>(); }

}  // namespace foyer::test
