// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQmlEngine;

namespace foyer::ui {

/// Makes `import Foyer.Ui` work in an engine: import path, image providers, fonts and the language.
/// Call it once per engine, after the QGuiApplication and before loading QML. The engine owns the providers.
void install(QQmlEngine& engine);

/// Loads the bundled font cuts. Done by install(); programs that paint without an engine call it themselves.
void loadFonts();

}  // namespace foyer::ui
