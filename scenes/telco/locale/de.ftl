# Deutsch (Deutschland). Sie. Kurze Sätze, eine Zahl auf einmal.

## The film

film-title = { $month ->
    [none] Ihre Rechnung
   *[other] Ihre Rechnung für { DATE($month, format: "month") }
}
bill-name = Rechnung { DATE($month, format: "month-year") }
bill-name-undated = Ihre Rechnung

teaser-headline = Ihre Rechnung für { DATE($month, format: "month") }, einfach erklärt
teaser-headline-undated = Ihre Rechnung, einfach erklärt

chapter-greeting = Willkommen
chapter-total = Ihr Betrag
chapter-changed = Was sich geändert hat
chapter-charges = Ihre Kosten
chapter-usage = Ihre Nutzung
chapter-history = Frühere Rechnungen
chapter-note = Ein Wort an Sie
chapter-due = Zahlung
chapter-closing = Zum Schluss

## Greeting

greeting-hello = Guten Tag { TEXT($name) },
greeting-hello-anonymous = Guten Tag,
greeting-headline = hier ist Ihre Rechnung, einfach erklärt.
greeting-line = Guten Tag { TEXT($name) }. Das ist Ihre Rechnung für { DATE($month, format: "month") }.
greeting-line-undated = Guten Tag { TEXT($name) }. Das ist Ihre Rechnung.
greeting-line-anonymous = Guten Tag. Das ist Ihre Rechnung für { DATE($month, format: "month") }.
greeting-line-bare = Guten Tag. Das ist Ihre Rechnung.
fact-line = Mobilfunknummer
fact-number = Rechnungsnummer
fact-period = Zeitraum
fact-due = Fällig

## Total

total-label = Ihre Rechnung für { DATE($month, format: "month") }
total-label-undated = Ihre Rechnung
total-credit-label = Zu Ihren Gunsten
total-intro = Der Betrag ist { MONEY($amount) }.
total-compare = { $direction ->
    [lower] Ihre Kosten sind { MONEY($difference) } niedriger als im { DATE($previous_month, format: "month") }.
   *[higher] Ihre Kosten sind { MONEY($difference) } höher als im { DATE($previous_month, format: "month") }.
}
total-same = Ihre Kosten sind so hoch wie im { DATE($previous_month, format: "month") }.
total-credit = Sie müssen nichts bezahlen. Ihr Guthaben beträgt { MONEY($amount) }.
total-nothing = Sie müssen nichts bezahlen.
chip-higher = { MONEY($difference) } mehr als im { DATE($previous_month, format: "month") }
chip-lower = { MONEY($difference) } weniger als im { DATE($previous_month, format: "month") }
chip-same = So viel wie im { DATE($previous_month, format: "month") }
due-on = Fällig am { DATE($due, format: "full", case: "dative") }
total-alt = Zwei Balken: die Kosten der vorigen Rechnung und dieser.

## What changed

changed-headline = { $direction ->
    [lower] Warum { MONEY($difference) } weniger?
   *[higher] Warum { MONEY($difference) } mehr?
}
changed-intro = { $count ->
    [one] Eines hat sich geändert.
   *[other] { COUNT($count) } Dinge haben sich geändert.
}
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] Alles Weitere: { MONEY($amount) } weniger.
           *[higher] Alles Weitere: { MONEY($amount) } mehr.
        }
       *[tax] { $direction ->
            [lower] Die Steuer ist { MONEY($amount) } niedriger.
           *[higher] Die Steuer ist { MONEY($amount) } höher.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] Neu: { TEXT($label) }, { MONEY($amount) } weniger.
           *[higher] Neu: { TEXT($label) }, { MONEY($amount) } mehr.
        }
        [removed] { $direction ->
            [lower] Nicht mehr berechnet: { TEXT($label) }, { MONEY($amount) } weniger.
           *[higher] Beendet: { TEXT($label) }, { MONEY($amount) } mehr.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) }: { MONEY($amount) } weniger.
           *[higher] { TEXT($label) }: { MONEY($amount) } mehr.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] Weitere Änderungen
   *[step] { $label ->
        [none] Steuer
       *[named] { TEXT($label) }
    }
}
changed-alt = { $count ->
    [one] Eine Änderung führt von den Kosten der letzten Rechnung zu denen dieser.
   *[other] { COUNT($count) } Änderungen führen von den Kosten der letzten Rechnung zu denen dieser.
}

