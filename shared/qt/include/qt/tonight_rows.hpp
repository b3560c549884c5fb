// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <string>
#include <vector>

#include "store/reader.hpp"
#include "tonight/tally.hpp"

namespace foyer::qt {

/// A title of the list, for the vote and for the screen.
struct TonightFilm {
  tonight::Candidate candidate;
  QVariantMap facts;  ///< titleId, title, year, minutes, genres, addedBy
};
/// What the database holds of one evening: rows that several tablets began count together.
struct TonightRows {
  std::vector<TonightFilm> films;
  tonight::Ballots ballots;
};
TonightRows tonightRows(store::Reader& reader, const Uuid& scope, const Uuid& list,
                        const std::string& evening);

/// Keeps the votes in the row that this account began, or begins one.
Result<void> keepTonight(store::Store& store, const Uuid& scope, const Uuid& list, const std::string& evening,
                         const Uuid& account, const tonight::Ballots& ballots);

}  // namespace foyer::qt
