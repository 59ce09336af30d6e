# Français (France). Vouvoiement. Phrases courtes, un seul chiffre à la fois.

## The film

film-title = { $month ->
    [none] Votre facture
   *[other] Votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }
}
bill-name = Facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month-year") }
bill-name-undated = Votre facture

teaser-headline = Votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }, expliquée
teaser-headline-undated = Votre facture, expliquée

chapter-greeting = Bienvenue
chapter-total = Votre total
chapter-changed = Ce qui a changé
chapter-charges = Vos frais
chapter-usage = Vos usages
chapter-history = Vos factures
chapter-note = Un mot pour vous
chapter-due = Paiement
chapter-closing = Pour finir

## Greeting

greeting-hello = Bonjour { TEXT($name) },
greeting-hello-anonymous = Bonjour,
greeting-headline = voici votre facture, expliquée.
greeting-line = Bonjour { TEXT($name) }. Voici votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }.
greeting-line-undated = Bonjour { TEXT($name) }. Voici votre facture.
greeting-line-anonymous = Bonjour. Voici votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }.
greeting-line-bare = Bonjour. Voici votre facture.
fact-line = Ligne mobile
fact-number = N° de facture
    .spoken = Numéro de facture
fact-period = Période
fact-due = Échéance

## Total

total-label = Votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }
total-label-undated = Votre facture
total-credit-label = En votre faveur
total-intro = Elle s’élève à { MONEY($amount) }.
total-compare = { $direction ->
    [lower] Vos frais ont baissé de { MONEY($difference) } par rapport à { DATE($previous_month, format: "month") }.
   *[higher] Vos frais ont augmenté de { MONEY($difference) } par rapport à { DATE($previous_month, format: "month") }.
}
total-same = Vos frais sont les mêmes qu’en { DATE($previous_month, format: "month") }.
total-credit = Vous n’avez rien à payer. Un crédit de { MONEY($amount) } est en votre faveur.
total-nothing = Vous n’avez rien à payer.
chip-higher = { MONEY($difference) } de plus qu’en { DATE($previous_month, format: "month") }
chip-lower = { MONEY($difference) } de moins qu’en { DATE($previous_month, format: "month") }
chip-same = Comme en { DATE($previous_month, format: "month") }
due-on = Échéance le { DATE($due, format: "full") }
total-alt = Deux barres : les frais de la facture précédente et ceux de celle-ci.

## What changed

changed-headline = { $direction ->
    [lower] Pourquoi { MONEY($difference) } de moins ?
   *[higher] Pourquoi { MONEY($difference) } de plus ?
}
changed-intro = { $count ->
    [one] Une chose a changé.
   *[other] { COUNT($count) } choses ont changé.
}
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] Tout le reste : { MONEY($amount) } de moins.
           *[higher] Tout le reste : { MONEY($amount) } de plus.
        }
       *[tax] { $direction ->
            [lower] Les taxes baissent de { MONEY($amount) }.
           *[higher] Les taxes augmentent de { MONEY($amount) }.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] Nouveau : { TEXT($label) }, { MONEY($amount) } de moins.
           *[higher] Nouveau : { TEXT($label) }, { MONEY($amount) } de plus.
        }
        [removed] { $direction ->
            [lower] N’est plus facturé : { TEXT($label) }, { MONEY($amount) } de moins.
           *[higher] Terminé : { TEXT($label) }, { MONEY($amount) } de plus.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) } : { MONEY($amount) } de moins.
           *[higher] { TEXT($label) } : { MONEY($amount) } de plus.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] Autres changements
   *[step] { $label ->
        [none] Taxes
       *[named] { TEXT($label) }
    }
}
changed-alt = { $count ->
    [one] Un changement mène des frais de la dernière facture à ceux de celle-ci.
   *[other] { COUNT($count) } changements mènent des frais de la dernière facture à ceux de celle-ci.
}

## Charges

