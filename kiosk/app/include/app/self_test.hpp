// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foyer::kiosk {

/// Loads every page of the kiosk and shows each stage once. 0 when nothing complained, else 1 with the
/// complaints on standard error. Needs a QGuiApplication.
int selfTest();

}  // namespace foyer::kiosk
