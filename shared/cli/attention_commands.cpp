// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "commands.hpp"
#include "fields.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::int64_t item = 0;
  std::string id;
  std::vector<std::string> fields;
  bool createAgain = false;
};

// ---- needs attention

int listHeld(Client& c) {
  QJsonArray items;
  for (const auto& item : c.store().heldItems()) items.append(toJson(item));
  c.out().list(items, QStringLiteral("Nothing needs attention."));
  return items.isEmpty() ? kOk : kHeld;
}

store::HeldItem held(Client& c, std::int64_t localId) {
  for (auto& item : c.store().heldItems())
    if (item.localId == localId) return item;
  fail({Code::notFound, {}, "There is no such item; `attention list` shows them."});
}

int retry(Client& c, const Args& args) {
  const auto item = held(c, args.item);
  if (args.createAgain && item.reason.code != Code::gone)
    usage("This item's record was not deleted for good; retry it as it is.");
  std::optional<std::vector<model::FieldPatch>> corrected;
  if (!args.fields.empty()) {
    auto patches = parseAssignments(*item.mutation.collection, args.fields, {});
    if (!patches) fail(patches.error(), kUsage);
    corrected = item.mutation.patches;
    for (auto& patch : *patches) {
      const auto same = std::find_if(corrected->begin(), corrected->end(),
                                     [&patch](const auto& p) { return p.field == patch.field; });
      if (same == corrected->end()) {
        corrected->push_back(std::move(patch));
      } else {
        patch.was = same->was;
        *same = std::move(patch);
      }
    }
  }
  const auto done = c.store().retryHeld(args.item, std::move(corrected));
  if (!done) fail(done.error());
  c.out().say({{"item", qint64(args.item)}, {"queued", true}}, QStringLiteral("Queued again."));
  return kOk;
}

int discard(Client& c, const Args& args) {
  const auto done = c.store().discardHeld(args.item);
  if (!done) fail(done.error());
  c.out().say({{"item", qint64(args.item)}, {"discarded", true}},
              QStringLiteral("Discarded. For 30 days `attention restore %1` takes it back.").arg(args.item));
  return kOk;
}

int listDiscarded(Client& c) {
  QJsonArray items;
  for (const auto& item : c.store().discardedItems()) items.append(toJson(item));
  c.out().list(items, QStringLiteral("Nothing was discarded."));
  return kOk;
}

int restoreDiscarded(Client& c, const Args& args) {
  const auto done = c.store().restoreDiscarded(args.item);
  if (!done) fail(done.error());
  c.out().say({{"item", qint64(args.item)}, {"discarded", false}},
              QStringLiteral("Back in needs attention."));
  return kOk;
}

int exportHeld(Client& c, const Args& args) {
  static_cast<void>(held(c, args.item));
  for (const model::Mutation& m : c.store().heldMutations(args.item))
    c.out().line(QString::fromStdString(protocol::encodeMutation(m)));
  return kOk;
}

// ---- conflicts

const schema::Collection& conflictsCollection() { return schema::collection("conflicts"); }

int listConflicts(Client& c) {
  store::QuerySpec spec;
  spec.collection = &conflictsCollection();
  spec.filters.push_back({"resolution", store::Filter::Op::missing, {}});
  QJsonArray items;
  for (const auto& record : c.reader().query(spec)) items.append(toJson(record, store::Pending::none));
  c.out().list(items, QStringLiteral("No conflicts."));
  return kOk;
}

store::Edit resolution(Client& c, const model::Record& conflict, const char* how) {
  store::Edit edit;
  edit.collection = conflict.collection;
  edit.scope = conflict.scope;
  edit.id = conflict.id;
  edit.base = c.store().baseOf(edit.scope, *edit.collection, edit.id);
  model::FieldPatch patch;
  patch.field = conflict.collection->find("resolution");
  patch.value = std::string(how);
  edit.patches.push_back(std::move(patch));
  return edit;
}

