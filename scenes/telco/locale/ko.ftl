# 한국어. 합니다체. 짧은 문장, 한 문장에 숫자 하나.

## The film

film-title = { $month ->
    [none] 청구서 안내
   *[other] { DATE($month, format: "month") } 청구서 안내
}
bill-name = { DATE($month, format: "month-year") } 청구서
bill-name-undated = 청구서

teaser-headline = { DATE($month, format: "month") } 청구서 설명 영상
teaser-headline-undated = 청구서 설명 영상

chapter-greeting = 인사
chapter-total = 청구 금액
chapter-changed = 달라진 점
chapter-good = 변동 없음
chapter-proration = 일할 계산
chapter-roaming = 해외 이용
chapter-overage = 제공량 초과
chapter-first = 첫 청구서
chapter-charges = 요금 내역
chapter-usage = 사용량
chapter-history = 지난 청구서
chapter-note = 드리는 말씀
chapter-due = 납부
chapter-closing = 마무리

## Greeting

greeting-hello = { TEXT($name) } 고객님,
greeting-hello-anonymous = 고객님,
greeting-headline = 청구서를 설명해 드리겠습니다.
greeting-line = { TEXT($name) } 고객님, { DATE($month, format: "month") } 청구서입니다.
greeting-line-undated = { TEXT($name) } 고객님, 고객님의 청구서입니다.
greeting-line-anonymous = 안녕하십니까. { DATE($month, format: "month") } 청구서입니다.
greeting-line-bare = 안녕하십니까. 고객님의 청구서입니다.
fact-line = 휴대전화 번호
fact-number = 청구서 번호
fact-period = 이용 기간
fact-due = 납부 기한

## Total

total-label = { DATE($month, format: "month") } 청구 금액
total-label-undated = 청구 금액
total-credit-label = 환급 예정 금액
total-intro = 청구 금액은 { MONEY($amount) }입니다.
total-compare = { $direction ->
    [lower] { DATE($previous_month, format: "month") }보다 요금이 { MONEY($difference) } 줄었습니다.
   *[higher] { DATE($previous_month, format: "month") }보다 요금이 { MONEY($difference) } 늘었습니다.
}
total-same = 요금은 { DATE($previous_month, format: "month") }{ JOSA("과/와", $previous_month, format: "month") } 같습니다.
total-credit = 납부하실 금액이 없습니다. 고객님께 돌려드릴 금액은 { MONEY($amount) }입니다.
total-nothing = 납부하실 금액이 없습니다.
chip-higher = { DATE($previous_month, format: "month") }보다 { MONEY($difference) } 증가
chip-lower = { DATE($previous_month, format: "month") }보다 { MONEY($difference) } 감소
chip-same = { DATE($previous_month, format: "month") }{ JOSA("과/와", $previous_month, format: "month") } 동일
due-on = 납부 기한 { DATE($due, format: "full") }
total-alt = 지난 청구서와 이 청구서의 요금을 나타낸 막대 두 개입니다.

## What changed

