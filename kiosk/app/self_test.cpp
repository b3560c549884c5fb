// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/self_test.hpp"

#include <QDirIterator>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <cstdio>

#include "screen/kiosk_view.hpp"
#include "ui/ui.hpp"

namespace foyer::kiosk {
namespace {

struct Everything : EventSink {
  void commit(const SignedEvent&, std::function<void(Result<void>)> done) override { done({}); }
};

int gComplaints = 0;

void complain(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  ++gComplaints;
  std::fprintf(stderr, "%s\n", qPrintable(text));
}

}  // namespace

int selfTest() {
  const auto before = qInstallMessageHandler(complain);
  SystemClock clock;
  attendance::Gate gate;
  EventMaker maker({}, clock);
  Everything sink;
  Checkin checkin(gate, maker, sink, clock);
  KioskView view(checkin, maker, clock);
  QQmlEngine engine;
  ui::install(engine);
  int pages = 0;
  QDirIterator files(":/qt/qml/Foyer/Kiosk", {"*.qml"}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QQmlComponent component(&engine, QUrl("qrc" + files.next()));
    ++pages;
    if (component.isError() && !component.errorString().contains("singleton"))
      complain(QtCriticalMsg, {}, component.errorString());
  }
  QQuickView window(&engine, nullptr);
  window.setInitialProperties({{"kiosk", QVariant::fromValue(&view)}});
  window.resize(1080, 1920);
  window.setResizeMode(QQuickView::SizeRootObjectToView);
  window.setSource(QUrl("qrc:/qt/qml/Foyer/Kiosk/pages/KioskRoot.qml"));
  window.show();
  view.setEnrolled(true);
  view.setLoaded();
  checkin.openSearch();
  checkin.closeSearch();
  checkin.scanned("self test");
  window.grabWindow();
  qInstallMessageHandler(before);
  if (pages < 10) ++gComplaints, std::fputs("pages are missing\n", stderr);
  std::fprintf(stderr, "%d pages, %d complaints\n", pages, gComplaints);
  return gComplaints == 0 ? 0 : 1;
}

}  // namespace foyer::kiosk
