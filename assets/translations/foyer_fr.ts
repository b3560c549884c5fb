<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddTitlePage</name>
    <message>
        <source>%1 is on your list</source>
        <translation>%1 est dans ta liste</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
    <message>
        <source>Title, original title or person</source>
        <translation>Titre, titre original ou personne</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>Chercher un titre</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>Ajouter «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>A title of your own, in no catalogue</source>
        <translation>Un titre à toi, absent du catalogue</translation>
    </message>
    <message>
        <source>No title on this device matches. You can add it by its name.</source>
        <translation>Aucun titre de cet appareil ne correspond. Tu peux l’ajouter par son nom.</translation>
    </message>
    <message>
        <source>One of your own titles</source>
        <translation>Un de vos titres à vous</translation>
    </message>
</context>
<context>
    <name>AlbumPage</name>
    <message numerus="yes">
        <source>%n photos taken out of the album</source>
        <translation>
            <numerusform>%n photo retirée de l’album</numerusform>
            <numerusform>%n photos retirées de l’album</numerusform>
        </translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message numerus="yes">
        <source>Take %n photos out</source>
        <translation>
            <numerusform>Retirer %n photo</numerusform>
            <numerusform>Retirer %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this album yet</source>
        <translation>Rien encore dans cet album</translation>
    </message>
    <message>
        <source>Choose photos in the library, then put them in.</source>
        <translation>Choisissez des photos dans la photothèque, puis mettez-les ici.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choisir des photos</translation>
    </message>
    <message>
        <source>Delete the album</source>
        <translation>Supprimer l’album</translation>
    </message>
    <message>
        <source>Album deleted, its photos stay.</source>
        <translation>Album supprimé, ses photos restent.</translation>
    </message>
</context>
<context>
    <name>AlbumsPage</name>
    <message>
        <source>Albums</source>
        <translation>Albums</translation>
    </message>
    <message>
        <source>No album yet</source>
        <translation>Pas encore d’album</translation>
    </message>
    <message>
        <source>Make one, then choose photos in the library and put them in.</source>
        <translation>Créez-en un, puis choisissez des photos dans la photothèque et mettez-les dedans.</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Nouvel album</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Make the album</source>
        <translation>Créer l’album</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AppTabBar</name>
    <message>
        <source>Main pages</source>
        <translation>Pages principales</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n changes wait behind it.</source>
        <translation>
            <numerusform>%n changement attend derrière.</numerusform>
            <numerusform>%n changements attendent derrière.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>When the server can&apos;t accept a change, it waits here with the reason.</source>
        <translation>Quand le serveur ne peut pas accepter un changement, il attend ici avec la raison.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>The change to %1 is given up</source>
        <translation>Le changement de «&#x202f;%1&#x202f;» est abandonné</translation>
    </message>
    <message>
        <source>The change and what waits behind it, to copy</source>
        <translation>Le changement et ce qui attend derrière lui, à copier</translation>
    </message>
</context>
<context>
    <name>BadgePicture</name>
    <message>
        <source>A badge in front of the camera</source>
        <translation>Un badge devant la caméra</translation>
    </message>
</context>
<context>
    <name>BatchSheet</name>
    <message numerus="yes">
        <source>Edit %n photos</source>
        <translation>
            <numerusform>Modifier %n photo</numerusform>
            <numerusform>Modifier %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>They were like that already.</source>
        <translation>Elles étaient déjà ainsi.</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message numerus="yes">
        <source>%n photos rated</source>
        <translation>
            <numerusform>%n photo notée</numerusform>
            <numerusform>%n photos notées</numerusform>
        </translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Gardée</translation>
    </message>
    <message numerus="yes">
        <source>%n photos picked</source>
        <translation>
            <numerusform>%n photo gardée</numerusform>
            <numerusform>%n photos gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Écartée</translation>
    </message>
    <message numerus="yes">
        <source>%n photos rejected</source>
        <translation>
            <numerusform>%n photo écartée</numerusform>
            <numerusform>%n photos écartées</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark, no stars</source>
        <translation>Sans marque ni étoile</translation>
    </message>
    <message numerus="yes">
        <source>%n photos without marks</source>
        <translation>
            <numerusform>%n photo sans marque</numerusform>
            <numerusform>%n photos sans marque</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Type a tag first.</source>
        <translation>Écrivez d’abord un mot-clé.</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Ajouter le mot-clé</translation>
    </message>
    <message numerus="yes">
        <source>%n photos tagged</source>
        <translation>
            <numerusform>%n photo avec le mot-clé</numerusform>
            <numerusform>%n photos avec le mot-clé</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>L’enlever</translation>
    </message>
    <message numerus="yes">
        <source>%n photos without the tag</source>
        <translation>
            <numerusform>%n photo sans le mot-clé</numerusform>
            <numerusform>%n photos sans le mot-clé</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message numerus="yes">
        <source>%n photos titled</source>
        <translation>
            <numerusform>%n photo avec ce titre</numerusform>
            <numerusform>%n photos avec ce titre</numerusform>
        </translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Type a title or a description first.</source>
        <translation>Écrivez d’abord un titre ou une description.</translation>
    </message>
    <message>
        <source>Write them on all</source>
        <translation>Les écrire sur toutes</translation>
    </message>
    <message numerus="yes">
        <source>%n photos described</source>
        <translation>
            <numerusform>%n photo décrite</numerusform>
            <numerusform>%n photos décrites</numerusform>
        </translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message numerus="yes">
        <source>%n photos signed</source>
        <translation>
            <numerusform>%n photo signée</numerusform>
            <numerusform>%n photos signées</numerusform>
        </translation>
    </message>
    <message>
        <source>Put into an album</source>
        <translation>Mettre dans un album</translation>
    </message>
    <message numerus="yes">
        <source>%n photos put into the album</source>
        <translation>
            <numerusform>%n photo mise dans l’album</numerusform>
            <numerusform>%n photos mises dans l’album</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n photos</source>
        <translation>
            <numerusform>Supprimer %n photo</numerusform>
            <numerusform>Supprimer %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos deleted. Recoverable for 30 days.</source>
        <translation>
            <numerusform>%n photo supprimée. Récupérable 30&#x202f;jours.</numerusform>
            <numerusform>%n photos supprimées. Récupérables 30&#x202f;jours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>Le serveur n’est pas joignable.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Le serveur ne répond pas.</translation>
    </message>
    <message>
        <source>The server has too much to do right now.</source>
        <translation>Le serveur a trop à faire en ce moment.</translation>
    </message>
    <message>
        <source>This device asked too often; the server wants a pause.</source>
        <translation>Cet appareil a demandé trop souvent&#x202f;; le serveur veut une pause.</translation>
    </message>
    <message>
        <source>The server refuses this account for a while.</source>
        <translation>Le serveur refuse ce compte pour un moment.</translation>
    </message>
    <message>
        <source>The sign-in is no longer valid. Sign in again; everything stays here.</source>
        <translation>La connexion n’est plus valable. Reconnectez-vous&#x202f;; tout reste ici.</translation>
    </message>
    <message>
        <source>The server does not let this account in here any more.</source>
        <translation>Le serveur ne laisse plus entrer ce compte ici.</translation>
    </message>
    <message>
        <source>The server does not know this space any more.</source>
        <translation>Le serveur ne connaît plus cet espace.</translation>
    </message>
    <message>
        <source>This version of Foyer is too old for the server. Update it; everything stays here.</source>
        <translation>Cette version de Foyer est trop ancienne pour le serveur. Mettez-la à jour&#x202f;; tout reste ici.</translation>
    </message>
    <message>
        <source>The server is older than this version of Foyer. What you write is kept here.</source>
        <translation>Le serveur est plus ancien que cette version de Foyer. Ce que vous écrivez est gardé ici.</translation>
    </message>
    <message>
        <source>What is stored here differs from the server. It is read again.</source>
        <translation>Ce qui est gardé ici diffère du serveur. C’est relu.</translation>
    </message>
    <message>
        <source>The space is full. What you write is kept here.</source>
        <translation>L’espace est plein. Ce que vous écrivez est gardé ici.</translation>
    </message>
    <message>
        <source>A change is too large for the server. It is kept here.</source>
        <translation>Un changement est trop grand pour le serveur. Il est gardé ici.</translation>
    </message>
    <message>
        <source>The server has lost something that this device still has. It is sent again.</source>
        <translation>Le serveur a perdu quelque chose que cet appareil a encore. C’est renvoyé.</translation>
    </message>
    <message>
        <source>Another device uses the identity of this one. What you write is kept here.</source>
        <translation>Un autre appareil utilise l’identité de celui-ci. Ce que vous écrivez est gardé ici.</translation>
    </message>
    <message>
        <source>The server had a problem of its own. It is tried again.</source>
        <translation>Le serveur a eu un problème à lui. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>Something unexpected happened (%1). It is tried again.</source>
        <translation>Quelque chose d’inattendu s’est produit (%1). Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The address of the server can&apos;t be used. Sign in again with the right one; everything stays here.</source>
        <translation>L’adresse du serveur n’est pas utilisable. Reconnectez-vous avec la bonne&#x202f;; tout reste ici.</translation>
    </message>
</context>
<context>
    <name>ChildPage</name>
    <message numerus="yes">
        <source>%n titles are for older people, or nobody knows their age. They are not shown here.</source>
        <translation>
            <numerusform>%n titre est pour plus grands, ou personne ne connaît son âge. Il n’est pas montré ici.</numerusform>
            <numerusform>%n titres sont pour plus grands, ou personne ne connaît leur âge. Ils ne sont pas montrés ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to watch yet</source>
        <translation>Rien à voir pour l’instant</translation>
    </message>
    <message>
        <source>Add a first title, even offline.</source>
        <translation>Ajoute un premier titre, même hors ligne.</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation>Changer le profil</translation>
    </message>
</context>
<context>
    <name>ChildSheet</name>
    <message>
        <source>A child&apos;s profile</source>
        <translation>Le profil d’un enfant</translation>
    </message>
    <message>
        <source>Has no sign-in of its own: the family&apos;s grown-ups look after it.</source>
        <translation>N’a pas de compte à lui&#x202f;: les grands de la famille s’en occupent.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Shows titles up to the age of</source>
        <translation>Montre les titres jusqu’à l’âge de</translation>
    </message>
    <message>
        <source>Titles for older people, and those whose age nobody knows, stay hidden.</source>
        <translation>Les titres pour plus grands, et ceux dont personne ne connaît l’âge, restent cachés.</translation>
    </message>
    <message>
        <source>years</source>
        <translation>ans</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Année de naissance</translation>
    </message>
    <message>
        <source>Remove this profile</source>
        <translation>Retirer ce profil</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 a été retiré</translation>
    </message>
</context>
<context>
    <name>ChildTitleRow</name>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>En cours</translation>
    </message>