changed-headline = { $direction ->
    [lower] { MONEY($difference) }{ JOSA("이/가", $difference) } 줄어든 이유
    [same] 내역은 달라도 합계는 같습니다
   *[higher] { MONEY($difference) }{ JOSA("이/가", $difference) } 늘어난 이유
}
changed-intro = { COUNT($count, counter: "native") }가지가 달라졌습니다.
# 원인마다 하나의 문장. 이유를 말하고 { by }로 얼마나 달라졌는지 말합니다.
by = { $direction ->
    [lower] { MONEY($amount) } 줄었습니다
   *[higher] { MONEY($amount) } 늘었습니다
}
roaming-place = { $others ->
    [none] { COUNTRY($country) }
    [1] { COUNTRY($country) }{ JOSA("과/와", $country) } { COUNTRY($second) }
   *[other] { COUNTRY($country) } 외 { COUNT($others) }개국
}
change-plan-changed = { $day ->
    [none] { TEXT($was) }에서 { TEXT($label) }{ JOSA("으로/로", $label) } 변경되어 { by }.
   *[known] { DATE($day) }에 { TEXT($was) }에서 { TEXT($label) }{ JOSA("으로/로", $label) } 변경되어 { by }.
}
change-product-added = { $day ->
    [none] { TEXT($label) }{ JOSA("이/가", $label) } 추가되어 { by }.
   *[known] { DATE($day) }부터 { TEXT($label) }{ JOSA("이/가", $label) } 추가되어 { by }.
}
change-product-removed = { $day ->
    [none] { TEXT($label) }{ JOSA("이/가", $label) } 끝나 { by }.
   *[known] { DATE($day) }에 { TEXT($label) }{ JOSA("이/가", $label) } 끝나 { by }.
}
change-price-changed = { $price ->
    [none] { TEXT($label) } 가격이 바뀌어 { by }.
   *[known] { TEXT($label) } 가격이 { MONEY($price, sign: "never") }{ JOSA("으로/로", $price) } 바뀌어 { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] 새 할인이 적용되어 { by }.
       *[known] { MONEY($price, sign: "never") } 할인이 새로 적용되어 { by }.
    }
   *[known] { $price ->
        [none] { DATE($day) }에 할인이 시작되어 { by }.
       *[known] { DATE($day) }에 { MONEY($price, sign: "never") } 할인이 시작되어 { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] 할인이 끝나 { by }.
       *[known] { MONEY($price_before, sign: "never") } 할인이 끝나 { by }.
    }
   *[known] { $price_before ->
        [none] { DATE($day) }에 할인이 끝나 { by }.
       *[known] { DATE($day) }에 { MONEY($price_before, sign: "never") } 할인이 끝나 { by }.
    }
}
change-promotion-shrank = { TEXT($label) } 할인액이 작아져 { by }.
change-promotion-grew = { TEXT($label) } 할인액이 커져 { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) }{ JOSA("이/가", $label) } 한 달의 일부만 청구되어 { by }.
       *[known] { TEXT($label) }{ JOSA("이/가", $label) } { QUANTITY($days) }치만 청구되어 { by }.
    }
    [last] { $days ->
        [none] 지난번에는 { TEXT($label) }{ JOSA("이/가", $label) } 한 달의 일부만 청구되었습니다. 그래서 { by }.
       *[known] 지난번에는 { TEXT($label) }{ JOSA("이/가", $label) } { QUANTITY($days) }치만 청구되었습니다. 그래서 { by }.
    }
   *[both] { TEXT($label) }의 청구 일수가 지난번과 달라 { by }.
}
change-overage = { $usage ->
    [data] 데이터 초과 이용료가 { by }.
    [voice] 통화 초과 이용료가 { by }.
    [messages] 문자 초과 이용료가 { by }.
   *[other] 초과 이용료가 { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) }{ JOSA("이/가", $label) } { DATE($month_before, format: "month") }보다 { MONEY($amount) } 줄었습니다.
   *[higher] { TEXT($label) }{ JOSA("이/가", $label) } { DATE($month_before, format: "month") }보다 { MONEY($amount) } 늘었습니다.
}
change-roaming = { $kind ->
    [removed] 이번에는 로밍이 없어 { by }.
   *[charged] { $country ->
        [none] 로밍 요금이 { by }.
       *[known] { roaming-place } 로밍 요금이 { by }.
    }
}
change-one-time = { $kind ->
    [added] 일회성 요금 { TEXT($label) }{ JOSA("이/가", $label) } 추가되어 { by }.
    [removed] 지난번의 일회성 요금 { TEXT($label) }{ JOSA("이/가", $label) } 없어져 { by }.
   *[both] { TEXT($label) } 항목에서 { by }.
}
change-refund = { $kind ->
    [added] 환불 항목 { TEXT($label) }{ JOSA("으로/로", $label) } { by }.
    [removed] 지난번의 환불 항목 { TEXT($label) }{ JOSA("이/가", $label) } 없어져 { by }.
   *[both] 환불 항목 { TEXT($label) }{ JOSA("이/가", $label) } 달라져 { by }.
}
change-credit = { $kind ->
    [added] 환급 항목 { TEXT($label) }{ JOSA("으로/로", $label) } { by }.
    [removed] 지난번의 환급 항목 { TEXT($label) }{ JOSA("이/가", $label) } 없어져 { by }.
   *[both] 환급 항목 { TEXT($label) }{ JOSA("이/가", $label) } 달라져 { by }.
}
change-late-fee = { $kind ->
    [added] 연체료가 붙어 { by }.
    [removed] 이번에는 연체료가 없어 { by }.
   *[both] 연체료가 달라져 { by }.
}
change-tax-rate = { $rate ->
    [none] 세율이 바뀌어 { by }.
   *[known] 세율이 { PERCENT($rate) }{ JOSA("으로/로", $rate) } 바뀌어 { by }.
}
change-period-length = { $direction ->
    [lower] 청구 기간이 짧아져 { by }.
   *[higher] 청구 기간이 길어져 { by }.
}
change-rounding = 세금 반올림으로 { by }.
# 원인을 말하지 않는 것: 항목 하나, 세금, 또는 작은 변동을 모두 합친 것("other").
change-unnamed = { $kind ->
    [other] 그 밖에 { by }.
   *[one] { $label ->
        [none] 세금이 { by }.
       *[named] { $kind ->
            [added] { TEXT($label) }, 새로 추가되어 { by }.
            [removed] { TEXT($label) }, 청구가 끝나 { by }.
           *[changed] { TEXT($label) } 항목에서 { by }.
        }
    }
}
change-unexplained = 이 중 { MONEY($amount, sign: "never") }{ JOSA("은/는", $amount) } 두 청구서로 설명되지 않습니다.
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
# 막대 아래: 무엇인지 몇 마디로.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] 새 요금제: { TEXT($label) }
       *[known] { DATE($day) } 요금제 변경
    }
    [product_added] 추가: { TEXT($label) }
    [product_removed] 종료: { TEXT($label) }
    [price_changed] 가격 변경: { TEXT($label) }
    [promotion_started] { $day ->
        [none] 새 할인
       *[known] { DATE($day) } 할인 시작
    }
    [promotion_ended] { $day ->
        [none] 할인 종료
       *[known] { DATE($day) } 할인 종료
    }
    [promotion_shrank] 할인 감소
    [promotion_grew] 할인 증가
    [proration] 일할 계산: { TEXT($label) }
    [overage] { $usage ->
        [data] 데이터 초과 이용료
        [voice] 통화 초과 이용료
        [messages] 문자 초과 이용료
       *[other] 초과 이용료
    }
    [usage] { $direction ->
        [lower] 감소: { TEXT($label) }
       *[higher] 증가: { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] 로밍 없음
       *[charged] { $country ->
            [none] 로밍
           *[known] { roaming-place } 로밍
        }
    }
    [one_time] { $kind ->
        [added] 일회성: { TEXT($label) }
        [removed] 지난번만: { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] 환불: { TEXT($label) }
    [credit] 환급: { TEXT($label) }
    [late_fee] 연체료
    [tax_rate] { $rate ->
        [none] 새 세율
       *[known] 세율 { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] 청구 일수 감소
       *[higher] 청구 일수 증가
    }
    [rounding] 반올림
   *[none] { $label ->
        [none] 세금
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }, { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] 그 밖의 변동
    [unexplained] 설명되지 않음
   *[step] { bar-label }
}
changed-alt = 지난 청구서의 요금에서 이 청구서의 요금까지 { COUNT($count, counter: "native") }가지 변동을 나타냅니다.

