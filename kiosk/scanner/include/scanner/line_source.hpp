// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <istream>
#include <memory>

namespace foyer::kiosk {

/// Codes from a stream, one per line, read on a thread of its own because reading blocks. Line ends of any
/// kind are cut off, nothing else is. Signals come on the thread this object lives on. The stream has to
/// outlive the program's use of it: a reader that waits in it is left behind when the source goes away.
class LineSource : public QObject {
  Q_OBJECT

 public:
  static constexpr std::size_t kLongestLine = 4'096;  ///< the rest of longer lines is dropped

  explicit LineSource(std::istream& stream, QObject* parent = nullptr);
  ~LineSource() override;
  void start();

 signals:
  void line(const QString& text);
  void finished();

 private:
  struct Listener;
  std::istream& m_stream;
  std::shared_ptr<Listener> m_listener;
};

}  // namespace foyer::kiosk
