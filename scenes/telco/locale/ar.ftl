# العربية (الإمارات). مخاطبة رسمية، جمل قصيرة، ورقم واحد في كل جملة.

## The film

film-title = { $month ->
    [none] فاتورتك
   *[other] فاتورتك لشهر { DATE($month, format: "month") }
}
bill-name = فاتورة { DATE($month, format: "month-year") }
bill-name-undated = فاتورتك

teaser-headline = شرح فاتورتك لشهر { DATE($month, format: "month") }
teaser-headline-undated = شرح فاتورتك

chapter-greeting = أهلًا بك
chapter-total = الإجمالي
chapter-changed = ما الذي تغيّر
chapter-charges = الرسوم
chapter-usage = الاستخدام
chapter-history = الفواتير السابقة
chapter-note = كلمة لك
chapter-due = الدفع
chapter-closing = ختامًا

## Greeting

greeting-hello = مرحبًا { TEXT($name) }،
greeting-hello-anonymous = مرحبًا بك،
greeting-headline = إليك شرح فاتورتك.
greeting-line = مرحبًا { TEXT($name) }. هذه فاتورتك لشهر { DATE($month, format: "month") }.
greeting-line-undated = مرحبًا { TEXT($name) }. هذه فاتورتك.
greeting-line-anonymous = مرحبًا بك. هذه فاتورتك لشهر { DATE($month, format: "month") }.
greeting-line-bare = مرحبًا بك. هذه فاتورتك.
fact-line = رقم الهاتف المتحرك
fact-number = رقم الفاتورة
fact-period = الفترة
fact-due = الاستحقاق

## Total

total-label = فاتورتك لشهر { DATE($month, format: "month") }
total-label-undated = فاتورتك
total-credit-label = رصيد لصالحك
total-intro = تبلغ قيمتها { MONEY($amount, case: "accusative") }.
total-compare = { $direction ->
    [lower] انخفضت رسومك بمقدار { MONEY($difference, case: "genitive") } عن شهر { DATE($previous_month, format: "month") }.
   *[higher] ارتفعت رسومك بمقدار { MONEY($difference, case: "genitive") } عن شهر { DATE($previous_month, format: "month") }.
}
total-same = رسومك مساوية لرسوم شهر { DATE($previous_month, format: "month") }.
total-credit = لا يوجد مبلغ مستحق عليك. لديك رصيد دائن بقيمة { MONEY($amount, case: "genitive") }.
total-nothing = لا يوجد مبلغ مستحق عليك.
chip-higher = أعلى من { DATE($previous_month, format: "month") } بمقدار { MONEY($difference, case: "genitive") }
chip-lower = أقل من { DATE($previous_month, format: "month") } بمقدار { MONEY($difference, case: "genitive") }
chip-same = مساوية لشهر { DATE($previous_month, format: "month") }
due-on = تاريخ الاستحقاق: { DATE($due, format: "full") }
total-alt = عمودان: رسوم الفاتورة السابقة ورسوم هذه الفاتورة.

## What changed

changed-headline = { $direction ->
    [lower] لماذا انخفضت بمقدار { MONEY($difference, case: "genitive") }؟
   *[higher] لماذا ارتفعت بمقدار { MONEY($difference, case: "genitive") }؟
}
changed-intro = { $count ->
    [zero] لم يتغيّر أي بند.
    [one] تغيّر بند واحد.
    [two] تغيّر بندان.
    [few] تغيّرت { COUNT($count) } بنود.
    [many] تغيّر { COUNT($count) } بندًا.
   *[other] تغيّر { COUNT($count) } بند.
}
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] التغييرات الأخرى: أقل بمقدار { MONEY($amount, case: "genitive") }.
           *[higher] التغييرات الأخرى: أكثر بمقدار { MONEY($amount, case: "genitive") }.
        }
       *[tax] { $direction ->
            [lower] انخفضت الضريبة بمقدار { MONEY($amount, case: "genitive") }.
           *[higher] ارتفعت الضريبة بمقدار { MONEY($amount, case: "genitive") }.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] جديد: { TEXT($label) }، أقل بمقدار { MONEY($amount, case: "genitive") }.
           *[higher] جديد: { TEXT($label) }، بقيمة { MONEY($amount, case: "genitive") }.
        }
        [removed] { $direction ->
            [lower] لم يعد يُحتسب: { TEXT($label) }، أقل بمقدار { MONEY($amount, case: "genitive") }.
           *[higher] انتهى: { TEXT($label) }، أكثر بمقدار { MONEY($amount, case: "genitive") }.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) }: أقل بمقدار { MONEY($amount, case: "genitive") }.
           *[higher] { TEXT($label) }: أكثر بمقدار { MONEY($amount, case: "genitive") }.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] تغييرات أخرى
   *[step] { $label ->
        [none] الضريبة
       *[named] { TEXT($label) }
    }
}
changed-alt = { $count ->
    [zero] لا تغيير بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [one] تغيير واحد بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [two] تغييران بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [few] { COUNT($count) } تغييرات بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [many] { COUNT($count) } تغييرًا بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
   *[other] { COUNT($count) } تغيير بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
}

