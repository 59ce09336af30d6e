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
   *[higher] { MONEY($difference) }{ JOSA("이/가", $difference) } 늘어난 이유
}
changed-intro = { COUNT($count, counter: "native") }가지가 달라졌습니다.
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] 그 밖에 { MONEY($amount) } 줄었습니다.
           *[higher] 그 밖에 { MONEY($amount) } 늘었습니다.
        }
       *[tax] { $direction ->
            [lower] 세금이 { MONEY($amount) } 줄었습니다.
           *[higher] 세금이 { MONEY($amount) } 늘었습니다.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] { TEXT($label) }, 새로 적용되어 { MONEY($amount) } 줄었습니다.
           *[higher] { TEXT($label) }, 새로 추가되어 { MONEY($amount) } 늘었습니다.
        }
        [removed] { $direction ->
            [lower] { TEXT($label) }, 청구가 끝나 { MONEY($amount) } 줄었습니다.
           *[higher] { TEXT($label) }, 적용이 끝나 { MONEY($amount) } 늘었습니다.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) } 항목에서 { MONEY($amount) } 줄었습니다.
           *[higher] { TEXT($label) } 항목에서 { MONEY($amount) } 늘었습니다.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] 그 밖의 변동
   *[step] { $label ->
        [none] 세금
       *[named] { TEXT($label) }
    }
}
changed-alt = 지난 청구서의 요금에서 이 청구서의 요금까지 { COUNT($count, counter: "native") }가지 변동을 나타냅니다.

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
