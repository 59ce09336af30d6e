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
chapter-good = Rien de changé
chapter-proration = Un mois en deux temps
chapter-roaming = À l’étranger
chapter-overage = Hors forfait
chapter-first = Première facture
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
    [lower] Pourquoi { MONEY($difference) } de moins ?
    [same] Des changements, mais le même total
   *[higher] Pourquoi { MONEY($difference) } de plus ?
}
changed-intro = { $count ->
    [one] Une chose a changé.
   *[other] { COUNT($count) } choses ont changé.
}
# Un message par cause. Chacun dit pourquoi, puis { by } : combien cela fait.
by = { $direction ->
    [lower] { MONEY($amount) } de moins
   *[higher] { MONEY($amount) } de plus
}
roaming-place = { $others ->
    [none] { COUNTRY($country, form: "in") }
    [1] { COUNTRY($country, form: "in") } et { COUNTRY($second, form: "in") }
   *[other] { COUNTRY($country, form: "in") } et dans { COUNT($others) } autres pays
}
change-plan-changed = { $day ->
    [none] Vous avez quitté { TEXT($was) } pour { TEXT($label) } : { by }.
   *[known] Le { DATE($day) }, vous avez quitté { TEXT($was) } pour { TEXT($label) } : { by }.
}
change-product-added = { $day ->
    [none] Nouveau sur votre facture : { TEXT($label) }, { by }.
   *[known] { TEXT($label) } s’ajoute à partir du { DATE($day) } : { by }.
}
change-product-removed = { $day ->
    [none] { TEXT($label) } a pris fin : { by }.
   *[known] { TEXT($label) } a pris fin le { DATE($day) } : { by }.
}
change-price-changed = { $price ->
    [none] Le prix a changé pour { TEXT($label) } : { by }.
   *[known] { TEXT($label) } coûte maintenant { MONEY($price, sign: "never") } : { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] Vous avez une nouvelle remise : { by }.
       *[known] Vous avez une nouvelle remise de { MONEY($price, sign: "never") } : { by }.
    }
   *[known] { $price ->
        [none] Votre remise a commencé le { DATE($day) } : { by }.
       *[known] Votre remise de { MONEY($price, sign: "never") } a commencé le { DATE($day) } : { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] Votre remise a pris fin : { by }.
       *[known] Votre remise de { MONEY($price_before, sign: "never") } a pris fin : { by }.
    }
   *[known] { $price_before ->
        [none] Votre remise a pris fin le { DATE($day) } : { by }.
       *[known] Votre remise de { MONEY($price_before, sign: "never") } a pris fin le { DATE($day) } : { by }.
    }
}
change-promotion-shrank = Votre remise a diminué, { TEXT($label) } : { by }.
change-promotion-grew = Votre remise a augmenté, { TEXT($label) } : { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) }, une partie du mois seulement : { by }.
       *[known] { TEXT($label) }, { QUANTITY($days) } seulement : { by }.
    }
    [last] { $days ->
        [none] La dernière fois, { TEXT($label) } ne comptait qu’une partie du mois : { by }.
       *[known] La dernière fois, { TEXT($label) } ne comptait que { QUANTITY($days) } : { by }.
    }
   *[both] Pour { TEXT($label) }, les jours facturés ne sont plus les mêmes : { by }.
}
change-overage = { $usage ->
    [data] Internet au-delà du forfait : { by }.
    [voice] Appels au-delà du forfait : { by }.
    [messages] Messages au-delà du forfait : { by }.
   *[other] Usages au-delà du forfait : { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) } : { MONEY($amount) } de moins qu’en { DATE($month_before, format: "month") }.
   *[higher] { TEXT($label) } : { MONEY($amount) } de plus qu’en { DATE($month_before, format: "month") }.
}
change-roaming = { $kind ->
    [removed] Pas d’itinérance cette fois : { by }.
   *[charged] { $country ->
        [none] Itinérance : { by }.
       *[known] Itinérance { roaming-place } : { by }.
    }
}
change-one-time = { $kind ->
    [added] Facturé une seule fois : { TEXT($label) }, { by }.
    [removed] Facturé seulement la dernière fois : { TEXT($label) }, { by }.
   *[both] { TEXT($label) } : { by }.
}
change-refund = { $kind ->
    [added] Nous vous remboursons : { TEXT($label) }, { by }.
    [removed] La dernière fois, nous vous avions remboursé : { TEXT($label) }, { by }.
   *[both] Remboursement : { TEXT($label) }, { by }.
}
change-credit = { $kind ->
    [added] Un avoir en votre faveur : { TEXT($label) }, { by }.
    [removed] La dernière fois, vous aviez un avoir : { TEXT($label) }, { by }.
   *[both] Votre avoir a changé : { TEXT($label) }, { by }.
}
change-late-fee = { $kind ->
    [added] Des frais de retard de paiement : { by }.
    [removed] Pas de frais de retard cette fois : { by }.
   *[both] Les frais de retard de paiement ont changé : { by }.
}
change-tax-rate = { $rate ->
    [none] Le taux de taxe a changé : { by }.
   *[known] Le taux de taxe est maintenant de { PERCENT($rate) } : { by }.
}
change-period-length = { $direction ->
    [lower] Cette facture couvre moins de jours : { by }.
   *[higher] Cette facture couvre plus de jours : { by }.
}
change-rounding = Arrondi des taxes : { by }.
# Sans cause : une ligne, les taxes, ou tous les petits changements réunis (« other »).
change-unnamed = { $kind ->
    [other] Tout le reste : { by }.
   *[one] { $label ->
        [none] Les taxes : { by }.
       *[named] { $kind ->
            [added] Nouveau : { TEXT($label) }, { by }.
            [removed] N’est plus facturé : { TEXT($label) }, { by }.
           *[changed] { TEXT($label) } : { by }.
        }
    }
}
change-unexplained = Les deux factures n’expliquent pas { MONEY($amount, sign: "never") } de cet écart.
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
# Sous une barre : ce que c’est, en quelques mots.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] Nouveau forfait : { TEXT($label) }
       *[known] Nouveau forfait dès le { DATE($day) }
    }
    [product_added] Nouveau : { TEXT($label) }
    [product_removed] Terminé : { TEXT($label) }
    [price_changed] Nouveau prix : { TEXT($label) }
    [promotion_started] { $day ->
        [none] Nouvelle remise
       *[known] Remise dès le { DATE($day) }
    }
    [promotion_ended] { $day ->
        [none] Remise terminée
       *[known] Remise terminée le { DATE($day) }
    }
    [promotion_shrank] Remise moins forte
    [promotion_grew] Remise plus forte
    [proration] Une partie du mois : { TEXT($label) }
    [overage] { $usage ->
        [data] Internet hors forfait
        [voice] Appels hors forfait
        [messages] Messages hors forfait
       *[other] Usages hors forfait
    }
    [usage] { $direction ->
        [lower] Moins : { TEXT($label) }
       *[higher] Plus : { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] Pas d’itinérance
       *[charged] { $country ->
            [none] Itinérance
           *[known] Itinérance { roaming-place }
        }
    }
    [one_time] { $kind ->
        [added] Une fois : { TEXT($label) }
        [removed] La dernière fois : { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] Remboursement : { TEXT($label) }
    [credit] Avoir : { TEXT($label) }
    [late_fee] Frais de retard
    [tax_rate] { $rate ->
        [none] Nouveau taux de taxe
       *[known] Taux de taxe à { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] Moins de jours
       *[higher] Plus de jours
    }
    [rounding] Arrondi
   *[none] { $label ->
        [none] Taxes
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }, { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] Autres changements
    [unexplained] Non expliqué
   *[step] { bar-label }
}
changed-alt = { $count ->
    [one] Un changement mène des frais de la dernière facture à ceux de celle-ci.
   *[other] { COUNT($count) } changements mènent des frais de la dernière facture à ceux de celle-ci.
}

