// SPDX-License-Identifier: GPL-3.0-or-later
// Films in and out of other services' files.
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "commands.hpp"
#include "exchange/formats.hpp"
#include "qt/title_import.hpp"

namespace foyer::cli {
namespace {

struct Args {
  std::vector<std::string> files;
  std::string format, folder;
  bool preview = false;
};

QString str(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const char* wordOf(exchange::Trouble trouble) {
  switch (trouble) {
    case exchange::Trouble::noTitle:
      return "no_title";
    case exchange::Trouble::badLine:
      return "bad_line";
    case exchange::Trouble::badYear:
      return "bad_year";
    case exchange::Trouble::badDate:
      return "bad_date";
    case exchange::Trouble::badRating:
      return "bad_rating";
    case exchange::Trouble::badNumber:
      return "bad_number";
    case exchange::Trouble::tooLong:
      return "too_long";
    case exchange::Trouble::otherMedium:
      return "other_medium";
    case exchange::Trouble::unreadable:
      return "unreadable_file";
    case exchange::Trouble::keptYours:
      return "kept_yours";
  }
  return "";
}

QJsonObject toJson(const exchange::Parsed& parsed, const exchange::Plan& plan) {
  QJsonArray problems;
  for (const exchange::Problem& problem : parsed.problems)
    problems.append(QJsonObject{{"what", wordOf(problem.what)},
                                {"file", str(problem.file)},
                                {"line", qint64(problem.line)},
                                {"field", str(problem.field)},
                                {"value", str(problem.value)}});
  QJsonObject lost;
  for (const auto& [column, count] : parsed.lost) lost[str(column)] = qint64(count);
  return {{"rows", qint64(parsed.rows)},
          {"titles", qint64(plan.titles)},
          {"added", qint64(plan.added)},
          {"filled_in", qint64(plan.completed)},
          {"unchanged", qint64(plan.unchanged)},
          {"viewings", qint64(plan.viewings)},
          {"own_titles", qint64(plan.own)},
          {"problem_count", qint64(parsed.problemCount)},
          {"problems", problems},
          {"not_kept", lost}};
}

void printLosses(Client& c, const exchange::Parsed& parsed) {
  if (c.out().json()) return;
  for (const auto& [column, count] : parsed.lost)
    c.out().line(QStringLiteral("  not kept: %1 (%2 rows)").arg(str(column)).arg(count));
  for (const exchange::Problem& problem : parsed.problems)
    c.out().line(QStringLiteral("  %1:%2 %3 %4 %5")
                     .arg(str(problem.file))
                     .arg(problem.line)
                     .arg(QLatin1String(wordOf(problem.what)), str(problem.field), str(problem.value)));
}

std::vector<exchange::File> filesOf(const std::vector<std::string>& names) {
  std::vector<exchange::File> files;
  for (const std::string& name : names) {
    QFile file(str(name));
    if (!file.open(QIODevice::ReadOnly)) fail({Code::notFound, "file", "Can't read " + name + "."});
    if (file.size() > static_cast<qint64>(exchange::kMostBytes))
      fail({Code::tooLarge, "file", name + " is larger than can be read at once."});
    files.push_back({QFileInfo(file).fileName().toStdString(), file.readAll().toStdString()});
  }
  return files;
}

std::filesystem::path notesOf(Client& c) { return qt::TitleImport::folderOf(c.store().file().parent_path()); }

int import(Client& c, const Args& args) {
  auto parsed = exchange::read(filesOf(args.files));
  if (!parsed) fail(parsed.error());
  const Uuid scope = c.driver().account();
  const qt::Shelf shelf = qt::shelfOf(c.reader(), scope);
  exchange::Plan plan = exchange::plan(*parsed, shelf.library);
  QJsonObject told = toJson(*parsed, plan);
  const QString counts =
      QStringLiteral(
          "%1 titles: %2 new (%3 of them in no catalogue), %4 filled in, %5 as they are; %6 viewings")
          .arg(plan.titles)
          .arg(plan.added)
          .arg(plan.own)
          .arg(plan.completed)
          .arg(plan.unchanged)
          .arg(plan.viewings);
  told["preview"] = args.preview;
  std::int64_t refused = 0;
  if (!args.preview && !plan.changes.empty()) {
    auto writing =
        qt::TitleImport::begin(c.store(), scope, notesOf(c), c.driver().clock().wallMs(), std::move(plan));
    if (!writing) fail(writing.error());
    for (bool more = true; more;) {
      const auto step = writing->step();
      if (!step) fail(step.error());
      more = *step;
    }
    refused = writing->refused();
  }
  told["refused"] = qint64(refused);
  c.out().say(told, counts + (args.preview ? QStringLiteral(" would come in.") : QStringLiteral(".")));
  printLosses(c, *parsed);
  return refused > 0 ? kHeld : kOk;
}

int undo(Client& c) {
  const auto notes = qt::TitleImport::last(notesOf(c));
  if (!notes) fail({Code::notFound, {}, "There is no import to take back."});
  const auto undone = qt::TitleImport::undo(c.store(), c.driver().account(), *notes);
  if (!undone) fail(undone.error());
  c.out().say({{"records", qint64(undone->records)}, {"kept", qint64(undone->kept)}},
              QStringLiteral("Taken back: %1 records. Changed since, and kept: %2.")
                  .arg(undone->records)
                  .arg(undone->kept));
  return kOk;
}

int exportTitles(Client& c, const Args& args) {
  const auto format = exchange::formatOf(args.format);
  if (!format) usage("The formats are imdb, letterboxd, trakt, tmdb and yamtrack.");
  const qt::Shelf shelf = qt::shelfOf(c.reader(), c.driver().account());
  const std::vector<exchange::Item> items = shelf.library.items();
  QJsonArray written;
  if (!QDir().mkpath(str(args.folder)))
    fail({Code::notFound, "folder", "Can't write to " + args.folder + "."});
  for (const exchange::File& file : exchange::write(*format, items)) {
    QFile out(QDir(str(args.folder)).filePath(str(file.name)));
    if (!out.open(QIODevice::WriteOnly) ||
        out.write(file.bytes.data(), static_cast<qint64>(file.bytes.size())) < 0 || !out.flush())
      fail({Code::damaged, "folder", "Can't write " + out.fileName().toStdString() + "."});
    written.append(QJsonObject{{"file", out.fileName()}, {"bytes", qint64(file.bytes.size())}});
  }
  c.out().list(written, QStringLiteral("Nothing to write yet."));
  return kOk;
}

}  // namespace

void addTitlesCommands(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  auto* titles =
      app.add_subcommand("titles", "Films in and out of IMDb, Letterboxd, Trakt, TMDB and Yamtrack");
  titles->require_subcommand(1);
  auto* in =
      titles->add_subcommand("import", "Takes files in: only what is missing, never over what is there");
  in->add_option("files", args->files, "CSV, JSON or ZIP")->required()->type_name("FILE");
  in->add_flag("--preview", args->preview, "Tells what would come in, and changes nothing");
  in->callback([args, &action] { action = [args](Client& c) { return import(c, *args); }; });
  titles->add_subcommand("undo", "Takes the last import back")->callback([&action] { action = undo; });
  auto* out = titles->add_subcommand("export", "Writes everything as files of a service");
  out->add_option("format", args->format, "imdb, letterboxd, trakt, tmdb or yamtrack")->required();
  out->add_option("folder", args->folder, "Where to")->required();
  out->callback([args, &action] { action = [args](Client& c) { return exportTitles(c, *args); }; });
}

}  // namespace foyer::cli