## A period in parts

proration-headline = { $kind ->
    [plan_changed] 요금제는 두 개, 하루는 한 번만
    [started] { DATE($day) }부터 청구됩니다
    [ended] { DATE($day) }까지 청구됩니다
   *[part] 한 달 중 일부입니다
}
proration-intro = { $kind ->
    [plan_changed] 하루하루는 한 번만 계산됩니다.
   *[part] 이 날들만 청구됩니다.
}
proration-sub = { $kind ->
    [plan_changed] { DATE($day) }에 요금제가 변경되었습니다.
   *[part] 색이 있는 날만 청구됩니다.
}
proration-name = { $label ->
    [none] 이용 중인 요금제
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($of_days) } 중 { QUANTITY($days) }
}
proration-part = { $days ->
    [none] { proration-name }, { MONEY($amount) }입니다.
   *[known] { proration-name }, { proration-share }, { MONEY($amount) }입니다.
}
proration-days = { $price ->
    [none] { $days ->
        [none] 한 달 중 일부
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] 월 { MONEY($price, sign: "never") }
   *[period] 전체 { MONEY($price, sign: "never") }
}
proration-alt = { $count ->
    [one] 달력입니다. 청구되는 날이 칠해져 있습니다.
   *[other] 달력입니다. 날마다 청구하는 요금제의 색으로 칠해져 있습니다.
}