## A period in parts

proration-headline = { $kind ->
    [plan_changed] Deux forfaits, chaque jour compté une fois
    [started] Facturé à partir du { DATE($day) }
    [ended] Facturé jusqu’au { DATE($day) }
   *[part] Une partie du mois
}
proration-intro = { $kind ->
    [plan_changed] Chaque jour est compté une seule fois.
   *[part] Seuls ces jours sont facturés.
}
proration-sub = { $kind ->
    [plan_changed] Vous avez changé de forfait le { DATE($day) }.
   *[part] Seuls les jours en couleur sont facturés.
}
proration-name = { $label ->
    [none] Votre forfait
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($days) } sur { QUANTITY($of_days, unit: "no") }
}
proration-part = { $days ->
    [none] { proration-name } : { MONEY($amount) }.
   *[known] { proration-name }, { proration-share } : { MONEY($amount) }.
}
proration-days = { $price ->
    [none] { $days ->
        [none] Une partie du mois
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] { MONEY($price, sign: "never") } par mois
   *[period] { MONEY($price, sign: "never") } pour tous les jours
}
proration-alt = { $count ->
    [one] Un calendrier : les jours facturés sont pleins.
   *[other] Un calendrier : chaque jour a la teinte du forfait qui le facture.
}

## Use abroad

