// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QEventLoop>
#include <QFileInfo>
#include <cstdio>

#include "commands.hpp"
#include "photos/import.hpp"

namespace foyer::cli {
namespace {

using photos::Import;

struct Args {
  std::vector<std::string> roots;
  std::string name;
  std::string scope;
  bool resume = false;
  bool cancel = false;
};

QString text(const std::string& path) { return QString::fromLocal8Bit(path.c_str()); }

Uuid begin(Client& c, const Args& args, const Uuid& scope) {
  photos::ImportRequest request;
  request.scope = scope;
  request.device = c.driver().identity().device;
  request.roots = args.roots;
  request.source = QFileInfo(text(args.roots.front())).fileName().toStdString();
  request.name = args.name.empty() ? QDateTime::currentDateTime().toString("yyyy-MM-dd hh:mm").toStdString() +
                                         " " + request.source
                                   : args.name;
  const auto begun = Import::begin(c.store(), c.driver().clock(), request);
  if (!begun) fail(begun.error());
  return *begun;
}

void report(Client& c, const Import::Progress& p) {
  QJsonArray damaged;
  QString list;
  for (const auto& file :
       store::Imports(c.store()).files(p.session, store::ImportState::damaged, 0, p.counts.damaged)) {
    const QString reason = QString::fromStdString(file.reason.message);
    damaged.append(QJsonObject{{"file", text(file.path)}, {"reason", toJson(file.reason)}});
    list += QStringLiteral("\n  %1: %2").arg(text(file.path), reason);
  }
  const QJsonObject told{{"session", QString::fromStdString(p.session.str())},
                         {"state", p.phase == Import::Phase::done ? "done" : "paused"},
                         {"taken", static_cast<qint64>(p.counts.taken)},
                         {"known", static_cast<qint64>(p.counts.known)},
                         {"damaged", static_cast<qint64>(p.counts.damaged)},
                         {"waiting", static_cast<qint64>(p.counts.waiting)},
                         {"damaged_files", damaged}};
  c.out().say(told, QStringLiteral("%1 files: %2 taken, %3 known already, %4 damaged, %5 waiting.%6")
                        .arg(p.counts.total())
                        .arg(p.counts.taken)
                        .arg(p.counts.known)
                        .arg(p.counts.damaged)
                        .arg(p.counts.waiting)
                        .arg(list));
  if (p.problem) fail(*p.problem);
}

void tell(const Import::Progress& p) {
  std::fprintf(stderr, "\r%lld of %lld ", static_cast<long long>(p.counts.done()),
               static_cast<long long>(p.counts.total()));
}

/// Runs until it is done or stops by itself. Interrupted at any moment, --resume goes on.
void run(Client& c, const Args& args, const Uuid& scope, const Uuid& session) {
  QEventLoop loop;
  std::unique_ptr<Import> import;
  const auto step = [&] {
    import->step();
    if (!c.out().json()) tell(import->progress());
    const auto phase = import->progress().phase;
    if (phase == Import::Phase::done || phase == Import::Phase::paused) loop.quit();
  };
  Import::Options options;
  options.app = "Foyer 0.1.0 (headless)";
  options.wake = [&] { QMetaObject::invokeMethod(&loop, step, Qt::QueuedConnection); };
  import = std::make_unique<Import>(c.store(), c.driver().clock(), scope, session, options);
  if (args.cancel) {
    import->cancel();
  } else {
    import->resume();
    options.wake();
    loop.exec();
  }
  if (!c.out().json()) std::fprintf(stderr, "\n");
  report(c, import->progress());
}

int import(Client& c, const Args& args) {
  const Uuid scope = args.scope.empty() ? c.driver().account() : c.scopeOf(args.scope);
  const bool again = args.resume || args.cancel;
  if (again != args.roots.empty()) usage("Name a folder or files, or say --resume or --cancel.");
  const std::vector<Uuid> sessions =
      again ? Import::unfinished(c.store(), scope) : std::vector<Uuid>{begin(c, args, scope)};
  if (sessions.empty()) fail({Code::notFound, {}, "There is no unfinished import here."});
  run(c, args, scope, sessions.front());
  return kOk;
}

}  // namespace

void addImportCommand(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* sub = app.add_subcommand("import", "Take photos from folders or files; they stay where they are");
  sub->add_option("from", args->roots, "Folders and files");
  sub->add_option("--name", args->name, "Of this import; otherwise date and folder");
  sub->add_option("--scope", args->scope, "Where to: an id, or a kind such as family");
  sub->add_flag("--resume", args->resume, "Go on with the newest import that was interrupted or paused");
  sub->add_flag("--cancel", args->cancel, "End it; what was taken stays");
  sub->callback([args, &action] { action = [args](Client& c) { return import(c, *args); }; });
}

}  // namespace foyer::cli
