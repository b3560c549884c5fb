// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "fields.hpp"
#include "model/identity.hpp"
#include "schema/collections.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::string collection;
  std::string scope;
  std::string id;
  std::string search;
  std::vector<std::string> where;
  std::vector<std::string> fields;
  bool deleted = false;
  std::int64_t limit = -1;
};

QString str(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

int collections(Client& c) {
  QJsonArray items;
  for (const auto& collection : schema::collections()) {
    QJsonArray fields;
    for (const auto& field : collection.fields) fields.append(str(field.name));
    items.append(
        QJsonObject{{"name", str(collection.name)}, {"about", str(collection.doc)}, {"fields", fields}});
  }
  c.out().list(items, {});
  return kOk;
}

int list(Client& c, const Args& args) {
  store::QuerySpec spec;
  spec.collection = &c.collectionOf(args.collection);
  if (!args.scope.empty()) spec.scope = c.scopeOf(args.scope);
  spec.search = args.search;
  spec.deleted = args.deleted;
  spec.limit = args.limit;
  auto wanted = parseAssignments(*spec.collection, args.where, {});
  if (!wanted) fail(wanted.error(), kUsage);
  for (auto& patch : *wanted) {
    if (!patch.added.empty()) {
      spec.filters.push_back(
          {std::string(patch.field->name), store::Filter::Op::contains, {patch.added.front()}});
    } else if (model::isNull(patch.value)) {
      spec.filters.push_back({std::string(patch.field->name), store::Filter::Op::missing, {}});
    } else {
      spec.filters.push_back({std::string(patch.field->name), store::Filter::Op::equal, {patch.value}});
    }
  }
  QJsonArray items;
  for (const auto& record : c.reader().query(spec))
    items.append(toJson(record, c.reader().pendingOf(*record.collection, record.scope, record.id)));
  c.out().list(items, QStringLiteral("Nothing here."));
  return kOk;
}

int write(Client& c, const store::Edit& edit) {
  const auto written = c.store().write(edit);
  if (!written) fail(written.error());
  c.print(*written);
  return kOk;
}

int create(Client& c, const Args& args) {
  store::Edit edit;
  edit.collection = &c.collectionOf(args.collection);
  edit.op = model::Op::create;
  auto patches = parseAssignments(*edit.collection, args.fields, {});
  if (!patches) fail(patches.error(), kUsage);
  edit.patches = std::move(*patches);
  const Uuid fresh = Uuid::v7(c.driver().clock().wallMs());
  if (edit.collection->head) {
    edit.scope = edit.id = fresh;
  } else {
    edit.scope = args.scope.empty() ? c.defaultScope(*edit.collection) : c.scopeOf(args.scope);
    edit.id = model::naturalId(*edit.collection, edit.scope, edit.patches).value_or(fresh);
  }
  return write(c, edit);
}

store::Edit editOf(Client& c, const model::Record& record, model::Op op) {
  store::Edit edit;
  edit.collection = record.collection;
  edit.scope = record.scope;
  edit.id = record.id;
  edit.op = op;
  edit.base = c.store().baseOf(record.scope, *record.collection, record.id);
  return edit;
}

int edit(Client& c, const Args& args) {
  const auto record = c.find(args.id, args.collection);
  auto patches = parseAssignments(*record.collection, args.fields, record);
  if (!patches) fail(patches.error(), kUsage);
  auto change = editOf(c, record, model::Op::edit);
  change.patches = std::move(*patches);
  return write(c, change);
}

}  // namespace

void addRecordCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  app.add_subcommand("collections", "What kinds of records there are, with their fields")
      ->callback([&action] { action = collections; });

  auto* listing = app.add_subcommand("list", "Records of a collection");
  listing->add_option("collection", args->collection)->required();
  listing->add_option("--scope", args->scope, "Only this scope: an id, or a kind such as family");
  listing->add_option("--where", args->where, "field=value, field+=element, field= for no value");
  listing->add_option("--search", args->search, "Words");
  listing->add_option("--limit", args->limit);
  listing->add_flag("--deleted", args->deleted, "The trash");
  listing->callback([args, &action] { action = [args](Client& c) { return list(c, *args); }; });

  auto* get = app.add_subcommand("get", "One record");
  get->add_option("id", args->id)->required();
  get->add_option("--collection", args->collection);
  get->callback([args, &action] {
    action = [args](Client& c) {
      c.print(c.find(args->id, args->collection));
      return kOk;
    };
  });

  auto* creating = app.add_subcommand("create", "Make a record");
  creating->add_option("collection", args->collection)->required();
  creating->add_option("fields", args->fields, "field=value …");
  creating->add_option("--scope", args->scope, "Where: an id, or a kind such as family");
  creating->callback([args, &action] { action = [args](Client& c) { return create(c, *args); }; });

  auto* editing = app.add_subcommand("edit", "Change a record");
  editing->add_option("id", args->id)->required();
  editing->add_option("fields", args->fields, "field=value, field+=element, field-=element, field= to clear")
      ->required();
  editing->add_option("--collection", args->collection);
  editing->callback([args, &action] { action = [args](Client& c) { return edit(c, *args); }; });

  const auto addOp = [&](const char* name, const char* about, model::Op op) {
    auto* sub = app.add_subcommand(name, about);
    sub->add_option("id", args->id)->required();
    sub->add_option("--collection", args->collection);
    sub->callback([args, &action, op] {
      action = [args, op](Client& c) { return write(c, editOf(c, c.find(args->id, args->collection), op)); };
    });
  };
  addOp("delete", "Put a record into the trash", model::Op::del);
  addOp("restore", "Take a record out of the trash", model::Op::restore);
}

}  // namespace foyer::cli