## Use abroad

roaming-headline = 해외에서 이용하신 요금
roaming-sub = 이 청구서의 합계
roaming-line = 해외 이용 요금은 { MONEY($amount) }입니다.
roaming-told = 국가별 요금은 다음과 같습니다.
roaming-country = { $country ->
    [none] 그 밖의 지역
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country }, { MONEY($amount) }입니다.

## Use beyond the plan

overage-cost = { $lead ->
    [true] 초과 이용료는 { MONEY($amount) }입니다.
   *[false] { overage-label }, { MONEY($amount) }입니다.
}
overage-label = { $usage ->
    [data] 제공량을 넘은 데이터 { QUANTITY($over) }
    [voice] 제공량을 넘은 통화 { QUANTITY($over) }
   *[other] 제공량 초과 { QUANTITY($over) }
}

## A first bill

first-headline = { $higher ->
    [true] 첫 청구 금액이 더 많은 이유
   *[false] 첫 청구서의 내용입니다
}
first-intro = { $mix ->
    [both] 첫 청구서입니다. 한 달의 일부와 한 달 전체가 함께 들어 있습니다.
    [part] 첫 청구서입니다. { DATE($day) }부터 시작됩니다.
   *[whole] 첫 청구서입니다.
}
first-part = { $days ->
    [none] 첫 한 달 이전의 요금, { MONEY($amount) }입니다.
    [1] 첫날 요금, { MONEY($amount) }입니다.
   *[other] 처음 { QUANTITY($days) } 요금, { MONEY($amount) }입니다.
}
first-part-label = { $period ->
    [none] 첫 이용 기간
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] 한 달 중 일부
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] 미리 내는 한 달 요금, { MONEY($amount) }입니다.
   *[whole] 한 달 요금, { MONEY($amount) }입니다.
}
first-advance-label = { $period ->
    [none] 한 달 요금
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] 미리 내는 한 달 요금
   *[whole] 한 달 요금
}
first-once = { $label ->
    [none] 한 번만 내는 요금, { MONEY($amount) }입니다.
   *[named] 한 번만 내는 요금, { TEXT($label) }, { MONEY($amount) }입니다.
}
first-once-label = { $label ->
    [none] 일회성 요금
   *[named] { TEXT($label) }
}
first-once-sub = 한 번만 내는 요금
first-other = 그 밖의 요금, { MONEY($amount) }입니다.
first-other-label = 그 밖의 요금
first-regular = 그다음부터 한 달 요금은 { MONEY($amount) }입니다.
first-regular-label = 한 달 요금
first-regular-sub = 제공량을 넘은 이용료는 따로입니다

## Nothing changed

good-headline = 달라진 것이 없습니다
good-line = 모든 항목의 요금이 { DATE($month_before, format: "month") }{ JOSA("과/와", $month_before) } 같습니다.
good-sub = 모든 항목의 요금이 { DATE($month_before, format: "month") }{ JOSA("과/와", $month_before) } 같습니다.
good-month = { DATE($month, format: "month") }

## Charges

