film-title = Your { DATE($month, format: "month") } bill

chapter-greeting = Welcome
chapter-total = Your total
chapter-history = Last six months
chapter-usage = Data usage
chapter-due = Due date

hello = Hello,
name = { TEXT($name) }
here-is = Here is your bill for { DATE($month, format: "month-year") }

total-label = Your total this month
note = { $direction ->
    [lower] { MONEY($amount) } less than last month
    [same] The same as last month
   *[higher] { MONEY($amount) } more than last month
}

history-heading = Last six months

usage-heading = Data usage
usage-of = of { QUANTITY($included) }
usage-alt = A ring: what was used of the allowance, by what used it.
row-name = { TEXT($name) }
row-used = { QUANTITY($used) }

due-label = Due date
pay = Pay now
