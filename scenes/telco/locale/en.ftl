# English (United Kingdom). Short sentences, one number each, patient.
# Every word of the film is here, seen and spoken. Figures come from facts: no digit stands in a text.

## The film

film-title = { $month ->
    [none] Your bill
   *[other] Your { DATE($month, format: "month") } bill
}
bill-name = Your { DATE($month, format: "month") } bill
bill-name-undated = Your bill

teaser-headline = Your { DATE($month, format: "month") } bill, explained
teaser-headline-undated = Your bill, explained

chapter-greeting = Welcome
chapter-total = Your total
chapter-changed = What changed
chapter-good = All as before
chapter-proration = A month in parts
chapter-roaming = Use abroad
chapter-overage = Beyond your plan
chapter-first = Your first bill
chapter-charges = Your charges
chapter-usage = Your usage
chapter-history = Earlier bills
chapter-note = A word for you
chapter-due = Payment
chapter-closing = In closing

## Greeting

greeting-hello = Hello { TEXT($name) },
greeting-hello-anonymous = Hello,
greeting-headline = here is your bill, explained.
greeting-line = Hello { TEXT($name) }. This is your bill for { DATE($month, format: "month") }.
greeting-line-undated = Hello { TEXT($name) }. This is your bill.
greeting-line-anonymous = Hello. This is your bill for { DATE($month, format: "month") }.
greeting-line-bare = Hello. This is your bill.
fact-line = Mobile line
fact-number = Bill number
fact-period = Period
fact-due = Due

## Total

total-label = Your bill for { DATE($month, format: "month") }
total-label-undated = Your bill
total-credit-label = In your favour
total-intro = It comes to { MONEY($amount) }.
total-compare = { $direction ->
    [lower] Your charges are { MONEY($difference) } lower than in { DATE($previous_month, format: "month") }.
   *[higher] Your charges are { MONEY($difference) } higher than in { DATE($previous_month, format: "month") }.
}
total-same = Your charges are the same as in { DATE($previous_month, format: "month") }.
total-credit = There is nothing to pay: { MONEY($amount) } is in your favour.
total-nothing = There is nothing to pay.
chip-higher = { MONEY($difference) } more than in { DATE($previous_month, format: "month") }
chip-lower = { MONEY($difference) } less than in { DATE($previous_month, format: "month") }
chip-same = The same as in { DATE($previous_month, format: "month") }
due-on = Due on { DATE($due, format: "full") }
total-alt = Two bars: the charges of the bill before, and of this one.

## What changed