charges-headline = { DATE($month, format: "month") } 요금 내역입니다
charges-headline-undated = 요금 내역입니다
charges-total = 합계
charges-intro = 청구 금액은 다음과 같이 구성됩니다.
charges-largest = { $group ->
    [line] 가장 큰 항목은 { TEXT($label) }, { MONEY($amount) }입니다.
    [recurring] 가장 큰 항목은 월정액, { MONEY($amount) }입니다.
    [recurring_and_discounts] 가장 큰 항목은 할인을 적용한 월정액, { MONEY($amount) }입니다.
    [usage] 가장 큰 항목은 이용료, { MONEY($amount) }입니다.
    [roaming] 가장 큰 항목은 로밍 요금, { MONEY($amount) }입니다.
    [one_time] 가장 큰 항목은 일회성 요금, { MONEY($amount) }입니다.
    [device] 가장 큰 항목은 단말기 요금, { MONEY($amount) }입니다.
    [content] 가장 큰 항목은 콘텐츠 이용료, { MONEY($amount) }입니다.
    [discount] 가장 큰 항목은 할인, { MONEY($amount) }입니다.
    [credit] 가장 큰 항목은 환급, { MONEY($amount) }입니다.
    [penalty] 가장 큰 항목은 연체료, { MONEY($amount) }입니다.
    [tax] 가장 큰 항목은 세금, { MONEY($amount) }입니다.
   *[other] 가장 큰 항목은 기타 요금, { MONEY($amount) }입니다.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] 월정액
    [recurring_and_discounts] 월정액 및 할인
    [usage] 이용료
    [roaming] 로밍 요금
    [one_time] 일회성 요금
    [device] 단말기 요금
    [content] 콘텐츠 이용료
    [discount] 할인
    [credit] 환급
    [penalty] 연체료
    [tax] 세금
   *[other] 기타 요금
}
charges-alt = 합계를 이루는 요금을 나타낸 고리입니다. 옆의 목록에 항목 이름이 있습니다.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] 데이터를 제공량보다 많이 쓰셨습니다
        [voice] 통화를 제공량보다 많이 쓰셨습니다
        [messages] 문자를 제공량보다 많이 쓰셨습니다
       *[other] 제공량보다 많이 쓰셨습니다
    }
    [near] { $kind ->
        [data] 데이터를 거의 다 쓰셨습니다
        [voice] 통화를 거의 다 쓰셨습니다
        [messages] 문자를 거의 다 쓰셨습니다
       *[other] 제공량을 거의 다 쓰셨습니다
    }
    [unlimited] { $kind ->
        [data] 데이터는 무제한입니다
        [voice] 통화는 무제한입니다
        [messages] 문자는 무제한입니다
       *[other] 사용량은 무제한입니다
    }
    [unknown] 사용하신 양입니다
   *[within] { $kind ->
        [data] 데이터를 제공량 안에서 쓰셨습니다
        [voice] 통화를 제공량 안에서 쓰셨습니다
        [messages] 문자를 제공량 안에서 쓰셨습니다
       *[other] 제공량 안에서 쓰셨습니다
    }
}
usage-sub = { $state ->
    [over] 제공량보다 { QUANTITY($over) } 더 쓰셨습니다.
   *[within] { $share ->
        [none] { QUANTITY($remaining) }{ JOSA("이/가", $remaining) } 남았습니다.
       *[known] 제공량의 { PERCENT($share) }를 쓰셨고, { QUANTITY($remaining) }{ JOSA("이/가", $remaining) } 남았습니다.
    }
}
usage-line = { $state ->
    [over] { QUANTITY($included) } 가운데 { QUANTITY($used) }{ JOSA("을/를", $used) } 쓰셨습니다. { QUANTITY($over) }{ JOSA("이/가", $over) } 초과되었습니다.
    [near] { QUANTITY($included) } 가운데 { QUANTITY($used) }{ JOSA("을/를", $used) }, 거의 다 쓰셨습니다.
    [unlimited] { QUANTITY($used) }{ JOSA("을/를", $used) } 쓰셨고, 제한은 없습니다.
    [unknown] { QUANTITY($used) }{ JOSA("을/를", $used) } 쓰셨습니다.
   *[within] { QUANTITY($included) } 가운데 { QUANTITY($used) }{ JOSA("을/를", $used) } 쓰셨습니다.
}
usage-of = 제공량 { QUANTITY($included) }
usage-unlimited = 무제한
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }, 무제한
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } / { QUANTITY($included) }
}
    .spoken = { $state ->
        [unlimited] { QUANTITY($used) }, 무제한
        [unknown] { QUANTITY($used) }
       *[limited] { QUANTITY($used) }, 제공량 { QUANTITY($included) }
    }
usage-kind = { $kind ->
    [data] 데이터
    [voice] 통화
    [messages] 문자
   *[other] 기타 사용량
}
usage-alt = { QUANTITY($included) } 가운데 { QUANTITY($used) } 사용.
usage-slices-alt = 이용 기간을 나누어 사용량을 나타낸 막대입니다.

## History

history-headline = 최근 청구서 { COUNT($count, counter: "native") }건
history-average = 평균 { MONEY($average) }
history-line = 최근 청구서 { COUNT($count, counter: "native") }건의 평균은 { MONEY($average) }입니다.
history-alt = 최근 청구서 { COUNT($count, counter: "native") }건의 요금을 나타낸 막대입니다.

