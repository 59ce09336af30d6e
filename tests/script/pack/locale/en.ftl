film-title = Your bill, explained
bill-name = Bill for { DATE($month, format: "month-year") }
chapter-total = Total
total-intro = Your bill comes to { MONEY($amount) }.
total-compare = Last time it was { MONEY($previous) }.
total-label = Your bill for { DATE($month, format: "month") }
pay-now = Pay now
chapter-changes = What changed
changes-count = { $count ->
    [one] One thing changed.
   *[other] { COUNT($count) } things changed.
}
change = { $kind ->
    [added] New: { TEXT($label) } for { MONEY($amount) }.
   *[other] { TEXT($label) } changed by { MONEY($amount) }.
}
change-label = { TEXT($label) }: details
column-name = Name
column-amount = Amount
