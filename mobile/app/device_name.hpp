// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foyer::mobile {

/// What this device is called where several are named: the name its owner gave it, or the word for what it
/// is. `smallerSide` is the screen's, in device-independent pixels.
QString deviceName(int smallerSide);

}  // namespace foyer::mobile