/// The lost value becomes the current one again; for a deletion that did not take effect, it does now.
store::Edit comeback(Client& c, const model::Record& conflict) {
  const auto& collection = c.collectionOf(std::string(conflict.text("subject_collection")));
  store::Edit edit;
  edit.collection = &collection;
  edit.scope = conflict.scope;
  edit.id = conflict.uuid("subject_id");
  edit.base = c.store().baseOf(edit.scope, collection, edit.id);
  if (conflict.text("kind") != "value") {
    edit.op = model::Op::del;
    return edit;
  }
  const auto* field = collection.find(conflict.text("field"));
  if (!field) fail({Code::unknownField, {}, "This version of Foyer doesn't know the field in question."});
  auto lost = protocol::parseValue(*field, conflict.text("lost_value"));
  if (!lost) fail(lost.error());
  model::FieldPatch patch;
  patch.field = field;
  patch.value = std::move(*lost);
  if (const auto now = c.store().get(collection, edit.scope, edit.id);
      now && field->merge == schema::Merge::text)
    patch.was = std::string(now->text(field->name));
  edit.patches.push_back(std::move(patch));
  return edit;
}

int take(Client& c, const Args& args) {
  const auto conflict = c.find(args.id, "conflicts");
  const auto done = c.store().writeAll({comeback(c, conflict), resolution(c, conflict, "restored")});
  if (!done) fail(done.error());
  c.out().say({{"conflict", QString::fromStdString(args.id)}, {"resolution", "restored"}},
              QStringLiteral("Taken back."));
  return kOk;
}

int dismiss(Client& c, const Args& args) {
  const auto done = c.store().writeAll({resolution(c, c.find(args.id, "conflicts"), "kept")});
  if (!done) fail(done.error());
  c.out().say({{"conflict", QString::fromStdString(args.id)}, {"resolution", "kept"}},
              QStringLiteral("Left as it is."));
  return kOk;
}

}  // namespace

void addAttentionCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  const auto run = [args, &action](int (*what)(Client&, const Args&)) {
    return [args, &action, what] { action = [args, what](Client& c) { return what(c, *args); }; };
  };

  auto* attention =
      app.add_subcommand("attention", "Changes the server did not accept; nothing of them is lost");
  attention->require_subcommand(1);
  attention->add_subcommand("list", "What and why")->callback([&action] { action = listHeld; });
  auto* again = attention->add_subcommand("retry", "Send it again, optionally corrected");
  again->add_option("item", args->item)->required();
  again->add_option("fields", args->fields, "field=value …");
  again->add_flag("--create-again", args->createAgain,
                  "Of a record that was deleted for good: make it again from this device's copy");
  again->callback(run(retry));
  auto* forget = attention->add_subcommand("discard", "Give it up, and what depends on it");
  forget->add_option("item", args->item)->required();
  forget->callback(run(discard));
  attention->add_subcommand("discarded", "What was given up in the last 30 days")->callback([&action] {
    action = listDiscarded;
  });
  auto* back = attention->add_subcommand("restore", "Take back a discard");
  back->add_option("item", args->item)->required();
  back->callback(run(restoreDiscarded));
  auto* out = attention->add_subcommand("export", "Print it as it would be sent");
  out->add_option("item", args->item)->required();
  out->callback(run(exportHeld));

  auto* conflicts = app.add_subcommand("conflicts", "Values that lost to one that did not know them");
  conflicts->require_subcommand(1);
  conflicts->add_subcommand("list", "Those nobody has decided yet")->callback([&action] {
    action = listConflicts;
  });
  auto* taking = conflicts->add_subcommand("take", "The value that lost comes back");
  taking->add_option("id", args->id)->required();
  taking->callback(run(take));
  auto* leaving = conflicts->add_subcommand("dismiss", "Leave it as it is");
  leaving->add_option("id", args->id)->required();
  leaving->callback(run(dismiss));
}

}  // namespace foyer::cli