## Charges

charges-headline = Woraus Ihre Rechnung für { DATE($month, format: "month") } besteht
charges-headline-undated = Woraus Ihre Rechnung besteht
charges-total = Summe
charges-intro = Daraus setzt sich Ihre Rechnung zusammen.
charges-largest = { $group ->
    [line] Der größte Teil: { TEXT($label) }, { MONEY($amount) }.
    [recurring] Der größte Teil ist Ihr Tarif: { MONEY($amount) }.
    [recurring_and_discounts] Der größte Teil ist Ihr Tarif mit den Rabatten: { MONEY($amount) }.
    [usage] Der größte Teil ist Ihr Verbrauch: { MONEY($amount) }.
    [roaming] Der größte Teil ist Roaming: { MONEY($amount) }.
    [one_time] Der größte Teil sind einmalige Kosten: { MONEY($amount) }.
    [device] Der größte Teil ist Ihr Gerät: { MONEY($amount) }.
    [content] Der größte Teil sind Inhalte: { MONEY($amount) }.
    [discount] Der größte Teil sind Rabatte: { MONEY($amount) }.
    [credit] Der größte Teil sind Gutschriften: { MONEY($amount) }.
    [penalty] Der größte Teil sind Mahngebühren: { MONEY($amount) }.
    [tax] Der größte Teil sind Steuern: { MONEY($amount) }.
   *[other] Der größte Teil sind sonstige Kosten: { MONEY($amount) }.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] Monatlicher Tarif
    [recurring_and_discounts] Monatlicher Tarif und Rabatte
    [usage] Verbrauch
    [roaming] Roaming
    [one_time] Einmalige Kosten
    [device] Gerät
    [content] Inhalte
    [discount] Rabatte
    [credit] Gutschriften
    [penalty] Mahngebühren
    [tax] Steuern
   *[other] Sonstige Kosten
}
charges-alt = Ein Ring aus den Posten der Summe; die Liste daneben nennt jeden.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] Mehr Daten, als Ihr Tarif enthält
        [voice] Mehr Minuten, als Ihr Tarif enthält
        [messages] Mehr Nachrichten, als Ihr Tarif enthält
       *[other] Mehr, als Ihr Tarif enthält
    }
    [near] { $kind ->
        [data] Ihr Datenvolumen ist fast aufgebraucht
        [voice] Ihre Minuten sind fast aufgebraucht
        [messages] Ihre Nachrichten sind fast aufgebraucht
       *[other] Ihr Kontingent ist fast aufgebraucht
    }
    [unlimited] { $kind ->
        [data] Ihr Datenvolumen ist unbegrenzt
        [voice] Ihre Gespräche sind unbegrenzt
        [messages] Ihre Nachrichten sind unbegrenzt
       *[other] Ihr Tarif ist unbegrenzt
    }
    [unknown] Was Sie genutzt haben
   *[within] { $kind ->
        [data] Ihr Datenvolumen hat gereicht
        [voice] Ihre Minuten haben gereicht
        [messages] Ihre Nachrichten haben gereicht
       *[other] Ihr Kontingent hat gereicht
    }
}
usage-sub = { $state ->
    [over] { QUANTITY($over) } mehr, als Ihr Tarif enthält.
   *[within] { $share ->
        [none] Übrig: { QUANTITY($remaining) }.
       *[known] Sie haben { PERCENT($share) } genutzt. Übrig: { QUANTITY($remaining) }.
    }
}
usage-line = { $state ->
    [over] Sie haben { QUANTITY($used) } von { QUANTITY($included) } genutzt. Das sind { QUANTITY($over) } zu viel.
    [near] Sie haben { QUANTITY($used) } von { QUANTITY($included) } genutzt: fast alles.
    [unlimited] Sie haben { QUANTITY($used) } genutzt, ohne Grenze.
    [unknown] Sie haben { QUANTITY($used) } genutzt.
   *[within] Sie haben { QUANTITY($used) } von { QUANTITY($included) } genutzt.
}
usage-of = von { QUANTITY($included) }
usage-unlimited = unbegrenzt
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }, unbegrenzt
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } von { QUANTITY($included) }
}
usage-kind = { $kind ->
    [data] Daten
    [voice] Gespräche
    [messages] Nachrichten
   *[other] Sonstige Nutzung
}
usage-alt = { QUANTITY($used) } von { QUANTITY($included) } genutzt.
usage-slices-alt = Balken: Ihre Nutzung in jedem Teil des Zeitraums.