## Charges

charges-headline = تفاصيل رسوم شهر { DATE($month, format: "month") }
charges-headline-undated = تفاصيل رسومك
charges-total = الإجمالي
charges-intro = هذه هي مكونات فاتورتك.
charges-largest = { $group ->
    [line] أكبرها { TEXT($label) }: { MONEY($amount) }.
    [recurring] أكبرها اشتراكك: { MONEY($amount) }.
    [recurring_and_discounts] أكبرها اشتراكك مع الخصومات: { MONEY($amount) }.
    [usage] أكبرها الاستخدام: { MONEY($amount) }.
    [roaming] أكبرها التجوال: { MONEY($amount) }.
    [one_time] أكبرها رسوم لمرة واحدة: { MONEY($amount) }.
    [device] أكبرها جهازك: { MONEY($amount) }.
    [content] أكبرها المحتوى: { MONEY($amount) }.
    [discount] أكبرها الخصومات: { MONEY($amount) }.
    [credit] أكبرها المبالغ المستردة: { MONEY($amount) }.
    [penalty] أكبرها الغرامات: { MONEY($amount) }.
    [tax] أكبرها الضريبة: { MONEY($amount) }.
   *[other] أكبرها رسوم أخرى: { MONEY($amount) }.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] الاشتراك الشهري
    [recurring_and_discounts] الاشتراك الشهري والخصومات
    [usage] الاستخدام
    [roaming] التجوال
    [one_time] رسوم لمرة واحدة
    [device] الجهاز
    [content] المحتوى
    [discount] الخصومات
    [credit] المبالغ المستردة
    [penalty] الغرامات
    [tax] الضريبة
   *[other] رسوم أخرى
}
charges-alt = حلقة تبيّن الرسوم التي يتكوّن منها الإجمالي، وبجانبها قائمة بأسمائها.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] تجاوزت البيانات المشمولة في باقتك
        [voice] تجاوزت الدقائق المشمولة في باقتك
        [messages] تجاوزت الرسائل المشمولة في باقتك
       *[other] تجاوزت حدود باقتك
    }
    [near] { $kind ->
        [data] استهلكت بياناتك كلها تقريبًا
        [voice] استهلكت دقائقك كلها تقريبًا
        [messages] استهلكت رسائلك كلها تقريبًا
       *[other] استهلكت باقتك كلها تقريبًا
    }
    [unlimited] { $kind ->
        [data] بياناتك بلا حدود
        [voice] مكالماتك بلا حدود
        [messages] رسائلك بلا حدود
       *[other] باقتك بلا حدود
    }
    [unknown] استخدامك
   *[within] { $kind ->
        [data] لم تتجاوز بيانات باقتك
        [voice] لم تتجاوز دقائق باقتك
        [messages] لم تتجاوز رسائل باقتك
       *[other] لم تتجاوز حدود باقتك
    }
}
usage-sub = { $state ->
    [over] { QUANTITY($over) } فوق ما تشمله باقتك.
   *[within] { $share ->
        [none] تبقّى { QUANTITY($remaining) }.
       *[known] استهلكت { PERCENT($share) } من باقتك، وتبقّى { QUANTITY($remaining) }.
    }
}
usage-line = { $state ->
    [over] استهلكت { QUANTITY($used, case: "accusative") } من أصل { QUANTITY($included, case: "genitive") }. الزيادة { QUANTITY($over) }.
    [near] استهلكت { QUANTITY($used, case: "accusative") } من أصل { QUANTITY($included, case: "genitive") }، أي الباقة كلها تقريبًا.
    [unlimited] استهلكت { QUANTITY($used, case: "accusative") }، وباقتك بلا حدود.
    [unknown] استهلكت { QUANTITY($used, case: "accusative") }.
   *[within] استهلكت { QUANTITY($used, case: "accusative") } من أصل { QUANTITY($included, case: "genitive") }.
}
usage-of = من { QUANTITY($included, case: "genitive") }
usage-unlimited = بلا حدود
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }، بلا حدود
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } من { QUANTITY($included, case: "genitive") }
}
usage-kind = { $kind ->
    [data] البيانات
    [voice] المكالمات
    [messages] الرسائل
   *[other] استخدامات أخرى
}
usage-alt = استُهلك { QUANTITY($used) } من { QUANTITY($included, case: "genitive") }.
usage-slices-alt = أعمدة تبيّن استخدامك في كل جزء من الفترة.

