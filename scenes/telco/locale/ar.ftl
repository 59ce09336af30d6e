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
chapter-good = لا تغيير
chapter-proration = حساب بالأيام
chapter-roaming = خارج البلاد
chapter-overage = ما فوق الباقة
chapter-first = فاتورتك الأولى
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
    [same] تغيّرت بنود وبقي المجموع نفسه
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
# رسالة لكل سبب، وفي آخرها { by }: كم زاد المبلغ أو نقص.
by = { $direction ->
    [lower] أقل بمقدار { MONEY($amount, case: "genitive") }
   *[higher] أكثر بمقدار { MONEY($amount, case: "genitive") }
}
roaming-place = { $others ->
    [none] { COUNTRY($country, form: "in") }
    [1] { COUNTRY($country, form: "in") } و{ COUNTRY($second) }
    [two] { COUNTRY($country, form: "in") } ودولتين أخريين
    [few] { COUNTRY($country, form: "in") } و{ COUNT($others) } دول أخرى
   *[other] { COUNTRY($country, form: "in") } و{ COUNT($others) } دولة أخرى
}
change-plan-changed = { $day ->
    [none] انتقلت من { TEXT($was) } إلى { TEXT($label) }: { by }.
   *[known] في { DATE($day) } انتقلت من { TEXT($was) } إلى { TEXT($label) }: { by }.
}
change-product-added = { $day ->
    [none] جديد في فاتورتك: { TEXT($label) }، { by }.
   *[known] جديد ابتداءً من { DATE($day) }: { TEXT($label) }، { by }.
}
change-product-removed = { $day ->
    [none] لم يعد يُحتسب: { TEXT($label) }، { by }.
   *[known] لم يعد يُحتسب بعد { DATE($day) }: { TEXT($label) }، { by }.
}
change-price-changed = { $price ->
    [none] تغيّر سعر { TEXT($label) }: { by }.
   *[known] سعر { TEXT($label) } الآن { MONEY($price, sign: "never") }: { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] لديك خصم جديد: { by }.
       *[known] لديك خصم جديد بقيمة { MONEY($price, sign: "never", case: "genitive") }: { by }.
    }
   *[known] { $price ->
        [none] بدأ خصمك في { DATE($day) }: { by }.
       *[known] بدأ خصمك بقيمة { MONEY($price, sign: "never", case: "genitive") } في { DATE($day) }: { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] انتهى خصمك: { by }.
       *[known] انتهى خصمك بقيمة { MONEY($price_before, sign: "never", case: "genitive") }: { by }.
    }
   *[known] { $price_before ->
        [none] انتهى خصمك في { DATE($day) }: { by }.
       *[known] انتهى خصمك بقيمة { MONEY($price_before, sign: "never", case: "genitive") } في { DATE($day) }: { by }.
    }
}
change-promotion-shrank = قلّ خصمك، { TEXT($label) }: { by }.
change-promotion-grew = زاد خصمك، { TEXT($label) }: { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) }، جزء من الشهر فقط: { by }.
       *[known] { TEXT($label) }، { QUANTITY($days) } فقط: { by }.
    }
    [last] { $days ->
        [none] { TEXT($label) }، جزء من الشهر فقط في المرة السابقة: { by }.
       *[known] { TEXT($label) }، { QUANTITY($days) } فقط في المرة السابقة: { by }.
    }
   *[both] { TEXT($label) }، أيام أخرى غير المرة السابقة: { by }.
}
change-overage = { $usage ->
    [data] بيانات فوق الباقة: { by }.
    [voice] مكالمات فوق الباقة: { by }.
    [messages] رسائل فوق الباقة: { by }.
   *[other] استخدام فوق الباقة: { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) }: أقل من شهر { DATE($month_before, format: "month") } بمقدار { MONEY($amount, case: "genitive") }.
   *[higher] { TEXT($label) }: أكثر من شهر { DATE($month_before, format: "month") } بمقدار { MONEY($amount, case: "genitive") }.
}
change-roaming = { $kind ->
    [removed] لا تجوال هذه المرة: { by }.
   *[charged] { $country ->
        [none] التجوال: { by }.
       *[known] التجوال { roaming-place }: { by }.
    }
}
change-one-time = { $kind ->
    [added] رسوم لمرة واحدة: { TEXT($label) }، { by }.
    [removed] رسوم المرة السابقة فقط: { TEXT($label) }، { by }.
   *[both] { TEXT($label) }: { by }.
}
change-refund = { $kind ->
    [added] مبلغ مُعاد إليك: { TEXT($label) }، { by }.
    [removed] مبلغ أُعيد إليك في المرة السابقة: { TEXT($label) }، { by }.
   *[both] المبلغ المُعاد إليك: { TEXT($label) }، { by }.
}
change-credit = { $kind ->
    [added] رصيد لصالحك: { TEXT($label) }، { by }.
    [removed] رصيد لصالحك في المرة السابقة فقط: { TEXT($label) }، { by }.
   *[both] تغيّر الرصيد لصالحك: { TEXT($label) }، { by }.
}
change-late-fee = { $kind ->
    [added] رسوم التأخر في السداد: { by }.
    [removed] لا رسوم تأخر هذه المرة: { by }.
   *[both] تغيّرت رسوم التأخر في السداد: { by }.
}
change-tax-rate = { $rate ->
    [none] تغيّرت نسبة الضريبة: { by }.
   *[known] نسبة الضريبة الآن { PERCENT($rate) }: { by }.
}
change-period-length = { $direction ->
    [lower] تشمل هذه الفاتورة أيامًا أقل: { by }.
   *[higher] تشمل هذه الفاتورة أيامًا أكثر: { by }.
}
change-rounding = تقريب الضريبة: { by }.
# بلا سبب معروف: بند، أو الضريبة، أو سائر التغييرات الصغيرة معًا ("other").
change-unnamed = { $kind ->
    [other] التغييرات الأخرى: { by }.
   *[one] { $label ->
        [none] الضريبة: { by }.
       *[named] { $kind ->
            [added] جديد: { TEXT($label) }، { by }.
            [removed] لم يعد يُحتسب: { TEXT($label) }، { by }.
           *[changed] { TEXT($label) }: { by }.
        }
    }
}
change-unexplained = لا تفسّر الفاتورتان { MONEY($amount, sign: "never", case: "accusative") } من هذا الفرق.
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
# تحت العمود: ما هو، بكلمات قليلة.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] باقة جديدة: { TEXT($label) }
       *[known] باقة جديدة من { DATE($day) }
    }
    [product_added] جديد: { TEXT($label) }
    [product_removed] انتهى: { TEXT($label) }
    [price_changed] سعر جديد: { TEXT($label) }
    [promotion_started] { $day ->
        [none] خصم جديد
       *[known] خصم من { DATE($day) }
    }
    [promotion_ended] { $day ->
        [none] انتهى الخصم
       *[known] انتهى الخصم في { DATE($day) }
    }
    [promotion_shrank] خصم أقل
    [promotion_grew] خصم أكبر
    [proration] جزء من الشهر: { TEXT($label) }
    [overage] { $usage ->
        [data] بيانات فوق الباقة
        [voice] مكالمات فوق الباقة
        [messages] رسائل فوق الباقة
       *[other] استخدام فوق الباقة
    }
    [usage] { $direction ->
        [lower] أقل: { TEXT($label) }
       *[higher] أكثر: { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] لا تجوال
       *[charged] { $country ->
            [none] التجوال
           *[known] التجوال { roaming-place }
        }
    }
    [one_time] { $kind ->
        [added] مرة واحدة: { TEXT($label) }
        [removed] المرة السابقة فقط: { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] مبلغ مُعاد: { TEXT($label) }
    [credit] رصيد لصالحك: { TEXT($label) }
    [late_fee] رسوم التأخر في السداد
    [tax_rate] { $rate ->
        [none] نسبة ضريبة جديدة
       *[known] نسبة الضريبة { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] أيام أقل
       *[higher] أيام أكثر
    }
    [rounding] تقريب
   *[none] { $label ->
        [none] الضريبة
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }، { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] تغييرات أخرى
    [unexplained] بلا تفسير
   *[step] { bar-label }
}
changed-alt = { $count ->
    [zero] لا تغيير بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [one] تغيير واحد بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [two] تغييران بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [few] { COUNT($count) } تغييرات بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
    [many] { COUNT($count) } تغييرًا بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
   *[other] { COUNT($count) } تغيير بين رسوم الفاتورة السابقة ورسوم هذه الفاتورة.
}

