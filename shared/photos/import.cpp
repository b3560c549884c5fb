// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/import.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "patches.hpp"
#include "photos/placer.hpp"
#include "schema/collections.hpp"
#include "session_record.hpp"
#include "store/reader.hpp"
#include "workers.hpp"

namespace foyer::photos {

using store::Edit;
using store::ImportFile;
using store::ImportMark;
using store::ImportState;

struct Import::Parts {
  Parts(store::Store& s, const Clock& c, const Uuid& scopeId, const Uuid& sessionId, const Options& options)
      : store(s),
        clock(c),
        imports(s),
        scope(scopeId),
        app(options.app),
        threads(options.workers > 0 ? options.workers
                                    : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))),
        workers(threads, options.wake) {
    progress.session = sessionId;
    auto opened = store::Reader::open(store.file());
    if (!opened) throw store::Failure(opened.error().message, opened.error().code == Code::damaged);
    reader = std::move(*opened);
  }

  const Uuid& session() const { return progress.session; }
  std::vector<Edit> recordEdits(std::string_view status);
  void takeUp();
  void scanned(Result<std::vector<Found>> found);
  void write(const std::vector<Finished>& batch);
  bool tryWrite(std::span<const Finished> batch, std::optional<Error>& refused);
  void feed();
  void stopFor(const Error& problem);
  bool rootsAreThere();
  void finishIfDone();
  void measure();

  store::Store& store;
  const Clock& clock;
  store::Imports imports;
  std::unique_ptr<store::Reader> reader;
  Uuid scope;
  std::string app;
  int threads;
  Progress progress;
  std::int64_t fed = 0;        ///< number of the last file that was given to the workers
  std::int64_t startedMs = 0;  ///< steady; and how many were done by then
  std::int64_t doneAtStart = 0;
  Workers workers;  ///< last: ended before anything it answers to
};

std::vector<Edit> Import::Parts::recordEdits(std::string_view status) {
  return {sessionEdit(store, scope, session(), progress.counts, status, clock.wallMs())};
}

void Import::Parts::takeUp() {
  workers.clear();
  fed = 0;
  startedMs = clock.steadyMs();
  progress.counts = imports.counts(session());
  doneAtStart = progress.counts.done();
  if (imports.listed(session())) {
    progress.phase = Phase::running;
    feed();
    finishIfDone();
  } else {
    progress.phase = Phase::scanning;
    workers.scan(imports.roots(session()).value());
  }
}

void Import::Parts::stopFor(const Error& problem) {
  workers.clear();
  progress.problem = problem;
  progress.phase = Phase::paused;
  // The record can wait when the disk refuses it; the list is what counts.
  static_cast<void>(imports.take(session(), {}, recordEdits("paused")));
}

void Import::Parts::scanned(Result<std::vector<Found>> found) {
  if (!found) return stopFor(found.error());
  std::vector<ImportFile> list;
  list.reserve(found->size());
  for (Found& file : *found)
    list.push_back({static_cast<std::int64_t>(list.size()) + 1,
                    std::move(file.path),
                    file.bytes,
                    ImportState::waiting,
                    {}});
  progress.counts = {};
  progress.counts.waiting = static_cast<std::int64_t>(list.size());
  if (const auto listed = imports.list(session(), list, recordEdits("running")); !listed)
    return stopFor(listed.error());
  progress.phase = Phase::running;
  startedMs = clock.steadyMs();
}

/// One transaction. False with `refused`: nothing of it was written.
bool Import::Parts::tryWrite(std::span<const Finished> batch, std::optional<Error>& refused) {
  Placer placer(store, *reader, occasionOf(store, scope, session(), clock.wallMs(), app));
  std::vector<ImportMark> marks;
  std::vector<Edit> edits;
  const store::ImportCounts before = progress.counts;
  for (const Finished& one : batch) {
    ImportMark mark = refused ? ImportMark{one.file.number, ImportState::damaged, *refused, {}, {}}
                              : placer.place(one.file, one.examined, edits);
    --progress.counts.waiting;
    if (mark.state == ImportState::taken) ++progress.counts.taken;
    if (mark.state == ImportState::known) ++progress.counts.known;
    if (mark.state == ImportState::damaged) ++progress.counts.damaged;
    marks.push_back(std::move(mark));
  }
  for (Edit& edit : recordEdits("running")) edits.push_back(std::move(edit));
  const Result<void> written = imports.take(session(), marks, edits);
  if (written) return true;
  progress.counts = before;
  refused = written.error();
  return false;
}

void Import::Parts::write(const std::vector<Finished>& batch) {
  if (batch.empty()) return;
  const bool gone = std::ranges::any_of(batch, [](const Finished& one) {
    return !one.examined && one.examined.error().code == Code::notFound;
  });
  if (gone && !rootsAreThere())
    return stopFor({Code::notFound, {}, "The folder or card is not there any more."});
  std::optional<Error> refused;
  if (tryWrite(batch, refused)) return;
  if (refused->code == Code::internal || refused->code == Code::damaged) return stopFor(*refused);
  // One record of the batch is not accepted: the others go in by themselves, that file is listed with why.
  for (const Finished& one : batch) {
    std::optional<Error> alone;
    if (!tryWrite({&one, 1}, alone) && !tryWrite({&one, 1}, alone)) return stopFor(*alone);
  }
}

