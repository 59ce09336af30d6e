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
chapter-good = Alles wie bisher
chapter-proration = Tageweise berechnet
chapter-roaming = Im Ausland
chapter-overage = Über dem Tarif
chapter-first = Erste Rechnung
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
    [same] Gleicher Betrag, trotz Änderungen
   *[higher] Warum { MONEY($difference) } mehr?
}
changed-intro = { $count ->
    [one] Eines hat sich geändert.
   *[other] { COUNT($count) } Dinge haben sich geändert.
}
# Eine Nachricht je Ursache. Jede sagt, warum, dann { by }: wie viel das ausmacht.
by = { $direction ->
    [lower] { MONEY($amount) } weniger
   *[higher] { MONEY($amount) } mehr
}
roaming-place = { $others ->
    [none] { COUNTRY($country, form: "in") }
    [1] { COUNTRY($country, form: "in") } und { COUNTRY($second, form: "in") }
   *[other] { COUNTRY($country, form: "in") } und in { COUNT($others) } weiteren Ländern
}
change-plan-changed = { $day ->
    [none] Sie wechselten von { TEXT($was) } zu { TEXT($label) }: { by }.
   *[known] Am { DATE($day, case: "dative") } wechselten Sie von { TEXT($was) } zu { TEXT($label) }: { by }.
}
change-product-added = { $day ->
    [none] Neu auf Ihrer Rechnung: { TEXT($label) }, { by }.
   *[known] Neu ab dem { DATE($day, case: "dative") }: { TEXT($label) }, { by }.
}
change-product-removed = { $day ->
    [none] Nicht mehr berechnet: { TEXT($label) }, { by }.
   *[known] { TEXT($label) } endete am { DATE($day, case: "dative") }: { by }.
}
change-price-changed = { $price ->
    [none] Neuer Preis für { TEXT($label) }: { by }.
   *[known] { TEXT($label) } kostet jetzt { MONEY($price, sign: "never", case: "accusative") }: { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] Sie haben einen neuen Rabatt: { by }.
       *[known] Sie haben einen neuen Rabatt von { MONEY($price, sign: "never", case: "dative") }: { by }.
    }
   *[known] { $price ->
        [none] Ihr Rabatt begann am { DATE($day, case: "dative") }: { by }.
       *[known] Ihr Rabatt von { MONEY($price, sign: "never", case: "dative") } begann am { DATE($day, case: "dative") }: { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] Ihr Rabatt ist beendet: { by }.
       *[known] Ihr Rabatt von { MONEY($price_before, sign: "never", case: "dative") } ist beendet: { by }.
    }
   *[known] { $price_before ->
        [none] Ihr Rabatt endete am { DATE($day, case: "dative") }: { by }.
       *[known] Ihr Rabatt von { MONEY($price_before, sign: "never", case: "dative") } endete am { DATE($day, case: "dative") }: { by }.
    }
}
change-promotion-shrank = Ihr Rabatt ist jetzt kleiner, { TEXT($label) }: { by }.
change-promotion-grew = Ihr Rabatt ist jetzt größer, { TEXT($label) }: { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) }, nur ein Teil des Monats: { by }.
       *[known] { TEXT($label) }, nur { QUANTITY($days) }: { by }.
    }
    [last] { $days ->
        [none] { TEXT($label) }, beim letzten Mal nur ein Teil des Monats: { by }.
       *[known] { TEXT($label) }, beim letzten Mal nur { QUANTITY($days) }: { by }.
    }
   *[both] { TEXT($label) }, andere Tage als beim letzten Mal: { by }.
}
change-overage = { $usage ->
    [data] Daten über den Tarif hinaus: { by }.
    [voice] Gespräche über den Tarif hinaus: { by }.
    [messages] Nachrichten über den Tarif hinaus: { by }.
   *[other] Nutzung über den Tarif hinaus: { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) }: { MONEY($amount) } weniger als im { DATE($month_before, format: "month") }.
   *[higher] { TEXT($label) }: { MONEY($amount) } mehr als im { DATE($month_before, format: "month") }.
}
change-roaming = { $kind ->
    [removed] Diesmal kein Roaming: { by }.
   *[charged] { $country ->
        [none] Roaming: { by }.
       *[known] Roaming { roaming-place }: { by }.
    }
}
change-one-time = { $kind ->
    [added] Einmalig berechnet: { TEXT($label) }, { by }.
    [removed] Nur beim letzten Mal berechnet: { TEXT($label) }, { by }.
   *[both] { TEXT($label) }: { by }.
}
change-refund = { $kind ->
    [added] Sie bekommen Geld zurück, { TEXT($label) }: { by }.
    [removed] Beim letzten Mal bekamen Sie Geld zurück, { TEXT($label) }: { by }.
   *[both] Erstattung, { TEXT($label) }: { by }.
}
change-credit = { $kind ->
    [added] Sie bekommen eine Gutschrift, { TEXT($label) }: { by }.
    [removed] Beim letzten Mal bekamen Sie eine Gutschrift, { TEXT($label) }: { by }.
   *[both] Ihre Gutschrift hat sich geändert, { TEXT($label) }: { by }.
}
change-late-fee = { $kind ->
    [added] Eine Gebühr für verspätete Zahlung: { by }.
    [removed] Diesmal keine Gebühr für verspätete Zahlung: { by }.
   *[both] Die Gebühr für verspätete Zahlung hat sich geändert: { by }.
}
change-tax-rate = { $rate ->
    [none] Der Steuersatz hat sich geändert: { by }.
   *[known] Der Steuersatz beträgt jetzt { PERCENT($rate) }: { by }.
}
change-period-length = { $direction ->
    [lower] Diese Rechnung umfasst weniger Tage: { by }.
   *[higher] Diese Rechnung umfasst mehr Tage: { by }.
}
change-rounding = Rundung der Steuer: { by }.
# Ohne Ursache: ein Posten, die Steuer, oder alle kleineren Änderungen zusammen ("other").
change-unnamed = { $kind ->
    [other] Alles Weitere: { by }.
   *[one] { $label ->
        [none] Die Steuer: { by }.
       *[named] { $kind ->
            [added] Neu: { TEXT($label) }, { by }.
            [removed] Nicht mehr berechnet: { TEXT($label) }, { by }.
           *[changed] { TEXT($label) }: { by }.
        }
    }
}
change-unexplained = { MONEY($amount, sign: "never") } davon erklären die beiden Rechnungen nicht.
change = { $cause ->
    [plan_changed] { change-plan-changed }
    [product_added] { change-product-added }
    [product_removed] { change-product-removed }
    [price_changed] { change-price-changed }
    [promotion_started] { change-promotion-started }
    [promotion_ended] { change-promotion-ended }
    [promotion_shrank] { change-promotion-shrank }
    [promotion_grew] { change-promotion-grew }
    [proration] { change-proration }
    [overage] { change-overage }
    [usage] { change-usage }
    [roaming] { change-roaming }
    [one_time] { change-one-time }
    [refund] { change-refund }
    [credit] { change-credit }
    [late_fee] { change-late-fee }
    [tax_rate] { change-tax-rate }
    [period_length] { change-period-length }
    [rounding] { change-rounding }
   *[none] { change-unnamed }
}
# Unter einem Balken: was es ist, in wenigen Worten.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] Neuer Tarif: { TEXT($label) }
       *[known] Neuer Tarif ab { DATE($day, case: "dative") }
    }
    [product_added] Neu: { TEXT($label) }
    [product_removed] Beendet: { TEXT($label) }
    [price_changed] Neuer Preis: { TEXT($label) }
    [promotion_started] { $day ->
        [none] Neuer Rabatt
       *[known] Rabatt ab { DATE($day, case: "dative") }
    }
    [promotion_ended] { $day ->
        [none] Rabatt beendet
       *[known] Rabatt endete am { DATE($day, case: "dative") }
    }
    [promotion_shrank] Kleinerer Rabatt
    [promotion_grew] Größerer Rabatt
    [proration] Teil des Monats: { TEXT($label) }
    [overage] { $usage ->
        [data] Daten über den Tarif hinaus
        [voice] Gespräche über den Tarif hinaus
        [messages] Nachrichten über den Tarif hinaus
       *[other] Nutzung über den Tarif hinaus
    }
    [usage] { $direction ->
        [lower] Weniger: { TEXT($label) }
       *[higher] Mehr: { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] Kein Roaming
       *[charged] { $country ->
            [none] Roaming
           *[known] Roaming { roaming-place }
        }
    }
    [one_time] { $kind ->
        [added] Einmalig: { TEXT($label) }
        [removed] Nur letztes Mal: { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] Erstattung: { TEXT($label) }
    [credit] Gutschrift: { TEXT($label) }
    [late_fee] Gebühr für verspätete Zahlung
    [tax_rate] { $rate ->
        [none] Neuer Steuersatz
       *[known] Steuersatz jetzt { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] Weniger Tage
       *[higher] Mehr Tage
    }
    [rounding] Rundung
   *[none] { $label ->
        [none] Steuer
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }, { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] Weitere Änderungen
    [unexplained] Nicht erklärt
   *[step] { bar-label }
}
changed-alt = { $count ->
    [one] Eine Änderung führt von den Kosten der letzten Rechnung zu denen dieser.
   *[other] { COUNT($count) } Änderungen führen von den Kosten der letzten Rechnung zu denen dieser.
}

