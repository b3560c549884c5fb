// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/error.hpp"

namespace foyer::qt {

/// What an error says, in the language of the app. Its English sentence is the key, with the numbers left
/// open; a sentence that nobody has translated is shown as it is. GUI thread.
QString wordsOf(const Error& error);

}  // namespace foyer::qt