changed-headline = { $direction ->
    [lower] Why it’s { MONEY($difference) } lower
    [same] Some things changed, the total did not
   *[higher] Why it’s { MONEY($difference) } higher
}
changed-intro = { $count ->
    [one] One thing changed.
   *[other] { COUNT($count) } things changed.
}
# One message a cause. Each says why, then { by }: how much more or less that makes.
by = { $direction ->
    [lower] { MONEY($amount) } less
   *[higher] { MONEY($amount) } more
}
roaming-place = { $others ->
    [none] { COUNTRY($country, form: "in") }
    [1] { COUNTRY($country, form: "in") } and { COUNTRY($second, form: "in") }
   *[other] { COUNTRY($country, form: "in") } and { COUNT($others) } more countries
}
change-plan-changed = { $day ->
    [none] You changed from { TEXT($was) } to { TEXT($label) }: { by }.
   *[known] You changed from { TEXT($was) } to { TEXT($label) } on { DATE($day) }: { by }.
}
change-product-added = { $day ->
    [none] { TEXT($label) } is new: { by }.
   *[known] { TEXT($label) } is new from { DATE($day) }: { by }.
}
change-product-removed = { $day ->
    [none] { TEXT($label) } has ended: { by }.
   *[known] { TEXT($label) } ended on { DATE($day) }: { by }.
}
change-price-changed = { $price ->
    [none] The price of { TEXT($label) } has changed: { by }.
   *[known] { TEXT($label) } now costs { MONEY($price, sign: "never") }: { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] You have a new promotion: { by }.
       *[known] You have a new promotion of { MONEY($price, sign: "never") }: { by }.
    }
   *[known] { $price ->
        [none] Your promotion started on { DATE($day) }: { by }.
       *[known] Your promotion of { MONEY($price, sign: "never") } started on { DATE($day) }: { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] Your promotion has ended: { by }.
       *[known] Your promotion of { MONEY($price_before, sign: "never") } has ended: { by }.
    }
   *[known] { $price_before ->
        [none] Your promotion ended on { DATE($day) }: { by }.
       *[known] Your promotion of { MONEY($price_before, sign: "never") } ended on { DATE($day) }: { by }.
    }
}
change-promotion-shrank = Your promotion, { TEXT($label) }, is smaller now: { by }.
change-promotion-grew = Your promotion, { TEXT($label) }, is larger now: { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) } is charged for only part of the month: { by }.
       *[known] { TEXT($label) } is charged for { QUANTITY($days) } only: { by }.
    }
    [last] { $days ->
        [none] { TEXT($label) } was charged for only part of the month last time: { by }.
       *[known] { TEXT($label) } was charged for { QUANTITY($days) } only last time: { by }.
    }
   *[both] { TEXT($label) } is charged for other days than last time: { by }.
}
change-overage = { $usage ->
    [data] Data beyond your plan: { by }.
    [voice] Calls beyond your plan: { by }.
    [messages] Messages beyond your plan: { by }.
   *[other] Use beyond your plan: { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) }: { MONEY($amount) } less than in { DATE($month_before, format: "month") }.
   *[higher] { TEXT($label) }: { MONEY($amount) } more than in { DATE($month_before, format: "month") }.
}
change-roaming = { $kind ->
    [removed] No roaming this time: { by }.
   *[charged] { $country ->
        [none] Roaming: { by }.
       *[known] Roaming { roaming-place }: { by }.
    }
}
change-one-time = { $kind ->
    [added] Charged once: { TEXT($label) }, { by }.
    [removed] Charged only last time: { TEXT($label) }, { by }.
   *[both] { TEXT($label) }: { by }.
}
change-refund = { $kind ->
    [added] You get money back for { TEXT($label) }: { by }.
    [removed] Last time you got money back for { TEXT($label) }: { by }.
   *[both] Money back for { TEXT($label) }: { by }.
}
change-credit = { $kind ->
    [added] You get a credit, { TEXT($label) }: { by }.
    [removed] Last time you got a credit, { TEXT($label) }: { by }.
   *[both] Your credit has changed, { TEXT($label) }: { by }.
}
change-late-fee = { $kind ->
    [added] A fee for late payment: { by }.
    [removed] No fee for late payment this time: { by }.
   *[both] The fee for late payment has changed: { by }.
}
change-tax-rate = { $rate ->
    [none] The tax rate has changed: { by }.
   *[known] The tax rate is now { PERCENT($rate) }: { by }.
}
change-period-length = { $direction ->
    [lower] This bill covers fewer days: { by }.
   *[higher] This bill covers more days: { by }.
}
change-rounding = Rounding of the tax: { by }.
# What is told without a cause: a charge, the tax, or all smaller changes joined ("other").
change-unnamed = { $kind ->
    [other] All other changes: { by }.
   *[one] { $label ->
        [none] The tax: { by }.
       *[named] { $kind ->
            [added] New: { TEXT($label) }, { by }.
            [removed] No longer charged: { TEXT($label) }, { by }.
           *[changed] { TEXT($label) }: { by }.
        }
    }
}
change-unexplained = { MONEY($amount, sign: "never") } of this cannot be explained from the two bills.
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
# Under a bar: what it is, in a few words.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] New plan: { TEXT($label) }
       *[known] New plan from { DATE($day) }
    }
    [product_added] New: { TEXT($label) }
    [product_removed] Ended: { TEXT($label) }
    [price_changed] New price: { TEXT($label) }
    [promotion_started] { $day ->
        [none] New promotion
       *[known] Promotion from { DATE($day) }
    }
    [promotion_ended] { $day ->
        [none] Promotion ended
       *[known] Promotion ended on { DATE($day) }
    }
    [promotion_shrank] Smaller promotion
    [promotion_grew] Larger promotion
    [proration] Part of a month: { TEXT($label) }
    [overage] { $usage ->
        [data] Data beyond your plan
        [voice] Calls beyond your plan
        [messages] Messages beyond your plan
       *[other] Use beyond your plan
    }
    [usage] { $direction ->
        [lower] Less: { TEXT($label) }
       *[higher] More: { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] No roaming
       *[charged] { $country ->
            [none] Roaming
           *[known] Roaming { roaming-place }
        }
    }
    [one_time] { $kind ->
        [added] Once: { TEXT($label) }
        [removed] Only last time: { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] Money back: { TEXT($label) }
    [credit] Credit: { TEXT($label) }
    [late_fee] Late payment fee
    [tax_rate] { $rate ->
        [none] New tax rate
       *[known] Tax rate now { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] Fewer days
       *[higher] More days
    }
    [rounding] Rounding
   *[none] { $label ->
        [none] Tax
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }, { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] Other changes
    [unexplained] Not explained
   *[step] { bar-label }
}
changed-alt = { $count ->
    [one] One change leads from the last bill’s charges to this one’s.
   *[other] { COUNT($count) } changes lead from the last bill’s charges to this one’s.
}