## A period in parts

proration-headline = { $kind ->
    [plan_changed] Zwei Tarife, jeder Tag zählt einmal
    [started] Berechnet ab dem { DATE($day, case: "dative") }
    [ended] Berechnet bis zum { DATE($day, case: "dative") }
   *[part] Ein Teil des Monats
}
proration-intro = { $kind ->
    [plan_changed] Jeder Tag zählt nur einmal.
   *[part] Nur diese Tage werden berechnet.
}
proration-sub = { $kind ->
    [plan_changed] Tarifwechsel am { DATE($day, case: "dative") }.
   *[part] Nur die farbigen Tage werden berechnet.
}
proration-name = { $label ->
    [none] Ihr Tarif
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($days, unit: "no") } von { QUANTITY($of_days, case: "dative") }
}
proration-part = { $days ->
    [none] { proration-name }: { MONEY($amount) }.
   *[known] { proration-name }, { proration-share }: { MONEY($amount) }.
}
proration-days = { $price ->
    [none] { $days ->
        [none] Ein Teil des Monats
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] { MONEY($price, sign: "never") } im Monat
   *[period] { MONEY($price, sign: "never") } für alle Tage
}
proration-alt = { $count ->
    [one] Ein Kalender: Die berechneten Tage sind gefüllt.
   *[other] Ein Kalender: Jeder Tag hat den Ton des Tarifs, der ihn berechnet.
}