## History

history-headline = { $count ->
    [one] Ihre letzte Rechnung
   *[other] Ihre letzten { COUNT($count) } Rechnungen
}
history-average = { MONEY($average) } im Durchschnitt
history-line = { $count ->
    [one] Ihre letzte Rechnung lag bei { MONEY($average) }.
   *[other] Ihre letzten { COUNT($count) } Rechnungen lagen im Schnitt bei { MONEY($average) }.
}
history-alt = { $count ->
    [one] Ein Balken: die Kosten Ihrer letzten Rechnung.
   *[other] Balken: die Kosten Ihrer letzten { COUNT($count) } Rechnungen.
}

## A personal note

note-headline = Ein Wort an Sie, { TEXT($name) }
note-headline-anonymous = Ein Wort an Sie
note-line = { TEXT($note) }
note-since = Bei uns seit { DATE($since, format: "month-year") }

## What is due

due-label = Zu zahlen
due-date = Bitte zahlen Sie bis zum { DATE($due, format: "full", case: "dative") }
due-debit-date = Lastschrift am { DATE($due, format: "full", case: "dative") }
step-line = { $kind ->
    [paid] Bereits bezahlt: { MONEY($amount) }.
   *[carried_over] { $direction ->
        [lower] Guthaben aus früheren Rechnungen: { MONEY($amount) }.
       *[higher] Übertrag aus früheren Rechnungen: { MONEY($amount) }.
    }
}
step-label = { $kind ->
    [carried_over] Übertrag
    [paid] Bereits bezahlt
    [rounding] Rundung
   *[charges] Rechnungsbetrag
}
due-total = Zu zahlen bleiben { MONEY($amount) }.
due-line = Der Betrag ist am { DATE($due, case: "dative") } fällig.
due-line-undated = Zu zahlen sind { MONEY($amount) }.
due-debit-line = Wir buchen { MONEY($amount) } am { DATE($due, case: "dative") } von Ihrem Konto ab. Sie müssen nichts tun.
due-pay = Sie können { SPAN("gleich hier bezahlen", id: "pay") } oder unten { SPAN("jeden Posten ansehen", id: "details") }.
pay-now = Jetzt bezahlen
bill-details = Rechnungsdetails

## Closing

closing-headline = Das war Ihre Rechnung für { DATE($month, format: "month") }.
closing-headline-undated = Das war Ihre Rechnung.
closing-thanks = Vielen Dank, { TEXT($name) }.
closing-thanks-anonymous = Vielen Dank.
closing-legal = Dieser Film erklärt Ihre Rechnung. Maßgeblich ist die Rechnung selbst.
closing-line = Ist etwas unklar? Fragen Sie uns zu jedem Posten.

## The short film, when only total and due date are certain

short-line = Alle Einzelheiten stehen auf Ihrer Rechnung.
short-note = Ihre Rechnung führt jeden Posten auf. Sie finden sie dort, wo Sie Ihre Rechnungen sonst erhalten.