</context>
<context>
    <name>Children</name>
    <message>
        <source>Children</source>
        <translation>Enfants</translation>
    </message>
    <message>
        <source>up to the age of %1</source>
        <translation>jusqu’à %1 ans</translation>
    </message>
    <message>
        <source>no limit of age yet</source>
        <translation>pas encore de limite d’âge</translation>
    </message>
    <message>
        <source>Add a child</source>
        <translation>Ajouter un enfant</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>CodeMark</name>
    <message>
        <source>Provisional code %1</source>
        <translation>Code provisoire %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Provisional code. The final one comes with the network.</source>
        <translation>Code provisoire. Le définitif arrive avec le réseau.</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>One version of everything</source>
        <translation>Une seule version de tout</translation>
    </message>
    <message>
        <source>When two people write at the same time, both versions wait here.</source>
        <translation>Quand deux personnes écrivent en même temps, les deux versions attendent ici.</translation>
    </message>
    <message>
        <source>Written on two devices that could not see each other. The newer one is kept, the other one stays here.</source>
        <translation>Écrit sur deux appareils qui ne se voyaient pas. La version la plus récente est gardée, l’autre reste ici.</translation>
    </message>
    <message>
        <source>One device deleted this while another one edited it. It is still here.</source>
        <translation>Un appareil l’a supprimé pendant qu’un autre le modifiait. C’est toujours là.</translation>
    </message>
    <message>
        <source>This was deleted while another device edited it. The edit brought it back.</source>
        <translation>Supprimé pendant qu’un autre appareil le modifiait. La modification l’a fait revenir.</translation>
    </message>
    <message>
        <source>The other version is taken</source>
        <translation>L’autre version est reprise</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Both texts are kept</source>
        <translation>Les deux textes sont gardés</translation>
    </message>
    <message>
        <source>It is fine so</source>
        <translation>C’est bien ainsi</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Laissé tel quel</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Consents</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>A guardian decides for a child. Everything can be taken back at any time.</source>
        <translation>Un responsable décide pour un enfant. Tout peut être repris à tout moment.</translation>
    </message>
    <message>
        <source>You decide, one by one. Everything can be taken back at any time, also without a network.</source>
        <translation>Vous décidez, un par un. Tout peut être repris à tout moment, même sans réseau.</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>J’accepte</translation>
    </message>
    <message>
        <source>Sign with your name.</source>
        <translation>Signez de votre nom.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Le reprendre</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>My contact card</source>
        <translation>Ma fiche de contact</translation>
    </message>
    <message>
        <source>My contact card may be passed on: name, phone, e-mail, city and networks.</source>
        <translation>Ma fiche de contact peut être transmise&#x202f;: nom, téléphone, e-mail, ville et réseaux.</translation>
    </message>
    <message>
        <source>Casting</source>
        <translation>Casting</translation>
    </message>
    <message>
        <source>Casting people may find this profile, see the sections made visible, and have its comp card.</source>
        <translation>Le casting peut trouver ce profil, voir les sections rendues visibles et avoir sa fiche de présentation.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>The photos may stand on the comp card and be shown in casting.</source>
        <translation>Les photos peuvent figurer sur la fiche de présentation et être montrées au casting.</translation>
    </message>
    <message>
        <source>Public page</source>
        <translation>Page publique</translation>
    </message>
    <message>
        <source>Whoever has the code may see a page with the visible sections. It never shows contact data or the date of birth.</source>
        <translation>Qui a le code peut voir une page avec les sections visibles. Elle ne montre jamais les coordonnées ni la date de naissance.</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>Arrivals and departures at shoots may be recorded and passed on to the production.</source>
        <translation>Les arrivées et départs sur les tournages peuvent être notés et transmis à la production.</translation>
    </message>
    <message>
        <source>Face at the gate</source>
        <translation>Visage à l’entrée</translation>
    </message>
    <message>
        <source>The portrait may be shown to those who work at a shoot&apos;s gate.</source>
        <translation>Le portrait peut être montré à ceux qui travaillent à l’entrée d’un tournage.</translation>
    </message>
    <message>
        <source>A child&apos;s profile</source>
        <translation>Le profil d’un enfant</translation>
    </message>
    <message>
        <source>As the guardian I agree that this child&apos;s profile is kept, and shown as the other consents say.</source>
        <translation>En tant que responsable, j’accepte que le profil de cet enfant soit tenu, et montré comme le disent les autres accords.</translation>
    </message>
    <message>
        <source>Given until %1</source>
        <translation>Donné jusqu’au %1</translation>
    </message>
    <message>
        <source>Given, with no end</source>
        <translation>Donné, sans fin</translation>
    </message>
    <message>
        <source>Ended on %1</source>
        <translation>Terminé le %1</translation>
    </message>
    <message>
        <source>Taken back on %1</source>
        <translation>Repris le %1</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Pas donné</translation>
    </message>
</context>
<context>
    <name>CreditSheet</name>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Film, advert …</source>
        <translation>Film, publicité…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>Réalisation</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Société</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adresse web</translation>
    </message>
    <message>
        <source>Remove this production</source>
        <translation>Retirer cette production</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 est retiré</translation>
    </message>
</context>
<context>
    <name>CullPage</name>
    <message>
        <source>Cull</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Nothing to cull</source>
        <translation>Rien à trier</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Photo précédente</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>2025-06-12</source>
        <translation>2025-06-12</translation>
    </message>
    <message>
        <source>Year, month and day, for example 2025-06-12.</source>
        <translation>Année, mois et jour, par exemple 2025-06-12.</translation>
    </message>
</context>
<context>
    <name>DecidePanel</name>
    <message>
        <source>Supervisor&apos;s PIN</source>
        <translation>PIN du superviseur</translation>
    </message>
    <message>
        <source>Leave it recorded</source>
        <translation>Laisser noté</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>DiaryPage</name>
    <message>
        <source>Diary</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing in the diary yet</source>
        <translation>Encore rien dans le journal</translation>
    </message>
    <message>
        <source>Open a title and note that you have seen it. Each viewing stays, also the second and the third.</source>
        <translation>Ouvrez un titre et notez que vous l’avez vu. Chaque séance reste, la deuxième et la troisième aussi.</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>The server can&apos;t be reached. Check the address and the network.</source>
        <translation>Le serveur est injoignable. Vérifiez l’adresse et le réseau.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again.</source>
        <translation>Le serveur ne répond pas. Réessayez.</translation>
    </message>
    <message>
        <source>This token is used up or too old. Ask for a new one.</source>
        <translation>Ce code a déjà servi ou est trop ancien. Demandez-en un autre.</translation>
    </message>
    <message>
        <source>This token is not known. Check each character.</source>
        <translation>Ce code est inconnu. Vérifiez chaque caractère.</translation>
    </message>
    <message>
        <source>This token may not enrol a kiosk.</source>
        <translation>Ce code ne permet pas d’enregistrer une borne.</translation>
    </message>
    <message>
        <source>Too many tries. Wait some minutes.</source>
        <translation>Trop d’essais. Attendez quelques minutes.</translation>
    </message>
    <message>
        <source>This address is not allowed: it must begin with https.</source>
        <translation>Cette adresse n’est pas permise&#x202f;: elle doit commencer par https.</translation>
    </message>
    <message>
        <source>The server refused. Ask for a new token.</source>
        <translation>Le serveur a refusé. Demandez un nouveau code.</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>A new kiosk</source>
        <translation>Une nouvelle borne</translation>
    </message>
    <message>
        <source>Show the enrolment code to the camera, or type what the coordinator gave you. This needs the network, once.</source>
        <translation>Montrez le code d’enregistrement à la caméra, ou tapez ce que la coordination vous a donné. Il faut le réseau, une fois.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Enrolment token</source>
        <translation>Code d’enregistrement</translation>
    </message>
    <message>
        <source>Enrol this kiosk</source>
        <translation>Enregistrer cette borne</translation>
    </message>
    <message>
        <source>Enrolling</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>EpisodeProgress</name>
    <message>
        <source>Season %1, episode %2 seen</source>
        <translation>Saison %1, épisode %2 vu</translation>
    </message>
    <message>
        <source>No episode seen yet</source>
        <translation>Aucun épisode vu</translation>
    </message>
    <message>
        <source>Episode %1 seen</source>
        <translation>Épisode %1 vu</translation>
    </message>
    <message>
        <source>Season %1 begun</source>
        <translation>Saison %1 commencée</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>This must be filled in.</source>
        <translation>Ce champ doit être rempli.</translation>
    </message>
    <message>
        <source>At most %1 characters fit; these are %2.</source>
        <translation>%1 caractères au plus&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>At least %1 characters are needed.</source>
        <translation>Il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>An entry has at most %1 characters.</source>
        <translation>Un élément a au plus %1 caractères.</translation>
    </message>
    <message>
        <source>At most %1 entries fit.</source>
        <translation>%1 éléments au plus.</translation>
    </message>
    <message>
        <source>At most %1 bytes fit.</source>
        <translation>%1 octets au plus.</translation>
    </message>
    <message>
        <source>This must lie between %1 and %2.</source>
        <translation>La valeur doit être entre %1 et %2.</translation>
    </message>
    <message>
        <source>An empty entry is not allowed.</source>
        <translation>Un élément ne peut pas être vide.</translation>
    </message>
    <message>
        <source>This is not readable text (UTF-%1).</source>
        <translation>Ce texte n’est pas lisible (UTF-%1).</translation>
    </message>
    <message>
        <source>Control characters are not allowed, except tab and new line.</source>
        <translation>Les caractères de contrôle ne sont pas admis, sauf tabulation et saut de ligne.</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>Cette fiche n’existe plus.</translation>
    </message>
    <message>
        <source>This record is there already.</source>
        <translation>Cette fiche existe déjà.</translation>
    </message>
    <message>
        <source>Only a deleted record can be restored.</source>
        <translation>Seule une fiche supprimée peut être rétablie.</translation>
    </message>
    <message>
        <source>Somebody has settled this already.</source>
        <translation>Quelqu’un l’a déjà réglé.</translation>
    </message>
    <message>
        <source>This item does not wait for attention any more.</source>
        <translation>Cet élément n’attend plus d’être corrigé.</translation>
    </message>
    <message>
        <source>The record was deleted for good; create it again from your copy.</source>
        <translation>La fiche a été supprimée pour de bon&#x202f;; recréez-la à partir de votre copie.</translation>
    </message>
    <message>
        <source>You are no longer a member there. This is what you had typed and nobody has received.</source>
        <translation>Vous n’en êtes plus membre. Voici ce que vous aviez écrit et que personne n’a reçu.</translation>
    </message>
    <message>
        <source>You are not a member there any more. The item can be exported or discarded.</source>
        <translation>Vous n’en êtes plus membre. L’élément peut être exporté ou abandonné.</translation>
    </message>
    <message>
        <source>The server does not know this any more. Send it again, export it or discard it.</source>
        <translation>Le serveur ne le connaît plus. Renvoyez-le, exportez-le ou abandonnez-le.</translation>
    </message>
    <message>
        <source>The data of this device can&apos;t be read. It is repaired at the next start.</source>
        <translation>Les données de cet appareil ne sont pas lisibles. Elles seront réparées au prochain démarrage.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Le fichier n’est plus là.</translation>
    </message>
    <message>
        <source>This file may not be read.</source>
        <translation>Ce fichier n’a pas le droit d’être lu.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>Le fichier dépasse %1&#x202f;Mo.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read to its end.</source>
        <translation>Le fichier ne peut pas être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>The file got shorter while it was read.</source>
        <translation>Le fichier a raccourci pendant la lecture.</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Le fichier a changé pendant la lecture.</translation>
    </message>
    <message>
        <source>This is not a picture of a kind that is known here.</source>
        <translation>Ce n’est pas une image d’un type connu ici.</translation>
    </message>
    <message>
        <source>The picture can&apos;t be read.</source>
        <translation>L’image ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The picture is damaged or cut off.</source>
        <translation>L’image est abîmée ou coupée.</translation>
    </message>
    <message>
        <source>The picture&apos;s header can&apos;t be read.</source>
        <translation>L’en-tête de l’image ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The picture has more than %1 megapixels.</source>
        <translation>L’image a plus de %1&#x202f;mégapixels.</translation>
    </message>
    <message>
        <source>This RAW file has no preview inside that can be read here.</source>
        <translation>Ce fichier RAW ne contient pas d’aperçu lisible ici.</translation>
    </message>
    <message>
        <source>The folder or card is not there any more.</source>
        <translation>Le dossier ou la carte n’est plus là.</translation>
    </message>
    <message>
        <source>Another import is not finished yet.</source>
        <translation>Un autre import n’est pas encore terminé.</translation>
    </message>
    <message>
        <source>Choose a folder or files.</source>
        <translation>Choisissez un dossier ou des fichiers.</translation>
    </message>
    <message>
        <source>This file has no preview of its own.</source>
        <translation>Ce fichier n’a pas d’aperçu à lui.</translation>
    </message>
    <message>
        <source>This file shows exactly the same picture.</source>
        <translation>Ce fichier montre exactement la même image.</translation>
    </message>
