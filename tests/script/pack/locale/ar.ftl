film-title = شرح فاتورتك
bill-name = فاتورة { DATE($month, format: "month-year") }
chapter-total = الإجمالي
total-intro = قيمة فاتورتك { MONEY($amount) }.
total-compare = كانت في المرة السابقة { MONEY($previous) }.
total-label = فاتورتك لشهر { DATE($month, format: "month") }
pay-now = ادفع الآن
chapter-changes = ما الذي تغيّر
changes-count = { $count ->
    [one] تغيّر شيء واحد.
   *[other] عدد التغييرات { COUNT($count) }.
}
change = { $kind ->
    [added] جديد: { TEXT($label) } بقيمة { MONEY($amount) }.
   *[other] تغيّر { TEXT($label) } بمقدار { MONEY($amount) }.
}
change-label = { TEXT($label) }: التفاصيل
column-name = الاسم
column-amount = المبلغ