## Use abroad

roaming-headline = Ihr Telefon im Ausland
roaming-sub = insgesamt auf dieser Rechnung
roaming-line = Die Nutzung im Ausland kostet { MONEY($amount, case: "accusative") }.
roaming-told = Das hat jedes Land gekostet.
roaming-country = { $country ->
    [none] Andernorts
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country }: { MONEY($amount) }.

## Use beyond the plan

overage-cost = { $lead ->
    [true] Das kostet { MONEY($amount, case: "accusative") }.
   *[false] { overage-label }: { MONEY($amount) }.
}
overage-label = { $usage ->
    [data] { QUANTITY($over) } Daten über den Tarif hinaus
    [voice] { QUANTITY($over) } Gespräche über den Tarif hinaus
   *[other] { QUANTITY($over) } über den Tarif hinaus
}

## A first bill

first-headline = { $higher ->
    [true] Warum die erste Rechnung höher ist
   *[false] Was auf Ihrer ersten Rechnung steht
}
first-intro = { $mix ->
    [both] Das ist Ihre erste Rechnung. Sie enthält einen Teil eines Monats und einen ganzen.
    [part] Das ist Ihre erste Rechnung. Sie beginnt am { DATE($day, case: "dative") }.
   *[whole] Das ist Ihre erste Rechnung.
}
first-part = { $days ->
    [none] Die Tage vor dem ersten ganzen Monat: { MONEY($amount) }.
    [one] Der erste Tag: { MONEY($amount) }.
   *[other] Die ersten { QUANTITY($days) }: { MONEY($amount) }.
}
first-part-label = { $period ->
    [none] Die ersten Tage
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] Ein Teil des Monats
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] Ein ganzer Monat im Voraus: { MONEY($amount) }.
   *[whole] Ein ganzer Monat: { MONEY($amount) }.
}
first-advance-label = { $period ->
    [none] Ein ganzer Monat
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] Ein ganzer Monat, im Voraus
   *[whole] Ein ganzer Monat
}
first-once = { $label ->
    [none] Einmalig berechnet: { MONEY($amount) }.
   *[named] Einmalig berechnet, { TEXT($label) }: { MONEY($amount) }.
}
first-once-label = { $label ->
    [none] Einmalige Kosten
   *[named] { TEXT($label) }
}
first-once-sub = Einmalig berechnet
first-other = Alles Weitere: { MONEY($amount) }.
first-other-label = Alles Weitere
first-regular = Danach kostet ein ganzer Monat { MONEY($amount, case: "accusative") }.
first-regular-label = Ein ganzer Monat kostet
first-regular-sub = ohne das, was darüber hinausgeht