</context>
<context>
    <name>FamiliesPage</name>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>No family yet</source>
        <translation>Pas encore de famille</translation>
    </message>
    <message>
        <source>Found one now, even offline, or join with an invitation.</source>
        <translation>Fonde-la maintenant, même sans réseau, ou rejoins-en une avec une invitation.</translation>
    </message>
    <message>
        <source>Found a family</source>
        <translation>Fonder une famille</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>J’ai une invitation</translation>
    </message>
    <message>
        <source>Name of the family</source>
        <translation>Nom de la famille</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Fonder</translation>
    </message>
    <message>
        <source>Join a family</source>
        <translation>Rejoindre une famille</translation>
    </message>
    <message>
        <source>Joining needs the network, once.</source>
        <translation>Rejoindre demande le réseau, une fois.</translation>
    </message>
    <message>
        <source>Code of the invitation</source>
        <translation>Code de l’invitation</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>No network. Try again when it is back.</source>
        <translation>Pas de réseau. Réessayez quand il revient.</translation>
    </message>
</context>
<context>
    <name>FamilyListPage</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 seen</source>
        <translation>%1 · %2 vus sur %3</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>An empty list</source>
        <translation>Une liste vide</translation>
    </message>
    <message>
        <source>Add a first title, even offline.</source>
        <translation>Ajoutez un premier titre, même sans réseau.</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Ce soir</translation>
    </message>
</context>
<context>
    <name>FamilyOpinions</name>
    <message>
        <source>Ratings in %1</source>
        <translation>Les notes de %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on average, %n ratings</source>
        <translation>
            <numerusform>%1 en moyenne, %n note</numerusform>
            <numerusform>%1 en moyenne, %n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Share what I think of it</source>
        <translation>Partager ce que j’en pense</translation>
    </message>
</context>
<context>
    <name>FamilyPage</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>Shared lists</source>
        <translation>Listes partagées</translation>
    </message>
    <message>
        <source>No list yet</source>
        <translation>Pas encore de liste</translation>
    </message>
    <message>
        <source>Everybody in the family adds to it, even offline.</source>
        <translation>Toute la famille y ajoute des titres, même sans réseau.</translation>
    </message>
    <message>
        <source>Start a list</source>
        <translation>Créer une liste</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Only you so far. The family is on this device and goes out when the network is back.</source>
        <translation>Toi seul pour l’instant. La famille est sur cet appareil et part dès que le réseau revient.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Inviter quelqu’un</translation>
    </message>
    <message>
        <source>Inviting needs the network.</source>
        <translation>Inviter demande le réseau.</translation>
    </message>
    <message>
        <source>Leave the family</source>
        <translation>Quitter la famille</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nom de la liste</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>They join with the code that appears next. It is good for 7 days.</source>
        <translation>La personne rejoint avec le code qui s’affiche ensuite. Il est valable 7 jours.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Inviter</translation>
    </message>
    <message>
        <source>Leave %1?</source>
        <translation>Quitter %1&#x202f;?</translation>
    </message>
    <message>
        <source>Its lists go from this device. What you added stays with the family.</source>
        <translation>Ses listes quittent cet appareil. Ce que tu as ajouté reste à la famille.</translation>
    </message>
    <message>
        <source>No network. Try again when it is back.</source>
        <translation>Pas de réseau. Réessayez quand il revient.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide password</source>
        <translation>Cacher le mot de passe</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Montrer le mot de passe</translation>
    </message>
</context>
<context>
    <name>FieldFrame</name>
    <message>
        <source>Kept here, to be sent</source>
        <translation>Gardé ici, à envoyer</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Place dans la liste</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 étoiles sur 5</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Vu par</translation>
    </message>
</context>
<context>
    <name>FormAmount</name>
    <message>
        <source>An amount, for example 1200.</source>
        <translation>Un montant, par exemple 1200.</translation>
    </message>
</context>
<context>
    <name>FormDate</name>
    <message>
        <source>Year, month and day, for example 1998-06-12.</source>
        <translation>Année, mois et jour, par exemple 1998-06-12.</translation>
    </message>
</context>
<context>
    <name>FormNumber</name>
    <message>
        <source>Between %1 and %2.</source>
        <translation>Entre %1 et %2.</translation>
    </message>
</context>
<context>
    <name>FormPicks</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>Genres</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation>Aventure</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>Comédie</translation>
    </message>
    <message>
        <source>Crime</source>
        <translation>Policier</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>Documentaire</translation>
    </message>
    <message>
        <source>Drama</source>
        <translation>Drame</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation>Fantastique</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histoire</translation>
    </message>
    <message>
        <source>Horror</source>
        <translation>Horreur</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Mystery</source>
        <translation>Mystère</translation>
    </message>
    <message>
        <source>Romance</source>
        <translation>Romance</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>Science-fiction</translation>
    </message>
    <message>
        <source>Short film</source>
        <translation>Court métrage</translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation>Thriller</translation>
    </message>
    <message>
        <source>War</source>
        <translation>Guerre</translation>
    </message>
    <message>
        <source>Western</source>
        <translation>Western</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>Biographie</translation>
    </message>
    <message>
        <source>Musical</source>
        <translation>Comédie musicale</translation>
    </message>
    <message>
        <source>Reality</source>
        <translation>Téléréalité</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Sport</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Nobody is signed in: only what this device did is known.</source>
        <translation>Personne n’est connecté&#x202f;: seul ce que cet appareil a fait est connu.</translation>
    </message>
    <message>
        <source>The server tells what happened before, when it can be reached.</source>
        <translation>Le serveur raconte ce qui s’est passé avant, dès qu’il est joignable.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Voir plus ancien</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Nothing known</source>
        <translation>Rien de connu</translation>
    </message>
    <message>
        <source>What happens to it is kept for 90 days.</source>
        <translation>Ce qui lui arrive est gardé 90 jours.</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changé</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>an action and a person</comment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>changed; its content is not kept here</source>
        <translation>changé&#x202f;; son contenu n’est pas gardé ici</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>avant&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 by you</source>
        <translation>%1 par vous</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>The server did not accept a change. It is shown here and waits for you.</source>
        <translation>Le serveur n’a pas accepté un changement. Il est montré ici et vous attend.</translation>
    </message>
    <message>
        <source>Somebody wrote at the same time. Both versions are kept until somebody chooses.</source>
        <translation>Quelqu’un a écrit en même temps. Les deux versions sont gardées jusqu’à ce que quelqu’un choisisse.</translation>
    </message>
    <message>
        <source>Changed here. It waits for “%1”, which the server did not accept, and goes out once that is settled.</source>
        <translation>Changé ici. Cela attend «&#x202f;%1&#x202f;», que le serveur n’a pas accepté, et partira une fois que ce sera réglé.</translation>
    </message>
    <message>
        <source>Changed here. It waits for another change that the server did not accept, and goes out once that is settled.</source>
        <translation>Changé ici. Cela attend un autre changement que le serveur n’a pas accepté, et partira une fois que ce sera réglé.</translation>
    </message>
    <message>
        <source>Changed here and kept on this device. It goes out once somebody signs in.</source>
        <translation>Changé ici et gardé sur cet appareil. Cela partira dès que quelqu’un se connectera.</translation>
    </message>
    <message>
        <source>Changed here and kept on this device. It goes out when you stop working offline.</source>
        <translation>Changé ici et gardé sur cet appareil. Cela partira quand vous cesserez de travailler hors ligne.</translation>
    </message>
    <message>
        <source>Changed here, but its space has to wait.</source>
        <translation>Changé ici, mais son espace doit attendre.</translation>
    </message>
    <message>
        <source>Changed here, not sent yet: there is no connection.</source>
        <translation>Changé ici, pas encore envoyé&#x202f;: il n’y a pas de connexion.</translation>
    </message>
    <message>
        <source>Changed here and on its way to the server.</source>
        <translation>Changé ici et en route vers le serveur.</translation>
    </message>
    <message>
        <source>The server has it exactly as it is shown here.</source>
        <translation>Le serveur l’a exactement comme montré ici.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochain essai à %1.</translation>
    </message>
    <message>
        <source>It goes out by itself.</source>
        <translation>Cela part tout seul.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Good evening, %1</source>
        <translation>Bonsoir, %1</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>Bonjour, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>Bon après-midi, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n changement à corriger</numerusform>
            <numerusform>%n changements à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. See why, and what to do.</source>
        <translation>Rien n’est perdu. Voyez pourquoi, et que faire.</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message numerus="yes">
        <source>%n times somebody wrote at the same time as you. Both versions are here.</source>
        <translation>
            <numerusform>%n fois, quelqu’un a écrit en même temps que vous. Les deux versions sont là.</numerusform>
            <numerusform>%n fois, quelqu’un a écrit en même temps que vous. Les deux versions sont là.</numerusform>
        </translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>With the family</source>
        <translation>En famille</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Nothing to watch yet</source>
        <translation>Rien à voir pour l’instant</translation>
    </message>
    <message>
        <source>Add a first title, even offline.</source>
        <translation>Ajoutez un premier titre, même sans réseau.</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Bonsoir</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Bon après-midi</translation>
    </message>
    <message>
        <source>Watched lately</source>
        <translation>Vus récemment</translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>Shown instead of your name.</source>
        <translation>Montré à la place de votre nom.</translation>
    </message>
    <message numerus="yes">
        <source>%n years old. Others see the age only.</source>
        <translation>
            <numerusform>%n an. Les autres ne voient que l’âge.</numerusform>
            <numerusform>%n ans. Les autres ne voient que l’âge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Year, month and day, for example 1998-06-12.</source>
        <translation>Année, mois et jour, par exemple 1998-06-12.</translation>
    </message>
    <message>
        <source>A minor&apos;s profile is kept by a guardian and stays out of public search.</source>
        <translation>Le profil d’un mineur est tenu par un responsable et reste hors de la recherche publique.</translation>
    </message>
    <message>
        <source>Never on the public page.</source>
        <translation>Jamais sur la page publique.</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>dddd d MMMM</source>
        <comment>date of the kiosk clock</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>Day %1</source>
        <translation>Jour %1</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Pointage</translation>
    </message>
    <message>
        <source>Search my name</source>
        <translation>Chercher mon nom</translation>
    </message>
    <message>
        <source>Enter my code</source>
        <translation>Taper mon code</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import photos</source>
        <translation>Importer des photos</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Choose a folder or a card</source>
        <translation>Choisir un dossier ou une carte</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choisir des photos</translation>
    </message>
    <message>
        <source>Nothing was begun</source>
        <translation>Rien n’a commencé</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Recherche d’images</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>It waits</source>
        <translation>L’import attend</translation>
    </message>
    <message>
        <source>%1 Nothing is lost. Go on when that is settled.</source>
        <translation>%1 Rien n’est perdu. Continuez quand ce sera réglé.</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prises</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Déjà connues</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Abîmées</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Files altogether</source>
        <translation>Fichiers en tout</translation>
    </message>
    <message>
        <source>If Foyer is closed meanwhile, it goes on by itself at the next start.</source>
        <translation>Si Foyer est fermé entre-temps, l’import reprend tout seul au prochain démarrage.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Arrêter l’import</translation>
    </message>
    <message>
        <source>From a folder, a card or single files</source>
        <translation>D’un dossier, d’une carte ou de fichiers</translation>
    </message>
    <message>
        <source>JPEG, HEIC, PNG, TIFF, WebP and RAW. The originals stay where they are; a RAW beside its JPEG becomes one photo.</source>
        <translation>JPEG, HEIC, PNG, TIFF, WebP et RAW. Les originaux restent où ils sont&#x202f;; un RAW à côté de son JPEG devient une seule photo.</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged files</source>
        <translation>
            <numerusform>%n fichier abîmé</numerusform>
            <numerusform>%n fichiers abîmés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 In the folder %2.</source>
        <translation>%1 Dans le dossier %2.</translation>
    </message>
    <message>
        <source>Try the damaged ones again</source>
        <translation>Réessayer les fichiers abîmés</translation>
    </message>
    <message>
        <source>Cancel the import?</source>
        <translation>Arrêter l’import&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>What was taken stays. %n files that wait are left out; they can be imported again at any time.</source>
        <translation>
            <numerusform>Ce qui a été pris reste. %n fichier en attente est laissé de côté&#x202f;; il pourra être importé à tout moment.</numerusform>
            <numerusform>Ce qui a été pris reste. %n fichiers en attente sont laissés de côté&#x202f;; ils pourront être importés à tout moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n files</source>
        <translation>
            <numerusform>Laisser %n fichier</numerusform>
            <numerusform>Laisser %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep importing</source>
        <translation>Continuer l’import</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Choisir des fichiers</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Looking for pictures</source>
        <translation>Recherche d’images</translation>
    </message>
    <message numerus="yes">
        <source>%n photos taken</source>
        <translation>
            <numerusform>%n photo prise</numerusform>
            <numerusform>%n photos prises</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged files listed</source>
        <translation>
            <numerusform>%n fichier abîmé listé</numerusform>
            <numerusform>%n fichiers abîmés listés</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>IntegerEditor</name>
    <message>
        <source>A whole number between %1 and %2.</source>
        <translation>Un nombre entier entre %1 et %2.</translation>
    </message>
