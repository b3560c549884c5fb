// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One purpose: what it says, until when, who signs, and the act itself. Each act is a fact that is added, never changed.
Sheet {
    id: sheet

    property string scope
    property string talentId
    property var standing: ({})
    property string signer
    property string purpose
    property int until: 1
    readonly property var days: [90, 365, 0]
    readonly property bool given: standing[purpose] ? standing[purpose].state === "given" : false

    title: ConsentWords.title(purpose)

    function show(forPurpose: string) {
        purpose = forPurpose
        until = 1
        name.text = signer
        open()
    }
    function act(what: string) {
        const fact = { subject_id: talentId, purpose: purpose, act: what, text_version: ConsentWords.version,
                       text_sha256: Talent.textHash(ConsentWords.text(purpose)), acted_at: Talent.now(), signed_by: name.text.trim() }
        if (what === "given" && days[until] > 0)
            fact.expires_on = Talent.dayIn(days[until])
        Records.create("consents", scope, fact)
        close()
    }

    AppText { width: parent.width; text: ConsentWords.text(sheet.purpose) }
    AppText { width: parent.width; text: ConsentWords.line(sheet.standing[sheet.purpose]); token: Theme.meta; color: Theme.ink2 }
    Segment {
        width: parent.width
        visible: !sheet.given
        name: qsTr("Until when")
        options: [qsTr("3 months"), qsTr("1 year"), qsTr("No end")]
        currentIndex: sheet.until
        onActivated: index => sheet.until = index
    }
    Field { id: name; width: parent.width; label: qsTr("Signed by"); maximumLength: 200 }
    AppButton {
        width: parent.width
        visible: !sheet.given
        kind: AppButton.Primary
        iconName: "check"
        text: qsTr("I agree")
        enabled: name.text.trim() !== ""
        whyDisabled: qsTr("Sign with your name.")
        onClicked: sheet.act("given")
    }
    AppButton {
        width: parent.width
        visible: sheet.given
        iconName: "undo-2"
        text: qsTr("Take it back")
        onClicked: sheet.act("withdrawn")
    }
}