## A period in parts

proration-headline = { $kind ->
    [plan_changed] Two plans, each day counted once
    [started] Charged from { DATE($day) }
    [ended] Charged until { DATE($day) }
   *[part] Part of a month
}
proration-intro = { $kind ->
    [plan_changed] Each day is counted once.
   *[part] Only these days are charged.
}
proration-sub = { $kind ->
    [plan_changed] You changed your plan on { DATE($day) }.
   *[part] Only the coloured days are charged.
}
proration-name = { $label ->
    [none] Your plan
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($days, unit: "no") } of { QUANTITY($of_days) }
}
proration-part = { $days ->
    [none] { proration-name }: { MONEY($amount) }.
   *[known] { proration-name }, { proration-share }: { MONEY($amount) }.
}
proration-days = { $price ->
    [none] { $days ->
        [none] Part of a month
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] { MONEY($price, sign: "never") } a month
   *[period] { MONEY($price, sign: "never") } for all days
}
proration-alt = { $count ->
    [one] A calendar: the days that are charged are filled.
   *[other] A calendar: each day has the tone of the plan that charges it.
}

## Use abroad

roaming-headline = What your phone cost abroad
roaming-sub = in all, on this bill
roaming-line = Using your phone abroad cost { MONEY($amount) }.
roaming-told = This is what each country cost.
roaming-country = { $country ->
    [none] Elsewhere
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country }: { MONEY($amount) }.

## Use beyond the plan

overage-cost = { $lead ->
    [true] That costs { MONEY($amount) }.
   *[false] { overage-label }: { MONEY($amount) }.
}
overage-label = { $usage ->
    [data] { QUANTITY($over) } of data beyond your plan
    [voice] { QUANTITY($over) } of calls beyond your plan
   *[other] { QUANTITY($over) } beyond your plan
}

## A first bill

first-headline = { $higher ->
    [true] Why your first bill is higher
   *[false] What your first bill is made of
}
first-intro = { $mix ->
    [both] This is your first bill. It holds a part of a month and a whole one.
    [part] This is your first bill. It starts on { DATE($day) }.
   *[whole] This is your first bill.
}
first-part = { $days ->
    [none] The days until your first whole month: { MONEY($amount) }.
    [one] The first day: { MONEY($amount) }.
   *[other] The first { QUANTITY($days) }: { MONEY($amount) }.
}
first-part-label = { $period ->
    [none] The first days
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] Part of a month
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] A whole month in advance: { MONEY($amount) }.
   *[whole] A whole month: { MONEY($amount) }.
}
first-advance-label = { $period ->
    [none] A whole month
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] A whole month, in advance
   *[whole] A whole month
}
first-once = { $label ->
    [none] Charged once: { MONEY($amount) }.
   *[named] Charged once, { TEXT($label) }: { MONEY($amount) }.
}
first-once-label = { $label ->
    [none] One-off charges
   *[named] { TEXT($label) }
}
first-once-sub = Charged once
first-other = Everything else: { MONEY($amount) }.
first-other-label = Everything else
first-regular = From then on, a whole month costs { MONEY($amount) }.
first-regular-label = A whole month costs
first-regular-sub = plus what you use beyond it