</context>
<context>
    <name>InvitationSheet</name>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Invitation as a code to scan</source>
        <translation>Invitation sous forme de code à scanner</translation>
    </message>
    <message>
        <source>Code of the invitation: %1</source>
        <translation>Code de l’invitation&#x202f;: %1</translation>
    </message>
    <message>
        <source>Good for 7 days and for one person.</source>
        <translation>Valable 7 jours, pour une personne.</translation>
    </message>
</context>
<context>
    <name>KeyBoard</name>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>key</comment>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>LanguagesSection</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Level of %1</source>
        <translation>Niveau de %1</translation>
    </message>
    <message>
        <source>No language yet. Begin with your own.</source>
        <translation>Aucune langue encore. Commencez par la vôtre.</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>For example: Marseille, Casablanca</source>
        <translation>Par exemple&#x202f;: Marseille, Casablanca</translation>
    </message>
</context>
<context>
    <name>ListItemRow</name>
    <message>
        <source>added by %1</source>
        <translation>ajouté par %1</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Pas vu</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>%1 vu(s)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Add to my watchlist</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>What happened here</source>
        <translation>Ce qui s’est passé ici</translation>
    </message>
</context>
<context>
    <name>LoadingPage</name>
    <message>
        <source>Opening the roster</source>
        <translation>Ouverture de la liste</translation>
    </message>
</context>
<context>
    <name>MePage</name>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À corriger</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait for you</source>
        <translation>
            <numerusform>%n changement vous attend</numerusform>
            <numerusform>%n changements vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Se déconnecter&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. They stay on this device and go out when you sign in again.</source>
        <translation>
            <numerusform>%n changement n’est pas encore parti. Il reste sur cet appareil et part quand vous vous reconnectez.</numerusform>
            <numerusform>%n changements ne sont pas encore partis. Ils restent sur cet appareil et partent quand vous vous reconnectez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is on the server. You can sign in again at any time.</source>
        <translation>Tout est sur le serveur. Vous pouvez vous reconnecter à tout moment.</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>Sur cet appareil seulement</translation>
    </message>
    <message>
        <source>Sign in to have everything on your other devices too.</source>
        <translation>Connectez-vous pour tout retrouver sur vos autres appareils.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>What is deleted stays here for 30 days.</source>
        <translation>Ce qui est supprimé reste ici 30 jours.</translation>
    </message>
    <message>
        <source>Talent profiles</source>
        <translation>Profils talent</translation>
    </message>
    <message>
        <source>What casting people see of you, and of children you keep a profile for</source>
        <translation>Ce que le casting voit de vous et des enfants dont vous tenez le profil</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>Importer des photos</translation>
    </message>
    <message>
        <source>From folders, cards and files, also without a network</source>
        <translation>De dossiers, de cartes et de fichiers, même sans réseau</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Main pages</source>
        <translation>Pages principales</translation>
    </message>
</context>
<context>
    <name>NetworksSection</name>
    <message>
        <source>Name or address</source>
        <translation>Nom ou adresse</translation>
    </message>
</context>
<context>
    <name>NewTalentSheet</name>
    <message>
        <source>A profile for a child</source>
        <translation>Un profil pour un enfant</translation>
    </message>
    <message>
        <source>A new profile</source>
        <translation>Un nouveau profil</translation>
    </message>
    <message>
        <source>You keep the profile as the guardian. It stays out of public search.</source>
        <translation>Vous tenez le profil en tant que responsable. Il reste hors de la recherche publique.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Both names, please.</source>
        <translation>Il faut le prénom et le nom.</translation>
    </message>
</context>
<context>
    <name>OpinionRow</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Pas encore noté</translation>
    </message>
    <message>
        <source>Tells how it ends</source>
        <translation>Raconte la fin</translation>
    </message>
    <message>
        <source>Tells how it ends. Show it</source>
        <translation>Raconte la fin. L’afficher</translation>
    </message>
</context>
<context>
    <name>OriginsSection</name>
    <message>
        <source>Your code begins with it.</source>
        <translation>Votre code commence par lui.</translation>
    </message>
    <message>
        <source>Add a nationality</source>
        <translation>Ajouter une nationalité</translation>
    </message>
    <message>
        <source>In your own words, if you like. Casting people may look for it.</source>
        <translation>Avec vos mots, si vous voulez. Le casting peut chercher par là.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>inside</source>
        <translation>présent</translation>
    </message>
</context>
<context>
    <name>PhotoFacts</name>
    <message>
        <source>It is a photo of its own now.</source>
        <translation>C’est maintenant une photo à part.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Add an author</source>
        <translation>Ajouter un auteur</translation>
    </message>
    <message>
        <source>What the camera says</source>
        <translation>Ce que dit l’appareil</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it a photo of its own</source>
        <translation>En faire une photo à part</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Ce qui lui est arrivé</translation>
    </message>
    <message>
        <source>Delete the photo</source>
        <translation>Supprimer la photo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>PhotoFilterSheet</name>
    <message numerus="yes">
        <source>From %n stars</source>
        <translation>
            <numerusform>À partir de %n étoile</numerusform>
            <numerusform>À partir de %n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation>Non écartées</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Depuis le %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Jusqu’au %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Stars at least</source>
        <translation>Étoiles au moins</translation>
    </message>
    <message>
        <source>Culling</source>
        <translation>Tri</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Depuis le jour</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Jusqu’au jour</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Photos by day</source>
        <translation>Photos par jour</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo deleted. Recoverable for 30 days.</source>
        <translation>Photo supprimée. Récupérable 30&#x202f;jours.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Photo précédente</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
</context>
<context>
    <name>PhotoRow</name>
    <message>
        <source>Select all of %1</source>
        <translation>Tout choisir de %1</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1&#x202f;o</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1&#x202f;ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#x202f;Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#x202f;Go</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Here, and checked on the server</source>
        <translation>Ici, et contrôlé sur le serveur</translation>
    </message>
    <message>
        <source>On the server, checked</source>
        <translation>Sur le serveur, contrôlé</translation>
    </message>
    <message>
        <source>Here and on the server</source>
        <translation>Ici et sur le serveur</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Sur le serveur</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>Sur cet appareil seulement</translation>
    </message>
    <message>
        <source>Original on the other device</source>
        <translation>Original sur l’autre appareil</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>reste %n&#x202f;s</numerusform>
            <numerusform>reste %n&#x202f;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>reste %n&#x202f;min</numerusform>
            <numerusform>reste %n&#x202f;min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>Chercher des photos</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Albums</translation>
    </message>
    <message>
        <source>Cull</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Title, words, tags, camera</source>
        <translation>Titre, mots, mots-clés, appareil</translation>
    </message>
    <message>
        <source>No photo is like that</source>
        <translation>Aucune photo n’est ainsi</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Pas encore de photos</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>Essayez moins de mots ou un autre filtre.</translation>
    </message>
    <message>
        <source>Take them from a folder or a card, also without a network. The originals stay where they are.</source>
        <translation>Prenez-les d’un dossier ou d’une carte, même sans réseau. Les originaux restent où ils sont.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>Importer des photos</translation>
    </message>
</context>
<context>
    <name>PhysicalSection</name>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>EU</source>
        <translation>EU</translation>
    </message>
    <message>
        <source>For example: M, 40</source>
        <translation>Par exemple&#x202f;: M, 40</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>Where and what, or nothing.</source>
        <translation>Où et quoi, ou rien.</translation>
    </message>
</context>
<context>
    <name>PickRow</name>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