roaming-headline = Votre téléphone à l’étranger
roaming-sub = en tout, sur cette facture
roaming-line = L’utilisation à l’étranger coûte { MONEY($amount) }.
roaming-told = Voici le coût, pays par pays.
roaming-country = { $country ->
    [none] Ailleurs
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country } : { MONEY($amount) }.

## Use beyond the plan

overage-cost = { $lead ->
    [true] Cela coûte { MONEY($amount) }.
   *[false] { overage-label } : { MONEY($amount) }.
}
overage-label = { $usage ->
    [data] { QUANTITY($over) } d’internet au-delà du forfait
    [voice] { QUANTITY($over) } d’appels au-delà du forfait
   *[other] { QUANTITY($over) } au-delà du forfait
}

## A first bill

first-headline = { $higher ->
    [true] Pourquoi la première est plus élevée
   *[false] Votre première facture, ligne par ligne
}
first-intro = { $mix ->
    [both] C’est votre première facture. Elle contient une partie de mois et un mois entier.
    [part] C’est votre première facture. Elle commence le { DATE($day) }.
   *[whole] C’est votre première facture.
}
first-part = { $days ->
    [none] Les jours avant le premier mois entier : { MONEY($amount) }.
    [one] Le premier jour : { MONEY($amount) }.
   *[other] Les { QUANTITY($days) } du début : { MONEY($amount) }.
}
first-part-label = { $period ->
    [none] Les premiers jours
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] Une partie du mois
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] Un mois entier, facturé d’avance : { MONEY($amount) }.
   *[whole] Un mois entier : { MONEY($amount) }.
}
first-advance-label = { $period ->
    [none] Un mois entier
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] Un mois entier, d’avance
   *[whole] Un mois entier
}
first-once = { $label ->
    [none] Facturé une seule fois : { MONEY($amount) }.
   *[named] Facturé une seule fois, { TEXT($label) } : { MONEY($amount) }.
}
first-once-label = { $label ->
    [none] Frais ponctuels
   *[named] { TEXT($label) }
}
first-once-sub = Facturé une seule fois
first-other = Tout le reste : { MONEY($amount) }.
first-other-label = Tout le reste
first-regular = Ensuite, un mois entier coûte { MONEY($amount) }.
first-regular-label = Un mois entier coûte
first-regular-sub = sans compter le hors-forfait

## Nothing changed

good-headline = Rien n’a changé
good-line = Vos frais sont les mêmes qu’en { DATE($month_before, format: "month") }, ligne par ligne.
good-sub = Les mêmes frais qu’en { DATE($month_before, format: "month") }, ligne par ligne.
good-month = { DATE($month, format: "month") }

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

## Offers

chapter-offer = Une offre
offer-label = Offre
offer-intro = Voici une offre qui convient à vos factures.
offer-more-data = Plus d’Internet
offer-more-data-includes = { QUANTITY($included) } en plus de votre forfait, chaque mois.
offer-more-data-instead = Internet hors forfait
offer-roaming-everywhere = Itinérance Partout
offer-roaming-everywhere-includes = Appels, SMS et Internet à l’étranger, comme chez vous.
offer-roaming-everywhere-instead = Itinérance
offer-unlimited-calls = Appels illimités
offer-unlimited-calls-includes = Appels vers tous les réseaux nationaux.
offer-unlimited-calls-instead = Appels hors forfait
offer-price = { MONEY($price) } par mois
offer-price-line = Elle coûte { MONEY($price) } par mois.
offer-saving-line = { $bills ->
    [one] Sur votre dernière facture, vous auriez payé { MONEY($saving) } de moins.
   *[other] Sur vos { COUNT($bills) } dernières factures, vous auriez payé { MONEY($saving) } de moins.
}
offer-over = { $bills ->
    [one] Votre dernière facture
   *[other] Vos { COUNT($bills) } dernières factures
}
offer-instead-cost = Avec cette offre
offer-less = Vous auriez économisé
offer-ask = Vous pouvez { SPAN("voir les détails", id: "details") } ci-dessous. Rien n’est commandé ici.
offer-details = Voir les détails
offer-terms = { $seller ->
    [none] Ceci est une offre. Détails et conditions figurent sur sa page. Rien n’est commandé ici.
   *[named] Une offre de { TEXT($seller) }. Détails et conditions figurent sur sa page. Rien n’est commandé ici.
}
