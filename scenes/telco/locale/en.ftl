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
   *[higher] Why it’s { MONEY($difference) } higher
}
changed-intro = { $count ->
    [one] One thing changed.
   *[other] { COUNT($count) } things changed.
}
# A step without a label is the tax, or all smaller changes joined ("other").
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] All other changes: { MONEY($amount) } less.
           *[higher] All other changes: { MONEY($amount) } more.
        }
       *[tax] { $direction ->
            [lower] The tax is { MONEY($amount) } lower.
           *[higher] The tax is { MONEY($amount) } higher.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] New: { TEXT($label) }, { MONEY($amount) } less.
           *[higher] New: { TEXT($label) }, for { MONEY($amount) }.
        }
        [removed] { $direction ->
            [lower] No longer charged: { TEXT($label) }, { MONEY($amount) } less.
           *[higher] Ended: { TEXT($label) }, { MONEY($amount) } more.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) }: { MONEY($amount) } less.
           *[higher] { TEXT($label) }: { MONEY($amount) } more.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] Other changes
   *[step] { $label ->
        [none] Tax
       *[named] { TEXT($label) }
    }
}
changed-alt = { $count ->
    [one] One change leads from the last bill’s charges to this one’s.
   *[other] { COUNT($count) } changes lead from the last bill’s charges to this one’s.
}

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