</context>
<context>
    <name>PickSheet</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Prendre «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>It is not in the list.</source>
        <translation>Ce n’est pas dans la liste.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>Choose the country first.</source>
        <translation>Choisissez d’abord le pays.</translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Too many tries. Wait %1 s.</source>
        <translation>Trop d’essais. Attendez %1 s.</translation>
    </message>
    <message>
        <source>That PIN is not known here.</source>
        <translation>Ce PIN n’est pas connu ici.</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>Tapez votre PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n chiffre</numerusform>
            <numerusform>%n chiffres</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Effacer le dernier chiffre</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Pas encore noté</translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 étoiles sur 5</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>RatingEditor</name>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Badge forgotten</source>
        <translation>Badge oublié</translation>
    </message>
    <message>
        <source>Badge unreadable</source>
        <translation>Badge illisible</translation>
    </message>
    <message>
        <source>Phone empty</source>
        <translation>Téléphone vide</translation>
    </message>
    <message>
        <source>No badge yet</source>
        <translation>Pas encore de badge</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Autre raison</translation>
    </message>
    <message>
        <source>Why without a badge?</source>
        <translation>Pourquoi sans badge&#x202f;?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Choose a reason first.</source>
        <translation>Choisissez d’abord une raison.</translation>
    </message>
    <message>
        <source>Record the departure</source>
        <translation>Noter le départ</translation>
    </message>
    <message>
        <source>Record the arrival</source>
        <translation>Noter l’arrivée</translation>
    </message>
</context>
<context>
    <name>RecommendSheet</name>
    <message>
        <source>%1 is recommended</source>
        <translation>%1 est recommandé</translation>
    </message>
    <message>
        <source>Recommend %1</source>
        <translation>Recommander %1</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Nobody else is in the family yet.</source>
        <translation>Il n’y a encore personne d’autre dans la famille.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Why they would like it</source>
        <translation>Pourquoi cela plairait</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>Recommander</translation>
    </message>
    <message>
        <source>Choose somebody first.</source>
        <translation>Choisis d’abord quelqu’un.</translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>recommended by %1</source>
        <translation>recommandé par %1</translation>
    </message>
    <message>
        <source>To my watchlist</source>
        <translation>Dans ma liste</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Non merci</translation>
    </message>
</context>
<context>
    <name>Recommendations</name>
    <message>
        <source>%1 is on your list</source>
        <translation>%1 est dans ta liste</translation>
    </message>
    <message>
        <source>%1 was declined</source>
        <translation>%1 a été refusé</translation>
    </message>
    <message>
        <source>Recommended to you</source>
        <translation>Recommandé pour toi</translation>
    </message>
</context>
<context>
    <name>ResidenceSection</name>
    <message>
        <source>Any place, also one that the list lacks.</source>
        <translation>N’importe quel lieu, même absent de la liste.</translation>
    </message>
    <message>
        <source>Never on the public page.</source>
        <translation>Jamais sur la page publique.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>For %1</source>
        <translation>Pour %1</translation>
    </message>
    <message>
        <source>My rating</source>
        <translation>Ma note</translation>
    </message>
    <message>
        <source>My review</source>
        <translation>Mon avis</translation>
    </message>
    <message>
        <source>Everybody in the family reads it</source>
        <translation>Toute la famille le lit</translation>
    </message>
    <message>
        <source>Tells how it ends</source>
        <translation>Raconte la fin</translation>
    </message>
    <message>
        <source>Hidden from those who have not seen it yet.</source>
        <translation>Caché à ceux qui ne l’ont pas encore vu.</translation>
    </message>
    <message>
        <source>Stop sharing it</source>
        <translation>Ne plus le partager</translation>
    </message>
    <message>
        <source>Your review was removed</source>
        <translation>Ton avis a été retiré</translation>
    </message>
</context>
<context>
    <name>ScanInvitation</name>
    <message>
        <source>Show your badge</source>
        <translation>Présentez votre badge</translation>
    </message>
    <message>
        <source>to the scanner. No camera is connected.</source>
        <translation>devant le lecteur. Aucune caméra n’est branchée.</translation>
    </message>
    <message>
        <source>to the camera, a hand away</source>
        <translation>devant la caméra, à une main de distance</translation>
    </message>
    <message>
        <source>The last scan was not kept.</source>
        <translation>Le dernier scan n’a pas été gardé.</translation>
    </message>
    <message>
        <source>The device can&apos;t write to its disk. Tell the coordinator, use paper meanwhile.</source>
        <translation>La borne ne peut plus écrire sur son disque. Prévenez la coordination, notez sur papier en attendant.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Search by name or code</source>
        <translation>Chercher par nom ou code</translation>
    </message>
    <message>
        <source>Search by code</source>
        <translation>Chercher par code</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Nom ou code</translation>
    </message>
    <message>
        <source>Code, for example FRF0042PAR</source>
        <translation>Code, par exemple FRF0042PAR</translation>
    </message>
    <message>
        <source>Nobody here is called that. Check the spelling, or see the coordinator.</source>
        <translation>Personne ici ne porte ce nom. Vérifiez l’orthographe, ou voyez la coordination.</translation>
    </message>
    <message>
        <source>No such code here. A supervisor may search by name.</source>
        <translation>Ce code n’est pas ici. Un superviseur peut chercher par nom.</translation>
    </message>
</context>
<context>
    <name>SectionBand</name>
    <message>
        <source>Section %1 of 9, %2</source>
        <translation>Section %1 sur 9, %2</translation>
    </message>
    <message>
        <source>%1 of 9</source>
        <translation>%1 sur 9</translation>
    </message>
</context>
<context>
    <name>SectionDisc</name>
    <message>
        <source>Section %1, %2, complete</source>
        <translation>Section %1, %2, complète</translation>
    </message>
    <message>
        <source>Section %1, %2</source>
        <translation>Section %1, %2</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Identity and contact</source>
        <translation>Identité et contact</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Origines</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Résidence</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Physical features</source>
        <translation>Caractéristiques physiques</translation>
    </message>
    <message>
        <source>Talents and trades</source>
        <translation>Talents et métiers</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Photos and productions</source>
        <translation>Photos et productions</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>End the selection</source>
        <translation>Terminer la sélection</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n choisie</numerusform>
            <numerusform>%n choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout choisir</translation>
    </message>
    <message>
        <source>Cull these</source>
        <translation>Trier celles-ci</translation>
    </message>
    <message>
        <source>Edit these</source>
        <translation>Modifier celles-ci</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Where I watch</source>
        <translation>Où je regarde</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>FR</source>
        <translation>FR</translation>
    </message>
    <message>
        <source>The country in two letters: FR, BE, CH, GB, US.</source>
        <translation>Le pays en deux lettres&#x202f;: FR, BE, CH, GB, US.</translation>
    </message>
    <message>
        <source>My services</source>
        <translation>Mes services</translation>
    </message>
    <message>
        <source>Titles that these services offer in your region are marked, also without a network.</source>
        <translation>Les titres que ces services proposent dans votre région sont marqués, même sans réseau.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Films</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n entries made here before you signed in are in your account now.</source>
        <translation>
            <numerusform>%n entrée faite ici avant votre connexion est maintenant dans votre compte.</numerusform>
            <numerusform>%n entrées faites ici avant votre connexion sont maintenant dans votre compte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Create your account</source>
        <translation>Créez votre compte</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Signing in needs the network, once. What you typed is still here.</source>
        <translation>Se connecter demande le réseau, une fois. Ce que vous avez tapé est toujours là.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>As your family or your shoot knows you.</source>
        <translation>Comme votre famille ou votre tournage vous connaît.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-mail or code</source>
        <translation>E-mail ou code</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>At least 15 characters, a sentence works.</source>
        <translation>15 signes au moins, une phrase convient.</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Créer le compte</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>J’ai déjà un compte</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Créer un compte</translation>
    </message>
    <message>
        <source>Start without an account</source>
        <translation>Commencer sans compte</translation>
    </message>
    <message>
        <source>Everything stays on this device until you sign in. Nothing is lost then.</source>
        <translation>Tout reste sur cet appareil jusqu’à votre connexion. Rien ne se perd alors.</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <comment>a person and a device</comment>
        <translation>%1, sur %2</translation>
    </message>
</context>
<context>
    <name>SkillsSection</name>
    <message>
        <source>Add a skill</source>
        <translation>Ajouter une compétence</translation>
    </message>
    <message>
        <source>What the list lacks</source>
        <translation>Ce que la liste n’a pas</translation>
    </message>
    <message>
        <source>A few lines for casting people</source>
        <translation>Quelques lignes pour le casting</translation>
    </message>
</context>
<context>
    <name>SpaceSheet</name>
    <message>
        <source>To send</source>
        <translation>À envoyer</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>To receive</source>
        <translation>À recevoir</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Dernier contrôle</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Checked up to step</source>
        <translation>Contrôlé jusqu’à l’étape</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Dernier problème</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>See what needs fixing</source>
        <translation>Voir ce qu’il faut corriger</translation>
    </message>
    <message>
        <source>Look at both versions</source>
        <translation>Voir les deux versions</translation>
    </message>
    <message>
        <source>goes on where it stopped</source>
        <translation>reprend là où cela s’est arrêté</translation>
    </message>
