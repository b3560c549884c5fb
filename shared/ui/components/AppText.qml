// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Text in one of the type tokens. Wraps and never cuts, unless the page sets elide and maximumLineCount.
Text {
    property TypeToken token: Theme.body
    property bool strong: false

    color: Theme.ink
    font.family: token.family
    font.pixelSize: token.size
    font.weight: strong ? token.strongWeight : token.weight
    font.letterSpacing: token.spacing
    lineHeight: token.line
    lineHeightMode: Text.FixedHeight
    topPadding: token.nudge
    bottomPadding: -token.nudge
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    renderType: token.size > 60 ? Text.QtRendering : Text.NativeRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