## A personal note

note-headline = { TEXT($name) } 고객님께 드리는 말씀
note-headline-anonymous = 고객님께 드리는 말씀
note-line = { TEXT($note) }
note-since = { DATE($since, format: "month-year") }부터 함께

## What is due

due-label = 납부하실 금액
due-date = { DATE($due, format: "full") }까지 납부해 주십시오
due-debit-date = { DATE($due, format: "full") } 자동이체
step-line = { $kind ->
    [paid] 이미 { MONEY($amount) }{ JOSA("을/를", $amount) } 납부하셨습니다.
   *[carried_over] { $direction ->
        [lower] 이전 청구서에서 이월된 잔액 { MONEY($amount) }{ JOSA("이/가", $amount) } 차감되었습니다.
       *[higher] 이전 청구서에서 이월된 금액은 { MONEY($amount) }입니다.
    }
}
step-label = { $kind ->
    [carried_over] 이월 금액
    [paid] 납부하신 금액
    [rounding] 단수 조정
   *[charges] 청구 요금
}
due-total = 납부하실 금액은 { MONEY($amount) }입니다.
due-line = 납부 기한은 { DATE($due) }입니다.
due-line-undated = 납부하실 금액은 { MONEY($amount) }입니다.
due-debit-line = { MONEY($amount) }{ JOSA("이/가", $amount) } { DATE($due) }에 계좌에서 자동이체됩니다. 따로 하실 일은 없습니다.
due-pay = { SPAN("여기에서 납부", id: "pay") }하시거나, { SPAN("항목별로 확인", id: "details") }하실 수 있습니다.
pay-now = 지금 납부
bill-details = 청구 상세

## Closing

closing-headline = 지금까지 { DATE($month, format: "month") } 청구서였습니다.
closing-headline-undated = 지금까지 고객님의 청구서였습니다.
closing-thanks = { TEXT($name) } 고객님, 감사합니다.
closing-thanks-anonymous = 감사합니다.
closing-legal = 이 영상은 청구서를 설명합니다. 효력이 있는 문서는 청구서입니다.
closing-line = 궁금하신 점은 문의해 주십시오.

## The short film, when only total and due date are certain

short-line = 상세 내역은 청구서에 있습니다.
short-note = 모든 항목은 청구서에서 확인하실 수 있습니다. 청구서는 평소 받으시는 곳에 있습니다.

## Offers

chapter-offer = 혜택 안내
offer-label = 혜택 안내
offer-intro = 고객님의 청구서에 맞는 혜택 안내입니다.
offer-more-data = 데이터 더하기
offer-more-data-includes = 요금제에 더해 매월 { QUANTITY($included) }를 드립니다.
offer-more-data-instead = 요금제 초과 데이터
offer-roaming-everywhere = 어디서나 로밍
offer-roaming-everywhere-includes = 해외에서도 국내처럼 통화, 문자, 데이터를 이용하실 수 있습니다.
offer-roaming-everywhere-instead = 로밍
offer-unlimited-calls = 무제한 통화
offer-unlimited-calls-includes = 국내 모든 통신망으로 통화하실 수 있습니다.
offer-unlimited-calls-instead = 요금제 외 통화
offer-price = 월 { MONEY($price) }
offer-price-line = 요금은 월 { MONEY($price) }입니다.
offer-saving-line = 최근 청구서 { COUNT($bills, counter: "native") }건에서 { MONEY($saving) }{ JOSA("을/를", $saving) } 덜 내셨을 것입니다.
offer-over = 최근 청구서 { COUNT($bills, counter: "native") }건
offer-instead-cost = 이 혜택 이용 시
offer-less = 아낄 수 있었던 금액
offer-ask = 아래에서 { SPAN("자세한 내용을 확인", id: "details") }하실 수 있습니다. 여기에서는 아무것도 신청되지 않습니다.
offer-details = 자세히 보기
offer-terms = { $seller ->
    [none] 혜택 안내입니다. 자세한 내용과 조건은 안내 페이지에 있습니다. 여기에서는 아무것도 신청되지 않습니다.
   *[named] { TEXT($seller) }의 혜택 안내입니다. 자세한 내용과 조건은 안내 페이지에 있습니다. 여기에서는 아무것도 신청되지 않습니다.
}