bool Import::Parts::rootsAreThere() {
  const auto roots = imports.roots(session()).value();
  std::error_code ignored;
  return std::ranges::all_of(roots,
                             [&](const std::string& root) { return std::filesystem::exists(root, ignored); });
}

void Import::Parts::feed() {
  // Results come back in order, so a slow file holds up those behind it: enough in flight to bridge that.
  const std::size_t most = static_cast<std::size_t>(threads) * 16;
  if (progress.phase != Phase::running || workers.inFlight() > most / 2) return;
  const auto room = static_cast<std::int64_t>(most - workers.inFlight());
  for (ImportFile& file : imports.files(session(), ImportState::waiting, fed, room)) {
    fed = file.number;
    workers.examine(std::move(file));
  }
}

void Import::Parts::finishIfDone() {
  if (progress.phase != Phase::running || progress.counts.waiting > 0) return;
  progress.phase = Phase::done;
  progress.secondsLeft = 0;
  if (const auto kept = imports.take(session(), {}, recordEdits("done")); !kept) return stopFor(kept.error());
  if (progress.counts.damaged == 0) imports.forget(session());
}

void Import::Parts::measure() {
  const std::int64_t took = clock.steadyMs() - startedMs;
  const std::int64_t done = progress.counts.done() - doneAtStart;
  if (progress.phase == Phase::running && done >= 10 && took > 0)
    progress.secondsLeft = progress.counts.waiting * took / done / 1000 + 1;
}

Result<Uuid> Import::begin(store::Store& store, const Clock& clock, const ImportRequest& request) {
  if (request.roots.empty()) return {Code::badRequest, "Choose a folder or files."};
  std::vector<std::string> roots;
  for (const std::string& root : request.roots) {
    std::error_code failed;
    const auto whole = std::filesystem::canonical(root, failed);
    if (failed) return Error{Code::notFound, {}, "There is no such folder or file: " + cleanName(root)};
    roots.push_back(whole.string());
  }
  const Uuid session = Uuid::v7(clock.wallMs());
  const auto begun = store::Imports(store).begin(newSession(request, session, clock.wallMs()), roots);
  if (!begun) return begun.error();
  return session;
}

std::vector<Uuid> Import::unfinished(store::Store& store, const Uuid& scope) {
  std::vector<Uuid> out = store::Imports(store).sessions(scope);
  std::erase_if(out, [&](const Uuid& session) {
    const auto record = store.get(schema::collection("import_sessions"), scope, session);
    return !record || record->state != model::State::live || record->text("status") == "done";
  });
  return out;
}

Import::Import(store::Store& store, const Clock& clock, const Uuid& scope, const Uuid& session,
               Options options)
    : m_parts(std::make_unique<Parts>(store, clock, scope, session, options)) {
  if (!m_parts->imports.roots(session)) throw std::logic_error("this device does not import that session");
  const auto record = store.get(schema::collection("import_sessions"), scope, session);
  const std::string_view status = record ? record->text("status") : "";
  if (status == "paused" || status == "done") {
    m_parts->progress.counts = m_parts->imports.counts(session);
    m_parts->progress.phase = status == "done" ? Phase::done : Phase::paused;
  } else {
    m_parts->takeUp();
  }
}

Import::~Import() = default;

const Import::Progress& Import::progress() const { return m_parts->progress; }

void Import::step() {
  Parts& p = *m_parts;
  if (p.progress.phase == Phase::scanning) {
    if (auto found = p.workers.scanned()) p.scanned(std::move(*found));
  }
  if (p.progress.phase != Phase::running) return;
  p.write(p.workers.finished());
  p.feed();
  p.measure();
  p.finishIfDone();
}

void Import::pause() {
  Parts& p = *m_parts;
  if (p.progress.phase == Phase::done || p.progress.phase == Phase::paused) return;
  p.workers.clear();
  p.progress.phase = Phase::paused;
  p.progress.secondsLeft = -1;
  if (const auto kept = p.imports.take(p.session(), {}, p.recordEdits("paused")); !kept)
    p.progress.problem = kept.error();
}

void Import::resume() {
  Parts& p = *m_parts;
  if (p.progress.phase != Phase::paused) return;
  p.progress.problem.reset();
  if (const auto kept = p.imports.take(p.session(), {}, p.recordEdits("running")); !kept)
    return p.stopFor(kept.error());
  p.takeUp();
}

void Import::cancel() {
  Parts& p = *m_parts;
  if (p.progress.phase == Phase::done) return;
  p.workers.clear();
  p.progress.counts.waiting = 0;
  if (const auto kept = p.imports.dropWaiting(p.session(), p.recordEdits("done")); !kept) {
    p.progress.counts = p.imports.counts(p.session());
    return p.stopFor(kept.error());
  }
  p.progress.phase = Phase::done;
  p.progress.problem.reset();
}

void Import::retryDamaged() {
  Parts& p = *m_parts;
  if (p.progress.counts.damaged == 0) return;
  p.progress.counts.waiting += std::exchange(p.progress.counts.damaged, 0);
  if (const auto kept = p.imports.retryDamaged(p.session(), p.recordEdits("running")); !kept)
    return p.stopFor(kept.error());
  p.progress.problem.reset();
  p.takeUp();
}

}  // namespace foyer::photos