## A period in parts

proration-headline = { $kind ->
    [plan_changed] باقتان، وكل يوم يُحتسب مرة واحدة
    [started] يبدأ الاحتساب من { DATE($day) }
    [ended] ينتهي الاحتساب في { DATE($day) }
   *[part] جزء من الشهر
}
proration-intro = { $kind ->
    [plan_changed] كل يوم يُحتسب مرة واحدة.
   *[part] هذه الأيام فقط هي المحتسبة.
}
proration-sub = { $kind ->
    [plan_changed] غيّرت باقتك في { DATE($day) }.
   *[part] الأيام الملوّنة فقط هي المحتسبة.
}
proration-name = { $label ->
    [none] باقتك
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($days, unit: "no") } من { QUANTITY($of_days, case: "genitive") }
}
proration-part = { $days ->
    [none] { proration-name }: { MONEY($amount) }.
   *[known] { proration-name }، { proration-share }: { MONEY($amount) }.
}
proration-days = { $price ->
    [none] { $days ->
        [none] جزء من الشهر
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] { MONEY($price, sign: "never") } في الشهر
   *[period] { MONEY($price, sign: "never") } لجميع الأيام
}
proration-alt = { $count ->
    [one] تقويم: الأيام المحتسبة ملوّنة.
   *[other] تقويم: كل يوم بلون الباقة التي تحتسبه.
}

## Use abroad

roaming-headline = استخدام هاتفك في الخارج
roaming-sub = في المجموع على هذه الفاتورة
roaming-line = تكلفة الاستخدام في الخارج { MONEY($amount) }.
roaming-told = هذه تكلفة كل دولة.
roaming-country = { $country ->
    [none] أماكن أخرى
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country }: { MONEY($amount) }.

