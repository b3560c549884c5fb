// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Drawn posters and faces.
GalleryPage {
    Exhibit {
        caption: "Posters by hash of the id; marks and ratings"
        gap: 16

        Repeater {
            model: ["Paris, Texas", "Stalker", "Cléo de 5 à 7", "Beau Travail", "Yi Yi", "La Jetée", "Playtime", "Le Havre", "In the Mood for Love",
                "Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles", "Tokyo Story", "The Gleaners and I", "Sans Soleil", "Bande à part", "L’Atalante",
                "Close-Up", "The Spirit of the Beehive", "Daisies", "Ran", "Touki Bouki", "Wanda", "The Human Condition", "Zama", "Petite Maman"]

            PosterTile {
                required property int index
                required property string modelData

                width: 134
                titleId: "title-" + index
                title: modelData
                meta: String(1960 + index * 2)
                syncState: ["", "wait", "", "fork", "", "held"][index % 6]
                stateText: ["", "À envoyer", "", "Deux versions", "", "À corriger"][index % 6]
                rating: index % 4 === 0 ? 10 + index * 4 - (index * 4) % 10 : 0
                selected: index === 1
            }
        }
    }
    Exhibit {
        caption: "Faces"

        Repeater {
            model: ["Maya Morel", "Tom", "Lise", "Noé", "Inès Carpentier", "Bilal Haddad", "Chloé Vasseur", "Oscar Nunes", "Sacha Roy", "Aya Diallo"]

            Face { required property string modelData; name: modelData; size: 56 }
        }
        Face { name: "Inès Carpentier"; size: 96; corner: 16 }
    }
    Exhibit {
        caption: "QR"

        Image { sourceSize { width: 260; height: 260 } source: "image://qr/" + encodeURIComponent("FOYER:FRF0042PAR:IEKMHSGSKRMGTOBZUH2W43KE") }
    }
}
