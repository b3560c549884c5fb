// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The signed-in app: tabs below on a phone, a rail on a tablet, list and detail side by side where there is room.
FocusScope {
    id: shell

    readonly property bool wide: width >= 600
    readonly property bool twoPanes: width >= 1000
    property string shown: "home"       // page of the tab
    property var detailShown: null      // {page, values} in the right pane
    // Only what the account uses: photos once there is one, or an import.
    readonly property bool photographs: anyPhoto.count > 0 || Imports.phase !== ""
    readonly property var everyTab: [
        { page: "home", icon: "home", text: qsTr("Home") },
        { page: "films", icon: "clapperboard", text: qsTr("Films") },
        { page: "photos", icon: "images", text: qsTr("Photos") },
        { page: "families", icon: "users", text: qsTr("Family") },
        { page: "me", icon: "user-round", text: qsTr("Me"), badge: Sync.held }
    ]
    readonly property var tabs: everyTab.filter(tab => tab.page !== "photos" || photographs)
    readonly property int tab: Math.max(0, tabs.findIndex(tab => tab.page === shown))
    // Pages that come on top of the detail instead of taking the whole width.
    readonly property var besideDetail: ["familyList", "talentForm", "talentCode", "talentConsents", "tonight", "child"]
    readonly property var pages: ({
        "home": homePage, "films": filmsPage, "families": familiesPage, "me": mePage, "title": titlePage, "addTitle": addTitlePage,
        "family": familyPage, "familyList": familyListPage, "sync": syncPage, "attention": attentionPage, "conflict": conflictPage, "signIn": signInPage,
        "child": childPage, "tonight": tonightPage, "diary": diaryPage, "year": yearPage, "services": servicesPage,
        "history": historyPage, "trash": trashPage,
        "talents": talentsPage, "talent": talentPage, "talentForm": talentFormPage, "talentCode": talentCodePage, "talentConsents": consentPage,
        "photos": photosPage, "photo": photoPage, "import": importPage, "cull": cullPage, "albums": albumsPage, "album": albumPage
    })

    function choose(index: int) {
        shown = tabs[index].page
        detailShown = null
        stack.replace(null, pages[shown], {}, C.StackView.Immediate)
    }
    function showDetail(page: string, values: var) {
        detailShown = { page: page, values: values }
        if (twoPanes)
            side.replace(null, pages[page], values, C.StackView.Immediate)
        else
            stack.push(pages[page], values)
    }
    // The detail moves between the panes when the window grows or shrinks.
    onTwoPanesChanged: {
        if (detailShown === null)
            return
        if (twoPanes) {
            if (stack.depth > 1)
                stack.pop(null, C.StackView.Immediate)
            side.replace(null, pages[detailShown.page], detailShown.values, C.StackView.Immediate)
        } else {
            side.clear()
            stack.push(pages[detailShown.page], detailShown.values, C.StackView.Immediate)
        }
    }

    CollectionModel { id: anyPhoto; collection: "photos"; scope: Session.personScope; limit: 1 }
    Binding { target: Nav; property: "wide"; value: shell.wide }
    Binding { target: Nav; property: "twoPanes"; value: shell.twoPanes }
    Binding { target: Nav; property: "detailShown"; value: shell.detailShown !== null }
    Binding { target: Nav; property: "shownScope"; value: shell.detailShown !== null ? shell.detailShown.values.scope || "" : "" }
    Connections {
        target: Nav
        function onOpened(page: string, values: var) {
            if (shell.twoPanes && shell.detailShown !== null && shell.besideDetail.indexOf(page) >= 0)
                side.push(shell.pages[page], values)
            else
                stack.push(shell.pages[page], values)
        }
        function onDetail(page: string, values: var) { shell.showDetail(page, values) }
        function onBack() {
            if (side.visible && side.depth > 1)
                side.pop()
            else if (stack.depth > 1)
                stack.pop()
            else {
                shell.detailShown = null
                side.clear()
            }
        }
        function onSwap(page: string, values: var) {
            Nav.back()
            shell.showDetail(page, values)
        }
        function onHome() { shell.choose(0) }
    }
    // What could not be written is said, never dropped in silence.
    Connections {
        target: Records
        function onRefused(collection: string, id: string, field: string, message: string) { Undo.offer(message, null) }
    }
    Connections {
        target: Session
        function onSignedInNow() {
            shell.choose(0)
            if (Session.adopted > 0)
                Undo.offer(qsTr("%n entries made here before you signed in are in your account now.", "", Session.adopted), null)
        }
    }

    Component { id: homePage; HomePage {} }
    Component { id: filmsPage; WatchlistPage {} }
    Component { id: familiesPage; FamiliesPage {} }
    Component { id: mePage; MePage {} }
    Component { id: titlePage; TitlePage {} }
    Component { id: addTitlePage; AddTitlePage {} }
    Component { id: familyPage; FamilyPage {} }
    Component { id: familyListPage; FamilyListPage {} }
    Component { id: syncPage; SyncPage {} }
    Component { id: attentionPage; AttentionPage {} }
    Component { id: conflictPage; ConflictPage {} }
    Component { id: signInPage; SignInPage {} }
    Component { id: historyPage; HistoryPage {} }
    Component { id: trashPage; TrashPage {} }
    Component { id: childPage; ChildPage {} }
    Component { id: tonightPage; TonightPage {} }
    Component { id: diaryPage; DiaryPage {} }
    Component { id: yearPage; YearPage {} }
    Component { id: servicesPage; ServicesPage {} }
    Component { id: photosPage; PhotosPage {} }
    Component { id: photoPage; PhotoPage {} }
    Component { id: importPage; ImportPage {} }
    Component { id: cullPage; CullPage {} }
    Component { id: albumsPage; AlbumsPage {} }
    Component { id: albumPage; AlbumPage {} }
    Component { id: talentsPage; TalentsPage {} }
    Component { id: talentPage; TalentPage {} }
    Component { id: talentFormPage; TalentFormPage {} }
    Component { id: talentCodePage; TalentCodePage {} }
    Component { id: consentPage; ConsentPage {} }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    NavRail {
        id: rail

        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        visible: shell.wide
        width: visible ? implicitWidth : 0
        tabs: shell.tabs
        currentIndex: shell.tab
        onChosen: index => shell.choose(index)
        foot: SyncPill {
            stacked: true
            syncState: SyncWords.tone
            text: SyncWords.pill
            sentence: SyncWords.sentence
            onClicked: Nav.open("sync")
        }
    }
    PageStack {
        id: stack

        anchors { left: rail.right; top: parent.top; bottom: bar.top }
        width: side.visible ? 424 : parent.width - rail.width
        initialItem: homePage
        focus: true
    }
    Rectangle {
        anchors { left: stack.right; top: parent.top; bottom: parent.bottom }
        width: 1
        visible: side.visible
        color: Theme.line
    }
    PageStack {
        id: side

        anchors { left: stack.right; leftMargin: 1; right: parent.right; top: parent.top; bottom: parent.bottom }
        visible: shell.twoPanes && shell.detailShown !== null
    }
    AppTabBar {
        id: bar

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: !shell.wide
        height: visible ? implicitHeight : 0
        tabs: shell.tabs
        currentIndex: shell.tab
        onChosen: index => shell.choose(index)
    }
    Announcer {
        id: announcer

        Connections {
            target: Sync
            function onStateChanged() { announcer.politely(SyncWords.pill + ". " + SyncWords.sentence) }
        }
    }
    UndoBar {
        id: undo

        anchors { horizontalCenter: stack.horizontalCenter; bottom: bar.top; bottomMargin: Theme.space3 + 76 }
        width: Math.min(560, stack.width - 2 * Theme.marginCard)
        undoText: Undo.possible ? qsTr("Undo") : ""
        onUndone: Undo.run()
        onExpired: Undo.dismiss()
        Connections {
            target: Undo
            function onOffered() {
                undo.show(Undo.text)
                announcer.say(Undo.text)
            }
            function onActiveChanged() {
                if (!Undo.active)
                    undo.close()
            }
        }
    }
}