</context>
<context>
    <name>SpaceWords</name>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>A space without a name yet</source>
        <translation>Un espace encore sans nom</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n changement à corriger</numerusform>
            <numerusform>%n changements à corriger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait for the network</source>
        <translation>
            <numerusform>%n changement attend le réseau</numerusform>
            <numerusform>%n changements attendent le réseau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes on their way</source>
        <translation>
            <numerusform>%n changement en route</numerusform>
            <numerusform>%n changements en route</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Contrôlé à %1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore contrôlé</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Nothing to do: what you write goes out at once.</source>
        <translation>Rien à faire&#x202f;: ce que vous écrivez part tout de suite.</translation>
    </message>
    <message>
        <source>Goes on by itself.</source>
        <translation>Continue tout seul.</translation>
    </message>
    <message>
        <source>See why, and correct it, try again or give it up.</source>
        <translation>Voyez pourquoi, puis corrigez, réessayez ou abandonnez.</translation>
    </message>
    <message>
        <source>Look at both and choose.</source>
        <translation>Regardez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochain essai à %1.</translation>
    </message>
    <message>
        <source>Goes out as soon as the server knows this space.</source>
        <translation>Part dès que le serveur connaît cet espace.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries in two versions</source>
        <translation>
            <numerusform>%n entrée en deux versions</numerusform>
            <numerusform>%n entrées en deux versions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2 entries</source>
        <translation>%1 entrées sur environ %2</translation>
    </message>
    <message>
        <source>%1 entries so far</source>
        <translation>%1 entrées jusqu’ici</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>encore %n s</numerusform>
            <numerusform>encore %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>encore %n min</numerusform>
            <numerusform>encore %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>encore %n h</numerusform>
            <numerusform>encore %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>known at the first connection</source>
        <translation>connu à la première connexion</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Nothing checked</source>
        <translation>Rien de contrôlé</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>events to be sent</comment>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n present</source>
        <comment>people on site</comment>
        <translation>
            <numerusform>%n présent</numerusform>
            <numerusform>%n présents</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Annulé&#x202f;: %1</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Annuler · %1 s</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Synchronisation</translation>
    </message>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n changement à corriger</numerusform>
            <numerusform>%n changements à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Dernier contrôle</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Nothing is lost. See why, and what to do.</source>
        <translation>Rien n’est perdu. Voyez pourquoi, et que faire.</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à voir</numerusform>
            <numerusform>%n à voir</numerusform>
        </translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Your spaces</source>
        <translation>Vos espaces</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>This device has no keychain: the sign-in is kept in a file that only you can read.</source>
        <translation>Cet appareil n’a pas de trousseau&#x202f;: la connexion est gardée dans un fichier que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>The sign-in is kept in this device&apos;s keychain.</source>
        <translation>La connexion est gardée dans le trousseau de cet appareil.</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Dernier problème</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Sending %1/%2</source>
        <translation>Envoi %1/%2</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Contrôle</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n à corriger</numerusform>
            <numerusform>%n à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Nothing checked</source>
        <translation>Rien de contrôlé</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n to send</source>
        <translation>
            <numerusform>Hors ligne · %n à envoyer</numerusform>
            <numerusform>Hors ligne · %n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Everything is saved and checked (%1).</source>
        <translation>Tout est enregistré et contrôlé (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Sending %1 of %n changes.</source>
        <translation>
            <numerusform>Envoi du changement %1 sur %n.</numerusform>
            <numerusform>Envoi du changement %1 sur %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with the server.</source>
        <translation>Comparaison avec le serveur.</translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. Nothing is lost.</source>
        <translation>
            <numerusform>Le serveur n’a pas accepté %n changement. Rien n’est perdu.</numerusform>
            <numerusform>Le serveur n’a pas accepté %n changements. Rien n’est perdu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody wrote at the same time. Both versions are here.</source>
        <translation>Quelqu’un a écrit en même temps. Les deux versions sont là.</translation>
    </message>
    <message numerus="yes">
        <source>You work offline. %n changes are kept here.</source>
        <translation>
            <numerusform>Vous travaillez hors ligne. %n changement est gardé ici.</numerusform>
            <numerusform>Vous travaillez hors ligne. %n changements sont gardés ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1. Carry on, %n changes are kept.</source>
        <translation>
            <numerusform>Hors ligne depuis %1. Continuez, %n changement est gardé.</numerusform>
            <numerusform>Hors ligne depuis %1. Continuez, %n changements sont gardés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline. Carry on, %n changes are kept.</source>
        <translation>
            <numerusform>Hors ligne. Continuez, %n changement est gardé.</numerusform>
            <numerusform>Hors ligne. Continuez, %n changements sont gardés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>dans %1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>A new space is made known to the server.</source>
        <translation>Un nouvel espace est annoncé au serveur.</translation>
    </message>
    <message>
        <source>Kept on this device.</source>
        <translation>Gardé sur cet appareil.</translation>
    </message>
    <message>
        <source>Connected, but nothing checked for 15 s.</source>
        <translation>Connecté, mais rien de contrôlé depuis 15 s.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Everything stays on this device.</source>
        <translation>Personne n’est connecté. Tout reste sur cet appareil.</translation>
    </message>
    <message>
        <source>Nothing to do: what you write goes out at once.</source>
        <translation>Rien à faire&#x202f;: ce que vous écrivez part tout de suite.</translation>
    </message>
    <message>
        <source>Goes on by itself.</source>
        <translation>Continue tout seul.</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation>Prochain essai %1.</translation>
    </message>
    <message>
        <source>See why, and correct it, try again or give it up.</source>
        <translation>Voyez pourquoi, puis corrigez, réessayez ou abandonnez.</translation>
    </message>
    <message>
        <source>Look at both and choose.</source>
        <translation>Regardez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Goes out when you stop working offline.</source>
        <translation>Part quand vous cessez de travailler hors ligne.</translation>
    </message>
    <message>
        <source>Sign in to have everything on your other devices too.</source>
        <translation>Connectez-vous pour tout retrouver sur vos autres appareils.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>Connexion en cours.</translation>
    </message>
</context>
<context>
    <name>TalentCodePage</name>
    <message>
        <source>My code</source>
        <translation>Mon code</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>Code QR de %1</translation>
    </message>
    <message>
        <source>Provisional code</source>
        <translation>Code provisoire</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Works without a network</source>
        <translation>Fonctionne sans réseau</translation>
    </message>
    <message>
        <source>It stays the same when the final code comes.</source>
        <translation>Il reste le même quand le code définitif arrive.</translation>
    </message>
    <message>
        <source>Whoever assigns people to a shoot scans it.</source>
        <translation>Qui affecte les gens à un tournage le scanne.</translation>
    </message>
</context>
<context>
    <name>TalentFormPage</name>
    <message>
        <source>Talent profile</source>
        <translation>Profil talent</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Pas enregistré&#x202f;: %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Le montrer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Casting people see this section</source>
        <translation>Le casting voit cette section</translation>
    </message>
    <message>
        <source>Phone numbers, addresses and documents stay hidden all the same.</source>
        <translation>Téléphones, adresses et documents restent cachés malgré tout.</translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation>Vous seul la voyez.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Revenir à %1</translation>
    </message>
    <message>
        <source>This is the first section</source>
        <translation>C’est la première section</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Suite&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>TalentPage</name>
    <message>
        <source>Talent profile</source>
        <translation>Profil talent</translation>
    </message>
    <message>
        <source>the country of origin</source>
        <translation>le pays d’origine</translation>
    </message>
    <message>
        <source>the gender</source>
        <translation>le genre</translation>
    </message>
    <message>
        <source>the city</source>
        <translation>la ville</translation>
    </message>
    <message>
        <source>Provisional. The final code needs %1.</source>
        <translation>Provisoire. Pour le code définitif, il manque %1.</translation>
    </message>
    <message>
        <source>%1 % complete</source>
        <translation>Complet à %1&#x202f;%</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>casting people see it</source>
        <translation>le casting la voit</translation>
    </message>
    <message>
        <source>only you see it</source>
        <translation>vous seul la voyez</translation>
    </message>
    <message>
        <source>What happened here</source>
        <translation>Ce qui s’est passé ici</translation>
    </message>
    <message>
        <source>Remove this profile</source>
        <translation>Retirer ce profil</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 est retiré</translation>
    </message>
    <message>
        <source>My code</source>
        <translation>Mon code</translation>
    </message>
    <message>
        <source>To be scanned, also without a network</source>
        <translation>À scanner, même sans réseau</translation>
    </message>
    <message>
        <source>Comp card as PDF</source>
        <translation>Fiche de présentation en PDF</translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation>Fiche de contact</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>What may be shown, to whom, until when</source>
        <translation>Ce qui peut être montré, à qui, jusqu’à quand</translation>
    </message>
</context>
<context>
    <name>TalentSharing</name>
    <message>
        <source>Made on this device</source>
        <translation>Faite sur cet appareil</translation>
    </message>
    <message>
        <source>Needs a consent: %1</source>
        <translation>Il faut un accord&#x202f;: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit&#x202f;: %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>EU</source>
        <translation>EU</translation>
    </message>
    <message>
        <source>Playing age</source>
        <translation>Âge de jeu</translation>
    </message>
    <message>
        <source>Made with Foyer on %1</source>
        <translation>Fait avec Foyer le %1</translation>
    </message>
</context>
<context>
    <name>TalentWords</name>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Stage name</source>
        <translation>Nom de scène</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Pièce d’identité</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Numéro de la pièce</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>Nom du responsable</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone</source>
        <translation>Téléphone du responsable</translation>
    </message>
    <message>
        <source>Country of origin</source>
        <translation>Pays d’origine</translation>
    </message>
    <message>
        <source>Nationalities</source>
        <translation>Nationalités</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Lieu de naissance</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Origine ethnique</translation>
    </message>
    <message>
        <source>Country of residence</source>
        <translation>Pays de résidence</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Can travel</source>
        <translation>Peut voyager</translation>
    </message>
    <message>
        <source>Has a valid passport</source>
        <translation>A un passeport valide</translation>
    </message>
    <message>
        <source>Driving licences</source>
        <translation>Permis de conduire</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Accents</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>Kind of hair</source>
        <translation>Type de cheveux</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Teint</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Corpulence</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Poitrine</translation>
    </message>
    <message>
        <source>Waist</source>
        <translation>Tour de taille</translation>
    </message>
    <message>
        <source>Hips</source>
        <translation>Hanches</translation>
    </message>
    <message>
        <source>Clothing size</source>
        <translation>Taille de vêtements</translation>
    </message>
    <message>
        <source>Shoe size</source>
        <translation>Pointure</translation>
    </message>
    <message>
        <source>Tattoos</source>
        <translation>Tatouages</translation>
    </message>
    <message>
        <source>Piercings</source>
        <translation>Piercings</translation>
    </message>
    <message>
        <source>Distinctive marks</source>
        <translation>Signes particuliers</translation>
    </message>
    <message>
        <source>What you do</source>
        <translation>Ce que vous faites</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Playing age from</source>
        <translation>Âge de jeu, de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Rate for a day</source>
        <translation>Tarif d’une journée</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Other skills</source>
        <translation>Autres compétences</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>À propos de vous</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Full-length photo</source>
        <translation>Photo en pied</translation>
    </message>
    <message>
        <source>Other photos</source>
        <translation>Autres photos</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Showreel</source>
        <translation>Bande démo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cinema code</source>
        <translation>Code cinéma</translation>
    </message>
    <message>
        <source>Visible sections</source>
        <translation>Sections visibles</translation>
    </message>
    <message>
        <source>Public page</source>
        <translation>Page publique</translation>
    </message>
    <message>
        <source>your first name</source>
        <translation>votre prénom</translation>
    </message>
    <message>
        <source>your last name</source>
        <translation>votre nom</translation>
    </message>
    <message>
        <source>the guardian&apos;s name and phone</source>
        <translation>le nom et le téléphone du responsable</translation>
    </message>
    <message>
        <source>a phone number or an e-mail</source>
        <translation>un téléphone ou un e-mail</translation>
    </message>
    <message>
        <source>a portrait</source>
        <translation>un portrait</translation>
    </message>
    <message>
        <source>what you do</source>
        <translation>ce que vous faites</translation>
    </message>
    <message>
        <source>your date of birth</source>
        <translation>votre date de naissance</translation>
    </message>
    <message>
        <source>your gender</source>
        <translation>votre genre</translation>
    </message>
    <message>
        <source>your country of origin</source>
        <translation>votre pays d’origine</translation>
    </message>
    <message>
        <source>where you live</source>
        <translation>votre pays de résidence</translation>
    </message>
    <message>
        <source>your city</source>
        <translation>votre ville</translation>
    </message>
    <message>
        <source>your height</source>
        <translation>votre taille</translation>
    </message>
    <message>
        <source>the languages you speak</source>
        <translation>les langues que vous parlez</translation>
    </message>
    <message>
        <source>a full-length photo</source>
        <translation>une photo en pied</translation>
    </message>
    <message>
        <source>a production, a CV or a showreel</source>
        <translation>une production, un CV ou une bande démo</translation>
    </message>
    <message>
        <source>the colour of your eyes</source>
        <translation>la couleur de vos yeux</translation>
    </message>
    <message>
        <source>the colour of your hair</source>
        <translation>la couleur de vos cheveux</translation>
    </message>
    <message>
        <source>your skin tone</source>
        <translation>votre teint</translation>
    </message>
    <message>
        <source>your build</source>
        <translation>votre corpulence</translation>
    </message>
    <message>
        <source>your clothing size</source>
        <translation>votre taille de vêtements</translation>
    </message>
    <message>
        <source>your shoe size</source>
        <translation>votre pointure</translation>
    </message>
    <message>
        <source>your experience</source>
        <translation>votre expérience</translation>
    </message>
    <message>
        <source>the ages you can play</source>
        <translation>les âges que vous pouvez jouer</translation>
    </message>
    <message>
        <source>your skills</source>
        <translation>vos compétences</translation>
    </message>
    <message>
        <source>a few words about you</source>
        <translation>quelques mots sur vous</translation>
    </message>
    <message>
        <source>your nationality</source>
        <translation>votre nationalité</translation>
    </message>
    <message>
        <source>a network or a website</source>
        <translation>un réseau ou un site</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Carte d’identité</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passeport</translation>
    </message>
    <message>
        <source>Residence permit</source>
        <translation>Titre de séjour</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Permis de conduire</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Brun</translation>
    </message>
    <message>
        <source>Dark brown</source>
        <translation>Brun foncé</translation>
    </message>
    <message>
        <source>Hazel</source>
        <translation>Noisette</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ambre</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Chestnut</source>
        <translation>Châtain</translation>
    </message>
    <message>
        <source>Blond</source>
        <translation>Blond</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Roux</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Dyed</source>
        <translation>Teint</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Lisses</translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation>Ondulés</translation>
    </message>
    <message>
        <source>Curly</source>
        <translation>Bouclés</translation>
    </message>
    <message>
        <source>Coily</source>
        <translation>Crépus</translation>
    </message>
    <message>
        <source>Braids</source>
        <translation>Tresses</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Locks</translation>
    </message>
    <message>
        <source>Shaved</source>
        <translation>Rasés</translation>
    </message>
    <message>
        <source>Very light</source>
        <translation>Très clair</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Mat</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Foncé</translation>
    </message>
    <message>
        <source>Very dark</source>
        <translation>Très foncé</translation>
    </message>
    <message>
        <source>Slim</source>
        <translation>Mince</translation>
    </message>
    <message>
        <source>Athletic</source>
        <translation>Athlétique</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Muscular</source>
        <translation>Musclée</translation>
    </message>
    <message>
        <source>Stout</source>
        <translation>Forte</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune encore</translation>
    </message>
    <message>
        <source>Beginner</source>
        <translation>Débutant</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>Un peu</translation>
    </message>
    <message>
        <source>Experienced</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professionnel</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>Maternelle</translation>
    </message>
    <message>
        <source>Fluent</source>
        <translation>Courante</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bonne</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Notions</translation>
    </message>
    <message>
        <source>Acting</source>
        <translation>Jeu</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Danse</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>Combat and stunts</source>
        <translation>Combat et cascades</translation>
    </message>
    <message>
        <source>Circus and magic</source>
        <translation>Cirque et magie</translation>
    </message>
    <message>
        <source>Riding and driving</source>
        <translation>Monte et conduite</translation>
    </message>
    <message>
        <source>Crafts and trades</source>
        <translation>Métiers et savoir-faire</translation>
    </message>
    <message>
        <source>This is no phone number.</source>
        <translation>Ce n’est pas un numéro de téléphone.</translation>
    </message>
    <message>
        <source>Begin with + and the country&apos;s code, for example +212.</source>
        <translation>Commencez par + et l’indicatif du pays, par exemple +212.</translation>
    </message>
    <message>
        <source>This number is too short.</source>
        <translation>Ce numéro est trop court.</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>Ce numéro est trop long.</translation>
    </message>
    <message>
        <source>No network has such a number. Check the digits.</source>
        <translation>Aucun réseau n’a un tel numéro. Vérifiez les chiffres.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
</context>
<context>
    <name>TalentsPage</name>
    <message>
        <source>Talent profiles</source>
        <translation>Profils talent</translation>
    </message>
    <message>
        <source>%1 % complete</source>
        <translation>Complet à %1&#x202f;%</translation>
    </message>
    <message>
        <source>a minor</source>
        <translation>mineur</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>Aucun profil encore</translation>
    </message>
    <message>
        <source>Casting people find you by it. It is kept as you type and works without a network.</source>
        <translation>C’est par lui que le casting vous trouve. Il est gardé à mesure que vous écrivez et fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>Make my profile</source>
        <translation>Faire mon profil</translation>
    </message>
    <message>
        <source>Another profile of mine</source>
        <translation>Un autre profil à moi</translation>
    </message>
    <message>
        <source>A profile for a child</source>
        <translation>Un profil pour un enfant</translation>
    </message>
</context>
<context>
    <name>TitlePage</name>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>My rating</source>
        <translation>Ma note</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>Mon mot</translation>
    </message>
    <message>
        <source>What you want to remember</source>
        <translation>Ce que tu veux retenir</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>Ajouter à une liste</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Ajouter à %1</translation>
    </message>
    <message>
        <source>%1 is on “%2”</source>
        <translation>%1 est dans «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>Remove from my watchlist</source>
        <translation>Retirer de ma liste</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>What happened here</source>
        <translation>Ce qui s’est passé ici</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>Recommander</translation>
    </message>
</context>
<context>
    <name>TonightPage</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Their votes are counted</source>
        <translation>Leurs votes sont comptés</translation>
    </message>
    <message>
        <source>These votes were known already</source>
        <translation>Ces votes étaient déjà connus</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Ce soir</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Rien à choisir</translation>
    </message>
    <message>
        <source>Every title of the list is out tonight. Change what the evening allows.</source>
        <translation>Aucun titre de la liste ne va ce soir. Change ce que la soirée permet.</translation>
    </message>
    <message>
        <source>Add titles to the list first, even offline.</source>
        <translation>Ajoute d’abord des titres à la liste, même hors ligne.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
</context>
<context>
    <name>TonightQuestion</name>
    <message>
        <source>proposed by %1</source>
        <translation>proposé par %1</translation>
    </message>
    <message>
        <source>Not tonight</source>
        <translation>Pas ce soir</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Pourquoi pas</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Kept here, and told to the tablets in the room</source>
        <translation>Gardé ici, et dit aux tablettes de la pièce</translation>
    </message>
</context>
<context>
    <name>TonightResult</name>
    <message>
        <source>Nobody wants any of them yet.</source>
        <translation>Personne n’en veut encore aucun.</translation>
    </message>
    <message numerus="yes">
        <source>%n yes</source>
        <translation>
            <numerusform>%n oui</numerusform>
            <numerusform>%n oui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n why not</source>
        <translation>
            <numerusform>%n pourquoi pas</numerusform>
            <numerusform>%n pourquoi pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n against</source>
        <translation>
            <numerusform>%n contre</numerusform>
            <numerusform>%n contre</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody against</source>
        <translation>personne contre</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>No film yet</source>
        <translation>Pas encore de film</translation>
    </message>
    <message>
        <source>The evening allows</source>
        <translation>La soirée permet</translation>
    </message>
    <message>
        <source>Under %1</source>
        <translation>Moins de %1</translation>
    </message>
    <message>
        <source>%1 is with us (up to %2)</source>
        <translation>%1 est avec nous (jusqu’à %2 ans)</translation>
    </message>
    <message>
        <source>All titles</source>
        <translation>Tous les titres</translation>
    </message>
    <message>
        <source>Too long for tonight</source>
        <translation>Trop long pour ce soir</translation>
    </message>
    <message>
        <source>Not for everybody in the room</source>
        <translation>Pas pour tout le monde ici</translation>
    </message>
    <message>
        <source>%1 yes, %2 why not, %3 against</source>
        <translation>%1 oui, %2 pourquoi pas, %3 contre</translation>
    </message>
    <message>
        <source>Who votes on this tablet</source>
        <translation>Qui vote sur cette tablette</translation>
    </message>
    <message>
        <source>%1, has voted</source>
        <translation>%1, a voté</translation>
    </message>
    <message>
        <source>%1, has not voted</source>
        <translation>%1, n’a pas voté</translation>
    </message>
</context>
<context>
    <name>TonightShare</name>
    <message>
        <source>Other tablets</source>
        <translation>Autres tablettes</translation>
    </message>
    <message>
        <source>Tablets on the same network hear each other by themselves. Without one, they read this code: it holds every vote that this tablet knows.</source>
        <translation>Les tablettes du même réseau s’entendent toutes seules. Sans réseau, elles lisent ce code&#x202f;: il contient tous les votes que cette tablette connaît.</translation>
    </message>
    <message>
        <source>Show the votes</source>
        <translation>Montrer les votes</translation>
    </message>
    <message>
        <source>Nobody has voted yet.</source>
        <translation>Personne n’a encore voté.</translation>
    </message>
    <message>
        <source>Read votes</source>
        <translation>Lire des votes</translation>
    </message>
    <message>
        <source>Votes of this tablet</source>
        <translation>Les votes de cette tablette</translation>
    </message>
    <message>
        <source>Votes as a code to scan</source>
        <translation>Les votes comme code à scanner</translation>
    </message>
    <message>
        <source>Any tablet of the family can read it, in any order and as often as you like.</source>
        <translation>Toute tablette de la famille peut le lire, dans n’importe quel ordre et autant de fois que tu veux.</translation>
    </message>
    <message>
        <source>What a scanner has read from the other tablet&apos;s code.</source>
        <translation>Ce qu’un lecteur a lu du code de l’autre tablette.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Count them</source>
        <translation>Les compter</translation>
    </message>
</context>
<context>
    <name>TradesSection</name>
    <message>
        <source>years</source>
        <translation>ans</translation>
    </message>
    <message>
        <source>Never on the public page.</source>
        <translation>Jamais sur la page publique.</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Film on your list</source>
        <translation>Film de votre liste</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Film on a shared list</source>
        <translation>Film d’une liste partagée</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Diary</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>What is deleted stays here for 30 days.</source>
        <translation>Ce qui est supprimé reste ici 30 jours.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurer %1</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 est de retour</translation>
    </message>
    <message>
        <source>Nothing in the trash</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>What you delete stays here for 30 days and can be brought back.</source>
        <translation>Ce que vous supprimez reste ici 30 jours et peut être remis.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <translation>%1 (%2 s)</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Search the name</source>
        <translation>Chercher le nom</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>Taper le code</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Annuler · %1 s</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>Already out</source>
        <translation>Déjà parti</translation>
    </message>
</context>
<context>
    <name>VerdictTop</name>
    <message>
        <source>Sent and confirmed</source>
        <translation>Parti et confirmé</translation>
    </message>
    <message>
        <source>Kept here, to be sent</source>
        <translation>Gardé ici, à envoyer</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>See the coordinator.</source>
        <translation>Voyez la coordination.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day in a sentence</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>Not in this list</source>
        <translation>Pas dans cette liste</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Nouveau ici</translation>
    </message>
    <message>
        <source>Badge withdrawn</source>
        <translation>Badge retiré</translation>
    </message>
    <message>
        <source>Entry blocked</source>
        <translation>Entrée bloquée</translation>
    </message>
    <message>
        <source>Badge expired</source>
        <translation>Badge périmé</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Pas encore valable</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Pas aujourd’hui</translation>
    </message>
    <message>
        <source>Another shoot</source>
        <translation>Autre tournage</translation>
    </message>
    <message>
        <source>Badge altered</source>
        <translation>Badge modifié</translation>
    </message>
    <message>
        <source>Old picture</source>
        <translation>Ancienne image</translation>
    </message>
    <message>
        <source>Kiosk locked</source>
        <translation>Borne verrouillée</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Not a badge</source>
        <translation>Pas un badge</translation>
    </message>
    <message>
        <source>Unknown key</source>
        <translation>Clé inconnue</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Code inconnu</translation>
    </message>
    <message>
        <source>Newer badge</source>
        <translation>Badge plus récent</translation>
    </message>
    <message>
        <source>Badge holder</source>
        <translation>Porteur du badge</translation>
    </message>
    <message>
        <source>recorded at %1. You did not check out on %2.</source>
        <translation>enregistré à %1. Départ non noté le %2.</translation>
    </message>
    <message>
        <source>recorded at %1</source>
        <comment>an arrival</comment>
        <translation>enregistré à %1</translation>
    </message>
    <message>
        <source>recorded at %1, good evening</source>
        <translation>enregistré à %1, bonne soirée</translation>
    </message>
    <message>
        <source>recorded at %1, have a good day</source>
        <translation>enregistré à %1, bonne journée</translation>
    </message>
    <message>
        <source>Already out at %1.</source>
        <translation>Départ déjà noté à %1.</translation>
    </message>
    <message>
        <source>Already in at %1.</source>
        <translation>Déjà noté à %1.</translation>
    </message>
    <message>
        <source>Minor: not before %1.</source>
        <translation>Mineur&#x202f;: pas avant %1.</translation>
    </message>
    <message>
        <source>Minor: not after %1.</source>
        <translation>Mineur&#x202f;: pas après %1.</translation>
    </message>
    <message>
        <source>The badge is genuine, but this kiosk has no such person.</source>
        <translation>Le badge est authentique, mais cette personne n’est pas dans la borne.</translation>
    </message>
    <message>
        <source>A printed code proves nothing. Check the face.</source>
        <translation>Un code imprimé ne prouve rien. Vérifiez le visage.</translation>
    </message>
    <message>
        <source>The badge is no longer valid. Leaving is recorded.</source>
        <translation>Le badge n’est plus valable. Le départ est noté.</translation>
    </message>
    <message>
        <source>This badge was withdrawn on %1.</source>
        <translation>Ce badge a été retiré le %1.</translation>
    </message>
    <message>
        <source>This badge was replaced.</source>
        <translation>Ce badge a été remplacé.</translation>
    </message>
    <message>
        <source>It ended on %1 at %2.</source>
        <translation>Il s’est terminé le %1 à %2.</translation>
    </message>
    <message>
        <source>It begins on %1 at %2.</source>
        <translation>Il commence le %1 à %2.</translation>
    </message>
    <message>
        <source>No call for today.</source>
        <translation>Pas de convocation aujourd’hui.</translation>
    </message>
    <message>
        <source>This badge belongs to another shoot.</source>
        <translation>Ce badge appartient à un autre tournage.</translation>
    </message>
    <message>
        <source>The signature does not hold.</source>
        <translation>La signature n’est pas bonne.</translation>
    </message>
    <message>
        <source>Show the pass itself, not a picture of it.</source>
        <translation>Montrez le badge lui-même, pas une image.</translation>
    </message>
    <message>
        <source>This kiosk needs the network before it goes on.</source>
        <translation>La borne a besoin du réseau avant de continuer.</translation>
    </message>
    <message>
        <source>The code is damaged.</source>
        <translation>Le code est abîmé.</translation>
    </message>
    <message>
        <source>Try again or search the name.</source>
        <translation>Essayez encore ou cherchez le nom.</translation>
    </message>
    <message>
        <source>No key here fits this badge.</source>
        <translation>Aucune clé d’ici ne convient à ce badge.</translation>
    </message>
    <message>
        <source>Nobody here has this code.</source>
        <translation>Personne ici n’a ce code.</translation>
    </message>
    <message>
        <source>This kiosk needs an update to read it.</source>
        <translation>Il faut mettre la borne à jour pour le lire.</translation>
    </message>
    <message>
        <source>Search the name.</source>
        <translation>Cherchez le nom.</translation>
    </message>
    <message>
        <source>This code isn&apos;t from Foyer.</source>
        <translation>Ce code ne vient pas de Foyer.</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Aujourd’hui %1</translation>
    </message>
    <message>
        <source>Departure recorded, to be confirmed</source>
        <translation>Départ noté, à confirmer</translation>
    </message>
    <message>
        <source>Arrival recorded, to be confirmed</source>
        <translation>Arrivée notée, à confirmer</translation>
    </message>
    <message>
        <source>Nothing was counted</source>
        <translation>Rien n’a été compté</translation>
    </message>
    <message>
        <source>Counted once</source>
        <translation>Compté une fois</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>Supervisor: decide with the PIN</source>
        <translation>Superviseur&#x202f;: décidez avec le PIN</translation>
    </message>
    <message>
        <source>Scan kept with its reason</source>
        <translation>Scan gardé avec sa raison</translation>
    </message>
    <message>
        <source>Attempt kept with its reason</source>
        <translation>Essai gardé avec sa raison</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>Rien n’a été ajouté</translation>
    </message>
    <message>
        <source>Call %1, %2 late</source>
        <translation>Convocation %1, %2 de retard</translation>
    </message>
    <message>
        <source>Call %1, early</source>
        <translation>Convocation %1, en avance</translation>
    </message>
    <message>
        <source>Call %1, on time</source>
        <translation>Convocation %1, à l’heure</translation>
    </message>
    <message>
        <source>Left at %1</source>
        <comment>strip</comment>
        <translation>Départ à %1</translation>
    </message>
    <message>
        <source>Arrived at %1</source>
        <comment>strip</comment>
        <translation>Arrivée à %1</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Arrived</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>Déjà noté</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Kept</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Reprendre celle-ci</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Gardée&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Season %1, episode %2</source>
        <translation>Saison %1, épisode %2</translation>
    </message>
</context>
<context>
    <name>ViewingRow</name>
    <message>
        <source>Again</source>
        <translation>Revu</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
</context>
<context>
    <name>ViewingSheet</name>
    <message>
        <source>A viewing of %1</source>
        <translation>Une séance de %1</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Vu le</translation>
    </message>
    <message>
        <source>My rating that day</source>
        <translation>Ma note ce jour-là</translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation>Déjà vu avant</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>At home, which cinema</source>
        <translation>À la maison, quel cinéma</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Avec qui</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Remove this viewing</source>
        <translation>Retirer cette séance</translation>
    </message>
    <message>
        <source>The viewing of %1 was removed</source>
        <translation>La séance de %1 a été retirée</translation>
    </message>
</context>
<context>
    <name>Viewings</name>
    <message>
        <source>%1 is in the diary</source>
        <translation>%1 est dans le journal</translation>
    </message>
    <message>
        <source>Viewings</source>
        <translation>Séances</translation>
    </message>
    <message>
        <source>Seen again today</source>
        <translation>Revu aujourd’hui</translation>
    </message>
    <message>
        <source>Seen today</source>
        <translation>Vu aujourd’hui</translation>
    </message>
</context>
<context>
    <name>WatchlistPage</name>
    <message>
        <source>Watchlist</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Nothing to watch yet</source>
        <translation>Rien à voir pour l’instant</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>Rien en cours</translation>
    </message>
    <message>
        <source>Nothing watched yet</source>
        <translation>Rien de vu pour l’instant</translation>
    </message>
    <message>
        <source>Add a first title, even offline.</source>
        <translation>Ajoutez un premier titre, même sans réseau.</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Ajouter un titre</translation>
    </message>
    <message>
        <source>Search or add a title</source>
        <translation>Chercher ou ajouter un titre</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Diary</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Each viewing, day by day</source>
        <translation>Chaque séance, jour par jour</translation>
    </message>
    <message>
        <source>My year</source>
        <translation>Mon année</translation>
    </message>
    <message>
        <source>What you watched, counted</source>
        <translation>Ce que vous avez vu, compté</translation>
    </message>
    <message>
        <source>Where I watch</source>
        <translation>Où je regarde</translation>
    </message>
    <message>
        <source>Region and services</source>
        <translation>Région et services</translation>
    </message>
</context>
<context>
    <name>WhereToWatch</name>
    <message>
        <source>Included</source>
        <translation>Inclus</translation>
    </message>
    <message>
        <source>To rent</source>
        <translation>À louer</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>À acheter</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratuit</translation>
    </message>
    <message>
        <source>Free with advertising</source>
        <translation>Gratuit avec publicité</translation>
    </message>
    <message>
        <source>Where to watch</source>
        <translation>Où le voir</translation>
    </message>
    <message>
        <source>one of my services</source>
        <translation>un de mes services</translation>
    </message>
    <message>
        <source>seen there on %1</source>
        <translation>vu là le %1</translation>
    </message>
    <message>
        <source>My region and services</source>
        <translation>Ma région et mes services</translation>
    </message>
    <message>
        <source>Choose my region and services</source>
        <translation>Choisir ma région et mes services</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Add a word</source>
        <translation>Ajouter un mot</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>Previous productions</source>
        <translation>Productions précédentes</translation>
    </message>
    <message>
        <source>No production yet</source>
        <translation>Aucune production encore</translation>
    </message>
    <message>
        <source>Films, series, adverts, plays: the last one first.</source>
        <translation>Films, séries, publicités, pièces&#x202f;: la dernière d’abord.</translation>
    </message>
    <message>
        <source>Add a production</source>
        <translation>Ajouter une production</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>YearPage</name>
    <message>
        <source>My year</source>
        <translation>Mon année</translation>
    </message>
    <message>
        <source>Nothing seen in %1 yet</source>
        <translation>Rien vu en %1 pour l’instant</translation>
    </message>
    <message>
        <source>What you note in the diary is counted here.</source>
        <translation>Ce que vous notez dans le journal est compté ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n viewings</source>
        <translation>
            <numerusform>%n séance</numerusform>
            <numerusform>%n séances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episodes</source>
        <translation>
            <numerusform>%n épisode</numerusform>
            <numerusform>%n épisodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen again</source>
        <translation>
            <numerusform>%n revu</numerusform>
            <numerusform>%n revus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in front of a screen</source>
        <translation>%1 devant un écran</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 en moyenne</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>Mois par mois</translation>
    </message>
    <message>
        <source>Liked best</source>
        <translation>Les préférés</translation>
    </message>
    <message>
        <source>What you watch</source>
        <translation>Ce que vous regardez</translation>
    </message>
</context>
<context>
    <name>foyer::kiosk::CameraSource</name>
    <message>
        <source>No camera is connected.</source>
        <translation>Aucune caméra n’est branchée.</translation>
    </message>
</context>
<context>
    <name>foyer::kiosk::FolderSource</name>
    <message>
        <source>The folder %1 is not there.</source>
        <translation>Le dossier %1 est introuvable.</translation>
    </message>
</context>
<context>
    <name>foyer::qt::TonightRound</name>
    <message>
        <source>These votes are for another evening or another list.</source>
        <translation>Ces votes sont pour une autre soirée ou une autre liste.</translation>
    </message>
    <message>
        <source>This code holds no votes of this family.</source>
        <translation>Ce code ne contient pas de votes de cette famille.</translation>
    </message>
</context>
</TS>