## Nothing changed

good-headline = Nothing has changed
good-line = Your charges are the same as in { DATE($month_before, format: "month") }, line for line.
good-sub = The same charges as in { DATE($month_before, format: "month") }, line for line.
good-month = { DATE($month, format: "month") }

## Charges

charges-headline = What your { DATE($month, format: "month") } bill is made of
charges-headline-undated = What your bill is made of
charges-total = Total
charges-intro = These parts make up your bill.
charges-largest = { $group ->
    [line] { TEXT($label) } is the largest part: { MONEY($amount) }.
    [recurring] Your plan is the largest part: { MONEY($amount) }.
    [recurring_and_discounts] Your plan, with its discounts, is the largest part: { MONEY($amount) }.
    [usage] Your usage is the largest part: { MONEY($amount) }.
    [roaming] Roaming is the largest part: { MONEY($amount) }.
    [one_time] One-off charges are the largest part: { MONEY($amount) }.
    [device] Your device is the largest part: { MONEY($amount) }.
    [content] Content is the largest part: { MONEY($amount) }.
    [discount] Discounts are the largest part: { MONEY($amount) }.
    [credit] Credits are the largest part: { MONEY($amount) }.
    [penalty] Late fees are the largest part: { MONEY($amount) }.
    [tax] Tax is the largest part: { MONEY($amount) }.
   *[other] Other charges are the largest part: { MONEY($amount) }.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] Monthly plan
    [recurring_and_discounts] Monthly plan and discounts
    [usage] Usage
    [roaming] Roaming
    [one_time] One-off charges
    [device] Device
    [content] Content
    [discount] Discounts
    [credit] Credits
    [penalty] Late fees
    [tax] Tax
   *[other] Other charges
}
charges-alt = A ring of the charges that make up the total; the list beside it names each.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] You used more data than your plan includes
        [voice] You called for longer than your plan includes
        [messages] You sent more messages than your plan includes
       *[other] You used more than your plan includes
    }
    [near] { $kind ->
        [data] You used nearly all of your data
        [voice] You used nearly all of your minutes
        [messages] You used nearly all of your messages
       *[other] You used nearly all of your allowance
    }
    [unlimited] { $kind ->
        [data] Your data has no limit
        [voice] Your calls have no limit
        [messages] Your messages have no limit
       *[other] Your plan has no limit
    }
    [unknown] What you used
   *[within] { $kind ->
        [data] You stayed within your data
        [voice] You stayed within your minutes
        [messages] You stayed within your messages
       *[other] You stayed within your allowance
    }
}
usage-sub = { $state ->
    [over] { QUANTITY($over) } more than your plan includes.
   *[within] { $share ->
        [none] You had { QUANTITY($remaining) } left.
       *[known] You used { PERCENT($share) } of your allowance. You had { QUANTITY($remaining) } left.
    }
}
usage-line = { $state ->
    [over] You used { QUANTITY($used) } of your { QUANTITY($included) }. That is { QUANTITY($over) } over.
    [near] You used { QUANTITY($used) } of your { QUANTITY($included) }: nearly all of it.
    [unlimited] You used { QUANTITY($used) }, and there is no limit.
    [unknown] You used { QUANTITY($used) }.
   *[within] You used { QUANTITY($used) } of your { QUANTITY($included) }.
}
usage-of = of { QUANTITY($included) }
usage-unlimited = without a limit
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }, no limit
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } of { QUANTITY($included) }
}
usage-kind = { $kind ->
    [data] Data
    [voice] Calls
    [messages] Messages
   *[other] Other usage
}
usage-alt = { QUANTITY($used) } of { QUANTITY($included) } used.
usage-slices-alt = Bars: what you used in each part of the period.