## Nothing changed

good-headline = Nichts hat sich geändert
good-line = Ihre Kosten sind dieselben wie im { DATE($month_before, format: "month") }, Posten für Posten.
good-sub = Dieselben Kosten wie im { DATE($month_before, format: "month") }, Posten für Posten.
good-month = { DATE($month, format: "month") }

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

## Offers

chapter-offer = Ein Angebot
offer-label = Angebot
offer-intro = Hier ist ein Angebot, das zu Ihren Rechnungen passt.
offer-more-data = Mehr Daten
offer-more-data-includes = { QUANTITY($included) } zusätzlich zu Ihrem Tarif, jeden Monat.
offer-more-data-instead = Daten über den Tarif hinaus
offer-roaming-everywhere = Roaming Überall
offer-roaming-everywhere-includes = Telefonieren, SMS und Daten im Ausland wie zu Hause.
offer-roaming-everywhere-instead = Roaming
offer-unlimited-calls = Telefonieren ohne Limit
offer-unlimited-calls-includes = Gespräche in alle nationalen Netze.
offer-unlimited-calls-instead = Gespräche außerhalb des Tarifs
offer-price = { MONEY($price) } im Monat
offer-price-line = Es kostet { MONEY($price) } im Monat.
offer-saving-line = { $bills ->
    [one] Auf Ihrer letzten Rechnung hätten Sie { MONEY($saving) } weniger bezahlt.
   *[other] Auf Ihren letzten { COUNT($bills) } Rechnungen hätten Sie { MONEY($saving) } weniger bezahlt.
}
offer-over = { $bills ->
    [one] Ihre letzte Rechnung
   *[other] Ihre letzten { COUNT($bills) } Rechnungen
}
offer-instead-cost = Mit diesem Angebot
offer-less = Sie hätten gespart
offer-ask = Sie können unten { SPAN("die Einzelheiten ansehen", id: "details") }. Hier wird nichts bestellt.
offer-details = Einzelheiten ansehen
offer-terms = { $seller ->
    [none] Dies ist ein Angebot. Einzelheiten und Bedingungen stehen auf seiner Seite. Hier wird nichts bestellt.
   *[named] Ein Angebot von { TEXT($seller) }. Einzelheiten und Bedingungen stehen auf seiner Seite. Hier wird nichts bestellt.
}