## History

history-headline = { $count ->
    [zero] فواتيرك الأخيرة
    [one] فاتورتك الأخيرة
    [two] آخر فاتورتين لك
    [few] آخر { COUNT($count) } فواتير لك
    [many] آخر { COUNT($count) } فاتورة لك
   *[other] آخر { COUNT($count) } فاتورة لك
}
history-average = المتوسط: { MONEY($average) }
history-line = { $count ->
    [zero] كان متوسط فواتيرك { MONEY($average, case: "accusative") }.
    [one] بلغت فاتورتك الأخيرة { MONEY($average, case: "accusative") }.
    [two] متوسط آخر فاتورتين: { MONEY($average) }.
    [few] متوسط آخر { COUNT($count) } فواتير: { MONEY($average) }.
    [many] متوسط آخر { COUNT($count) } فاتورة: { MONEY($average) }.
   *[other] متوسط آخر { COUNT($count) } فاتورة: { MONEY($average) }.
}
history-alt = { $count ->
    [zero] أعمدة تبيّن رسوم فواتيرك الأخيرة.
    [one] عمود يبيّن رسوم فاتورتك الأخيرة.
    [two] عمودان يبيّنان رسوم آخر فاتورتين لك.
    [few] أعمدة تبيّن رسوم آخر { COUNT($count) } فواتير لك.
    [many] أعمدة تبيّن رسوم آخر { COUNT($count) } فاتورة لك.
   *[other] أعمدة تبيّن رسوم آخر { COUNT($count) } فاتورة لك.
}

## A personal note

note-headline = كلمة لك، { TEXT($name) }
note-headline-anonymous = كلمة لك
note-line = { TEXT($note) }
note-since = معنا منذ { DATE($since, format: "month-year") }

## What is due

due-label = المبلغ المستحق
due-date = تاريخ الاستحقاق: { DATE($due, format: "full") }
due-debit-date = يُخصم تلقائيًا في { DATE($due, format: "full") }
step-line = { $kind ->
    [paid] سبق أن دفعت { MONEY($amount, case: "accusative") }.
   *[carried_over] { $direction ->
        [lower] لك رصيد مرحّل من فواتير سابقة بمقدار { MONEY($amount) }.
       *[higher] رُحّل من فواتير سابقة { MONEY($amount) }.
    }
}
step-label = { $kind ->
    [carried_over] مرحّل من فواتير سابقة
    [paid] المبلغ المدفوع
    [rounding] تقريب
   *[charges] رسوم الفترة
}
due-total = المبلغ المطلوب { MONEY($amount) }.
due-line = موعد الاستحقاق { DATE($due) }.
due-line-undated = المبلغ المستحق { MONEY($amount) }.
due-debit-line = سنخصم { MONEY($amount, case: "accusative") } من حسابك في { DATE($due) }. لا يلزمك القيام بأي شيء.
due-pay = يمكنك { SPAN("الدفع هنا", id: "pay") } أو { SPAN("الاطلاع على كل بند", id: "details") }.
pay-now = ادفع الآن
bill-details = تفاصيل الفاتورة

## Closing

closing-headline = كانت هذه فاتورتك لشهر { DATE($month, format: "month") }.
closing-headline-undated = كانت هذه فاتورتك.
closing-thanks = شكرًا لك، { TEXT($name) }.
closing-thanks-anonymous = شكرًا لك.
closing-legal = هذا الفيديو يشرح فاتورتك، والمستند المعتمد هو الفاتورة.
closing-line = هل من سؤال؟ اسألنا عن أي بند.

## The short film, when only total and due date are certain

short-line = تجد تفاصيل البنود في فاتورتك.
short-note = فاتورتك تتضمن كل بند. تجدها حيث تستلم فواتيرك عادةً.