## Use beyond the plan

overage-cost = { $lead ->
    [true] تكلفة الزيادة { MONEY($amount) }.
   *[false] { overage-label }: { MONEY($amount) }.
}
overage-label = { $usage ->
    [data] { QUANTITY($over) } من البيانات فوق الباقة
    [voice] { QUANTITY($over) } من المكالمات فوق الباقة
   *[other] { QUANTITY($over) } فوق الباقة
}

## A first bill

first-headline = { $higher ->
    [true] لماذا الفاتورة الأولى أعلى؟
   *[false] ما الذي في فاتورتك الأولى؟
}
first-intro = { $mix ->
    [both] هذه فاتورتك الأولى. فيها جزء من شهر وشهر كامل.
    [part] هذه فاتورتك الأولى. تبدأ من { DATE($day) }.
   *[whole] هذه فاتورتك الأولى.
}
first-part = { $days ->
    [none] الأيام قبل أول شهر كامل: { MONEY($amount) }.
    [one] أول يوم: { MONEY($amount) }.
   *[other] أول { QUANTITY($days, case: "genitive") }: { MONEY($amount) }.
}
first-part-label = { $period ->
    [none] الأيام الأولى
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] جزء من الشهر
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] شهر كامل مقدّمًا: { MONEY($amount) }.
   *[whole] شهر كامل: { MONEY($amount) }.
}
first-advance-label = { $period ->
    [none] شهر كامل
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] شهر كامل، مقدّمًا
   *[whole] شهر كامل
}
first-once = { $label ->
    [none] رسوم لمرة واحدة: { MONEY($amount) }.
   *[named] رسوم لمرة واحدة، { TEXT($label) }: { MONEY($amount) }.
}
first-once-label = { $label ->
    [none] رسوم لمرة واحدة
   *[named] { TEXT($label) }
}
first-once-sub = لمرة واحدة
first-other = كل ما عدا ذلك: { MONEY($amount) }.
first-other-label = كل ما عدا ذلك
first-regular = بعد ذلك، تكلفة الشهر الكامل { MONEY($amount) }.
first-regular-label = تكلفة الشهر الكامل
first-regular-sub = دون ما تستخدمه فوق الباقة

## Nothing changed

good-headline = لم يتغيّر شيء
good-line = رسومك هي نفسها كما في شهر { DATE($month_before, format: "month") }، بندًا بندًا.
good-sub = الرسوم نفسها كما في شهر { DATE($month_before, format: "month") }، بندًا بندًا.
good-month = { DATE($month, format: "month") }

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

## Offers

chapter-offer = عرض لك
offer-label = عرض
offer-intro = إليك عرض يناسب فواتيرك.
offer-more-data = بيانات أكثر
offer-more-data-includes = { QUANTITY($included) } إضافةً إلى باقتك، كل شهر.
offer-more-data-instead = بيانات خارج الباقة
offer-roaming-everywhere = تجوال في كل مكان
offer-roaming-everywhere-includes = المكالمات والرسائل والبيانات في الخارج، كما في بلدك.
offer-roaming-everywhere-instead = التجوال
offer-unlimited-calls = مكالمات بلا حدود
offer-unlimited-calls-includes = مكالمات إلى جميع الشبكات المحلية.
offer-unlimited-calls-instead = مكالمات خارج الباقة
offer-price = { MONEY($price) } في الشهر
offer-price-line = السعر { MONEY($price) } في الشهر.
offer-saving-line = { $bills ->
    [zero] كنت ستدفع أقل بمقدار { MONEY($saving) }.
    [one] في فاتورتك الأخيرة، كنت ستدفع أقل بمقدار { MONEY($saving) }.
    [two] في آخر فاتورتين، كنت ستدفع أقل بمقدار { MONEY($saving) }.
    [few] في آخر { COUNT($bills) } فواتير، كنت ستدفع أقل بمقدار { MONEY($saving) }.
    [many] في آخر { COUNT($bills) } فاتورة، كنت ستدفع أقل بمقدار { MONEY($saving) }.
   *[other] في آخر { COUNT($bills) } فاتورة، كنت ستدفع أقل بمقدار { MONEY($saving) }.
}
offer-over = { $bills ->
    [zero] فواتيرك الأخيرة
    [one] فاتورتك الأخيرة
    [two] آخر فاتورتين لك
    [few] آخر { COUNT($bills) } فواتير لك
    [many] آخر { COUNT($bills) } فاتورة لك
   *[other] آخر { COUNT($bills) } فاتورة لك
}
offer-instead-cost = مع هذا العرض
offer-less = كنت ستوفّر
offer-ask = يمكنك { SPAN("الاطلاع على التفاصيل", id: "details") } أدناه. لا يُطلب أي شيء هنا.
offer-details = عرض التفاصيل
offer-terms = { $seller ->
    [none] هذا عرض. التفاصيل والشروط في صفحته. لا يُطلب أي شيء هنا.
   *[named] عرض من { TEXT($seller) }. التفاصيل والشروط في صفحته. لا يُطلب أي شيء هنا.
}