charges-headline = Le détail de votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }
charges-headline-undated = Le détail de votre facture
charges-total = Total
charges-intro = Voici ce qui compose votre facture.
charges-largest = { $group ->
    [line] La plus grande part : { TEXT($label) }, { MONEY($amount) }.
    [recurring] Votre forfait en est la plus grande part : { MONEY($amount) }.
    [recurring_and_discounts] Votre forfait et ses remises en sont la plus grande part : { MONEY($amount) }.
    [usage] Vos consommations en sont la plus grande part : { MONEY($amount) }.
    [roaming] L’itinérance en est la plus grande part : { MONEY($amount) }.
    [one_time] Les frais ponctuels en sont la plus grande part : { MONEY($amount) }.
    [device] Votre appareil en est la plus grande part : { MONEY($amount) }.
    [content] Les contenus en sont la plus grande part : { MONEY($amount) }.
    [discount] Les remises en sont la plus grande part : { MONEY($amount) }.
    [credit] Les avoirs en sont la plus grande part : { MONEY($amount) }.
    [penalty] Les pénalités en sont la plus grande part : { MONEY($amount) }.
    [tax] Les taxes en sont la plus grande part : { MONEY($amount) }.
   *[other] Les autres frais en sont la plus grande part : { MONEY($amount) }.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] Forfait mensuel
    [recurring_and_discounts] Forfait mensuel et remises
    [usage] Consommations
    [roaming] Itinérance
    [one_time] Frais ponctuels
    [device] Appareil
    [content] Contenus
    [discount] Remises
    [credit] Avoirs
    [penalty] Pénalités
    [tax] Taxes
   *[other] Autres frais
}
charges-alt = Un anneau des frais qui composent le total ; la liste à côté nomme chacun.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] Vous avez dépassé vos données incluses
        [voice] Vous avez dépassé vos appels inclus
        [messages] Vous avez dépassé vos messages inclus
       *[other] Vous avez dépassé votre forfait
    }
    [near] { $kind ->
        [data] Vous avez utilisé presque toutes vos données
        [voice] Vous avez utilisé presque tous vos appels
        [messages] Vous avez utilisé presque tous vos messages
       *[other] Vous avez utilisé presque tout votre forfait
    }
    [unlimited] { $kind ->
        [data] Vos données sont illimitées
        [voice] Vos appels sont illimités
        [messages] Vos messages sont illimités
       *[other] Votre forfait est illimité
    }
    [unknown] Ce que vous avez utilisé
   *[within] { $kind ->
        [data] Vous n’avez pas dépassé vos données incluses
        [voice] Vous n’avez pas dépassé vos appels inclus
        [messages] Vous n’avez pas dépassé vos messages inclus
       *[other] Vous n’avez pas dépassé votre forfait
    }
}
usage-sub = { $state ->
    [over] { QUANTITY($over) } de plus que le forfait.
   *[within] { $share ->
        [none] Il restait { QUANTITY($remaining) }.
       *[known] Vous avez utilisé { PERCENT($share) } de votre forfait. Il restait { QUANTITY($remaining) }.
    }
}
usage-line = { $state ->
    [over] Vous avez utilisé { QUANTITY($used) } sur { QUANTITY($included) }. C’est { QUANTITY($over) } de trop.
    [near] Vous avez utilisé { QUANTITY($used) } sur { QUANTITY($included) } : presque tout.
    [unlimited] Vous avez utilisé { QUANTITY($used) }, sans limite.
    [unknown] Vous avez utilisé { QUANTITY($used) }.
   *[within] Vous avez utilisé { QUANTITY($used) } sur { QUANTITY($included) }.
}
usage-of = sur { QUANTITY($included) }
usage-unlimited = sans limite
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }, sans limite
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } sur { QUANTITY($included) }
}
usage-kind = { $kind ->
    [data] Données
    [voice] Appels
    [messages] Messages
   *[other] Autres usages
}
usage-alt = Utilisation : { QUANTITY($used) } sur { QUANTITY($included) }.
usage-slices-alt = Des barres : ce que vous avez utilisé dans chaque partie de la période.

## History

history-headline = { $count ->
    [one] Votre dernière facture
   *[other] Vos { COUNT($count) } dernières factures
}
history-average = { MONEY($average) } en moyenne
history-line = { $count ->
    [one] Votre dernière facture était de { MONEY($average) }.
   *[other] Vos { COUNT($count) } dernières factures : { MONEY($average) } en moyenne.
}
history-alt = { $count ->
    [one] Une barre : les frais de votre dernière facture.
   *[other] Des barres : les frais de vos { COUNT($count) } dernières factures.
}

## A personal note

note-headline = Un mot pour vous, { TEXT($name) }
note-headline-anonymous = Un mot pour vous
note-line = { TEXT($note) }
note-since = Client depuis { DATE($since, format: "month-year") }

## What is due

due-label = Montant à payer
due-date = À régler au plus tard le { DATE($due, format: "full") }
due-debit-date = Prélèvement le { DATE($due, format: "full") }
step-line = { $kind ->
    [paid] Vous avez déjà payé { MONEY($amount) }.
   *[carried_over] { $direction ->
        [lower] Un avoir de { MONEY($amount) } est reporté de vos factures précédentes.
       *[higher] Un montant de { MONEY($amount) } est reporté de vos factures précédentes.
    }
}
step-label = { $kind ->
    [carried_over] Report
    [paid] Déjà payé
    [rounding] Arrondi
   *[charges] Frais de la période
}
due-total = Il reste { MONEY($amount) } à payer.
due-line = Le montant est à régler au plus tard le { DATE($due) }.
due-line-undated = Le montant à payer est de { MONEY($amount) }.
due-debit-line = Nous prélèverons { MONEY($amount) } sur votre compte le { DATE($due) }. Vous n’avez rien à faire.
due-pay = Vous pouvez { SPAN("payer ici", id: "pay") } ou { SPAN("voir chaque ligne", id: "details") } ci-dessous.
pay-now = Payer
bill-details = Détail de la facture

## Closing

closing-headline = C’était votre facture { ELIDE("de/d’", $month) }{ DATE($month, format: "month") }.
closing-headline-undated = C’était votre facture.
closing-thanks = Merci, { TEXT($name) }.
closing-thanks-anonymous = Merci.
closing-legal = Ce film explique votre facture. Seule la facture fait foi.
closing-line = Une question ? Interrogez-nous sur n’importe quelle ligne.

## The short film, when only total and due date are certain

short-line = Le détail de vos lignes se trouve sur votre facture.
short-note = Votre facture détaille chaque ligne. Vous la trouverez là où vous recevez d’habitude vos factures.
