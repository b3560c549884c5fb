// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/batch.hpp"

#include <QDateTime>

#include "model/identity.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr std::size_t kKept = 5;

struct Made {
  Result<void> written;
  std::shared_ptr<std::vector<store::Edit>> back;
};

/// Registers and texts: the new value there, the old one back.
void setValue(const model::FieldPatch& wanted, const model::Value& before, store::Edit& edit,
              store::Edit& back) {
  if (wanted.value == before) return;
  model::FieldPatch patch = wanted;
  model::FieldPatch undo;
  undo.field = wanted.field;
  undo.value = before;
  if (wanted.field->merge == schema::Merge::text) {
    const auto* old = std::get_if<std::string>(&before);
    const auto* now = std::get_if<std::string>(&wanted.value);
    patch.was = old ? *old : std::string();
    undo.was = now ? *now : std::string();
  }
  edit.patches.push_back(std::move(patch));
  back.patches.push_back(std::move(undo));
}

bool holds(const model::Value& set, const std::string& element) {
  const auto* all = std::get_if<model::TextSet>(&set);
  return all && std::binary_search(all->begin(), all->end(), element);
}

}  // namespace

Batch* Batch::create(QQmlEngine* engine, QJSEngine*) { return new Batch(Backend::of(engine)); }

int Batch::run(const QString& collection, const QString& scope, const QStringList& ids, Plan plan) {
  const int number = ++m_last;
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  std::vector<Uuid> all;
  for (const QString& id : ids) all.push_back(uuidOf(id));
  m_backend->work(
      this,
      [declared, scope = uuidOf(scope), all, plan](EngineDriver& driver) {
        store::Store& store = driver.store();
        auto back = std::make_shared<Back>();
        std::vector<store::Edit> edits;
        for (const Uuid& id : all) {
          store::Edit edit{declared, scope, id, model::Op::edit, store.baseOf(scope, *declared, id), {}};
          store::Edit undo = edit;
          if (!plan(store, id, edit, undo)) continue;
          edits.push_back(std::move(edit));
          back->push_back(std::move(undo));
        }
        return Made{store.writeAll(edits), back};
      },
      [this, number](const Made& made) {
        if (!made.written.ok()) return emit refused(number, wordsOf(made.written.error()));
        m_back[number] = made.back;
        if (m_back.size() > kKept) m_back.erase(m_back.begin());
        emit done(number, static_cast<int>(made.back->size()));
      });
  return number;
}

int Batch::edit(const QString& collection, const QString& scope, const QStringList& ids,
                const QVariantMap& values) {
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  return run(collection, scope, ids,
             [declared, values](store::Store& store, const Uuid& id, store::Edit& edit, store::Edit& back) {
               const auto shown = store.get(*declared, edit.scope, id);
               if (!shown || shown->state != model::State::live) return false;
               for (auto it = values.cbegin(); it != values.cend(); ++it) {
                 const schema::Field* field = declared->find(it.key().toStdString());
                 if (!field) continue;
                 auto value = fromVariant(*field, it.value());
                 if (!value.ok()) continue;
                 model::FieldPatch patch;
                 patch.field = field;
                 patch.value = std::move(value).value();
                 setValue(patch, shown->at(field->name), edit, back);
               }
               return !edit.patches.empty();
             });
}

int Batch::addTo(const QString& collection, const QString& scope, const QStringList& ids,
                 const QString& field, const QString& element) {
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  const schema::Field* set = declared->find(field.toStdString());
  return run(collection, scope, ids,
             [declared, set, word = element.toStdString()](store::Store& store, const Uuid& id,
                                                           store::Edit& edit, store::Edit& back) {
               const auto shown = store.get(*declared, edit.scope, id);
               if (!shown || shown->state != model::State::live || holds(shown->at(set->name), word))
                 return false;
               edit.patches.push_back({set, {}, {}, {word}, {}});
               back.patches.push_back({set, {}, {}, {}, {word}});
               return true;
             });
}

int Batch::takeFrom(const QString& collection, const QString& scope, const QStringList& ids,
                    const QString& field, const QString& element) {
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  const schema::Field* set = declared->find(field.toStdString());
  return run(collection, scope, ids,
             [declared, set, word = element.toStdString()](store::Store& store, const Uuid& id,
                                                           store::Edit& edit, store::Edit& back) {
               const auto shown = store.get(*declared, edit.scope, id);
               if (!shown || shown->state != model::State::live || !holds(shown->at(set->name), word))
                 return false;
               edit.patches.push_back({set, {}, {}, {}, {word}});
               back.patches.push_back({set, {}, {}, {word}, {}});
               return true;
             });
}

int Batch::remove(const QString& collection, const QString& scope, const QStringList& ids) {
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  return run(collection, scope, ids,
             [declared](store::Store& store, const Uuid& id, store::Edit& edit, store::Edit& back) {
               const auto shown = store.get(*declared, edit.scope, id);
               if (!shown || shown->state != model::State::live) return false;
               edit.op = model::Op::del;
               back.op = model::Op::restore;
               return true;
             });
}

int Batch::create(const QString& collection, const QString& scope, const QVariantList& records) {
  const schema::Collection* declared = &schema::collection(collection.toStdString());
  QStringList ids;
  auto wanted = std::make_shared<std::map<Uuid, std::vector<model::FieldPatch>>>();
  for (const QVariant& record : records) {
    std::vector<model::FieldPatch> patches;
    const QVariantMap values = record.toMap();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
      const schema::Field* field = declared->find(it.key().toStdString());
      if (!field) continue;
      if (auto patch = patchFor(*field, it.value(), {}); patch.ok()) patches.push_back(std::move(*patch));
    }
    const Uuid id = model::naturalId(*declared, uuidOf(scope), patches)
                        .value_or(Uuid::v7(QDateTime::currentMSecsSinceEpoch()));
    ids.append(qstring(id));
    wanted->emplace(id, std::move(patches));
  }
  return run(collection, scope, ids,
             [declared, wanted](store::Store& store, const Uuid& id, store::Edit& edit, store::Edit& back) {
               const auto shown = store.get(*declared, edit.scope, id);
               if (shown && shown->state == model::State::live) return false;
               edit.op = model::Op::create;
               edit.base = 0;
               edit.patches = wanted->at(id);
               back.op = model::Op::del;
               return true;
             });
}

void Batch::undo(int number) {
  const auto found = m_back.find(number);
  if (found == m_back.end()) return;
  const std::shared_ptr<Back> back = found->second;
  m_back.erase(found);
  m_backend->work(
      this,
      [back](EngineDriver& driver) {
        store::Store& store = driver.store();
        // They were typed over what the batch wrote, whatever the server has answered since.
        for (store::Edit& edit : *back) edit.base = store.baseOf(edit.scope, *edit.collection, edit.id);
        return store.writeAll(*back);
      },
      [this, number, back](const Result<void>& written) {
        if (written.ok())
          emit undone(number, static_cast<int>(back->size()));
        else
          emit refused(number, wordsOf(written.error()));
      });
}

}  // namespace foyer::qt
