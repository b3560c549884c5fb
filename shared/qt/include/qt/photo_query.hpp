// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>
#include <vector>

#include "qt/photo_days.hpp"
#include "store/reader.hpp"

namespace foyer::qt {

/// What a tile shows of a photo.
struct PhotoFace {
  QString title;
  QString mark;  ///< "", "wait", "held", "fork"
  QString pick;  ///< "none", "pick", "reject"
  QString place;
  QString taken;  ///< as the record says
  int rating = 0;
  bool favourite = false;
  QString pair;  ///< "RAW+J", "RAW" or nothing
};

/// Ids and days of what a filter lets through, newest first. On the reader thread.
std::vector<PhotoPlace> photosOf(store::Reader& reader, const Uuid& scope, const QVariantMap& filter);
std::vector<std::pair<Uuid, PhotoFace>> facesOf(store::Reader& reader, const Uuid& scope,
                                                const std::vector<Uuid>& ids);

}  // namespace foyer::qt