## History

history-headline = { $count ->
    [one] Your last bill
   *[other] Your last { COUNT($count) } bills
}
history-average = { MONEY($average) } on average
history-line = { $count ->
    [one] Your last bill came to { MONEY($average) }.
   *[other] Your last { COUNT($count) } bills averaged { MONEY($average) }.
}
history-alt = { $count ->
    [one] One bar: the charges of your last bill.
   *[other] Bars: the charges of your last { COUNT($count) } bills.
}

## A personal note

note-headline = A word for you, { TEXT($name) }
note-headline-anonymous = A word for you
note-line = { TEXT($note) }
note-since = With us since { DATE($since, format: "month-year") }

## What is due

due-label = Amount due
due-date = Please pay by { DATE($due, format: "full") }
due-debit-date = By direct debit on { DATE($due, format: "full") }
step-line = { $kind ->
    [paid] You have already paid { MONEY($amount) }.
   *[carried_over] { $direction ->
        [lower] { MONEY($amount) } of credit is carried over from earlier bills.
       *[higher] { MONEY($amount) } is carried over from earlier bills.
    }
}
step-label = { $kind ->
    [carried_over] Carried over
    [paid] Already paid
    [rounding] Rounding
   *[charges] Charges
}
due-total = That leaves { MONEY($amount) } to pay.
due-line = The amount is due on { DATE($due) }.
due-line-undated = The amount due is { MONEY($amount) }.
due-debit-line = We will take { MONEY($amount) } from your account on { DATE($due) }. You need to do nothing.
due-pay = You can { SPAN("pay it here", id: "pay") } or { SPAN("look at every line", id: "details") } below.
pay-now = Pay now
bill-details = Bill details

## Closing

closing-headline = That was your bill for { DATE($month, format: "month") }.
closing-headline-undated = That was your bill.
closing-thanks = Thank you, { TEXT($name) }.
closing-thanks-anonymous = Thank you.
closing-legal = This film explains your bill. The invoice is the document that counts.
closing-line = Anything unclear? Ask us about any line.

## The short film, when only total and due date are certain

short-line = Your detailed lines are on your invoice.
short-note = Your invoice lists every line. You will find it where you usually receive your bills.

## Offers

chapter-offer = An offer
offer-label = Offer
offer-intro = Here is an offer that fits your bills.
offer-more-data = More Data
offer-more-data-includes = { QUANTITY($included) } on top of your plan, every month.
offer-more-data-instead = Data beyond your plan
offer-roaming-everywhere = Roaming Everywhere
offer-roaming-everywhere-includes = Calls, texts and data abroad, as at home.
offer-roaming-everywhere-instead = Roaming
offer-unlimited-calls = Unlimited Calls
offer-unlimited-calls-includes = Calls to every national network.
offer-unlimited-calls-instead = Calls outside your plan
offer-price = { MONEY($price) } a month
offer-price-line = It costs { MONEY($price) } a month.
offer-saving-line = { $bills ->
    [one] On your last bill, you would have paid { MONEY($saving) } less.
   *[other] On your last { COUNT($bills) } bills, you would have paid { MONEY($saving) } less.
}
offer-over = { $bills ->
    [one] Your last bill
   *[other] Your last { COUNT($bills) } bills
}
offer-instead-cost = With this offer
offer-less = You would have saved
offer-ask = You can { SPAN("see the details", id: "details") } below. Nothing is ordered here.
offer-details = See details
offer-terms = { $seller ->
    [none] This is an offer. Its details and terms are on its page. Nothing is ordered here.
   *[named] An offer from { TEXT($seller) }. Its details and terms are on its page. Nothing is ordered here.
}
