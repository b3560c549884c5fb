<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlbumPage</name>
    <message numerus="yes">
        <source>%n photos taken out of the album</source>
        <translation>
            <numerusform>%n photo taken out of the album</numerusform>
            <numerusform>%n photos taken out of the album</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n photos out</source>
        <translation>
            <numerusform>Take %n photo out</numerusform>
            <numerusform>Take %n photos out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n changes wait behind it.</source>
        <translation>
            <numerusform>%n change waits behind it.</numerusform>
            <numerusform>%n changes wait behind it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchSheet</name>
    <message numerus="yes">
        <source>Edit %n photos</source>
        <translation>
            <numerusform>Edit %n photo</numerusform>
            <numerusform>Edit %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos rated</source>
        <translation>
            <numerusform>%n photo rated</numerusform>
            <numerusform>%n photos rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos picked</source>
        <translation>
            <numerusform>%n photo picked</numerusform>
            <numerusform>%n photos picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos rejected</source>
        <translation>
            <numerusform>%n photo rejected</numerusform>
            <numerusform>%n photos rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos without marks</source>
        <translation>
            <numerusform>%n photo without marks</numerusform>
            <numerusform>%n photos without marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos tagged</source>
        <translation>
            <numerusform>%n photo tagged</numerusform>
            <numerusform>%n photos tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos without the tag</source>
        <translation>
            <numerusform>%n photo without the tag</numerusform>
            <numerusform>%n photos without the tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos titled</source>
        <translation>
            <numerusform>%n photo titled</numerusform>
            <numerusform>%n photos titled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos described</source>
        <translation>
            <numerusform>%n photo described</numerusform>
            <numerusform>%n photos described</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos signed</source>
        <translation>
            <numerusform>%n photo signed</numerusform>
            <numerusform>%n photos signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos put into the album</source>
        <translation>
            <numerusform>%n photo put into the album</numerusform>
            <numerusform>%n photos put into the album</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n photos</source>
        <translation>
            <numerusform>Delete %n photo</numerusform>
            <numerusform>Delete %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos deleted. Recoverable for 30 days.</source>
        <translation>
            <numerusform>%n photo deleted. Recoverable for 30 days.</numerusform>
            <numerusform>%n photos deleted. Recoverable for 30 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChildPage</name>
    <message numerus="yes">
        <source>%n titles are for older people, or nobody knows their age. They are not shown here.</source>
        <translation>
            <numerusform>%n title is for older people, or nobody knows its age. It is not shown here.</numerusform>
            <numerusform>%n titles are for older people, or nobody knows their age. They are not shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CullPage</name>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyOpinions</name>
    <message numerus="yes">
        <source>%1 on average, %n ratings</source>
        <translation>
            <numerusform>%1 on average, %n rating</numerusform>
            <numerusform>%1 on average, %n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n change to fix</numerusform>
            <numerusform>%n changes to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times somebody wrote at the same time as you. Both versions are here.</source>
        <translation>
            <numerusform>%n time somebody wrote at the same time as you. Both versions are here.</numerusform>
            <numerusform>%n times somebody wrote at the same time as you. Both versions are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message numerus="yes">
        <source>%n years old. Others see the age only.</source>
        <translation>
            <numerusform>%n year old. Others see the age only.</numerusform>
            <numerusform>%n years old. Others see the age only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n damaged files</source>
        <translation>
            <numerusform>%n damaged file</numerusform>
            <numerusform>%n damaged files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was taken stays. %n files that wait are left out; they can be imported again at any time.</source>
        <translation>
            <numerusform>What was taken stays. %n file that waits is left out; it can be imported again at any time.</numerusform>
            <numerusform>What was taken stays. %n files that wait are left out; they can be imported again at any time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n files</source>
        <translation>
            <numerusform>Leave out %n file</numerusform>
            <numerusform>Leave out %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message numerus="yes">
        <source>%n photos taken</source>
        <translation>
            <numerusform>%n photo taken</numerusform>
            <numerusform>%n photos taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged files listed</source>
        <translation>
            <numerusform>%n damaged file listed</numerusform>
            <numerusform>%n damaged files listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MePage</name>
    <message numerus="yes">
        <source>%n changes wait for you</source>
        <translation>
            <numerusform>%n change waits for you</numerusform>
            <numerusform>%n changes wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. They stay on this device and go out when you sign in again.</source>
        <translation>
            <numerusform>%n change is not sent yet. It stays on this device and goes out when you sign in again.</numerusform>
            <numerusform>%n changes are not sent yet. They stay on this device and go out when you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoFacts</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoFilterSheet</name>
    <message numerus="yes">
        <source>From %n stars</source>
        <translation>
            <numerusform>From %n star</numerusform>
            <numerusform>From %n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n digits</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n entries made here before you signed in are in your account now.</source>
        <translation>
            <numerusform>%n entry made here before you signed in is in your account now.</numerusform>
            <numerusform>%n entries made here before you signed in are in your account now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpaceSheet</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpaceWords</name>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n change to fix</numerusform>
            <numerusform>%n changes to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait for the network</source>
        <translation>
            <numerusform>%n change waits for the network</numerusform>
            <numerusform>%n changes wait for the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes on their way</source>
        <translation>
            <numerusform>%n change on its way</numerusform>
            <numerusform>%n changes on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries in two versions</source>
        <translation>
            <numerusform>%n entry in two versions</numerusform>
            <numerusform>%n entries in two versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>events to be sent</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n present</source>
        <comment>people on site</comment>
        <translation>
            <numerusform>%n present</numerusform>
            <numerusform>%n present</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n changes to fix</source>
        <translation>
            <numerusform>%n change to fix</numerusform>
            <numerusform>%n changes to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n to send</source>
        <translation>
            <numerusform>Offline · %n to send</numerusform>
            <numerusform>Offline · %n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %1 of %n changes.</source>
        <translation>
            <numerusform>Sending %1 of %n change.</numerusform>
            <numerusform>Sending %1 of %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server did not accept %n changes. Nothing is lost.</source>
        <translation>
            <numerusform>The server did not accept %n change. Nothing is lost.</numerusform>
            <numerusform>The server did not accept %n changes. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You work offline. %n changes are kept here.</source>
        <translation>
            <numerusform>You work offline. %n change is kept here.</numerusform>
            <numerusform>You work offline. %n changes are kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1. Carry on, %n changes are kept.</source>
        <translation>
            <numerusform>Offline since %1. Carry on, %n change is kept.</numerusform>
            <numerusform>Offline since %1. Carry on, %n changes are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline. Carry on, %n changes are kept.</source>
        <translation>
            <numerusform>Offline. Carry on, %n change is kept.</numerusform>
            <numerusform>Offline. Carry on, %n changes are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalentSharing</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TonightResult</name>
    <message numerus="yes">
        <source>%n yes</source>
        <translation>
            <numerusform>%n yes</numerusform>
            <numerusform>%n yes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n why not</source>
        <translation>
            <numerusform>%n why not</numerusform>
            <numerusform>%n why not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n against</source>
        <translation>
            <numerusform>%n against</numerusform>
            <numerusform>%n against</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearPage</name>
    <message numerus="yes">
        <source>%n viewings</source>
        <translation>
            <numerusform>%n viewing</numerusform>
            <numerusform>%n viewings</numerusform>
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
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen again</source>
        <translation>
            <numerusform>%n seen again</numerusform>
            <numerusform>%n seen again</numerusform>
        </translation>
    </message>
</context>
</TS>
