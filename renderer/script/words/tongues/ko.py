"""Korean. Units stand right after the number; a voice misreads decimals, so they are spelled."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from renderer.script.words.tongue import Forms, Tongue

_DIGITS = "영일이삼사오육칠팔구"
_PLACES = ("", "십", "백", "천")
_MYRIADS = ("", "만", "억", "조", "경")
_NATIVE = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")


def _below_myriad(number: int) -> str:
    words = []
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words.append(("" if digit == 1 and place else _DIGITS[digit]) + _PLACES[place])
    return "".join(words)


def _whole(number: int) -> str:
    """Spell a whole number in Sino-Korean, a space after each myriad; digits from 10^20 on."""
    if not number or number >= 10**20:
        return str(number) if number else _DIGITS[0]
    groups = []
    for power, unit in enumerate(_MYRIADS):
        group = number // 10 ** (4 * power) % 10_000
        if group:
            bare = group == 1 and unit == "만" and number < 20_000
            groups.append(("" if bare else _below_myriad(group)) + unit)
    return " ".join(reversed(groups))


def _number(number: Decimal) -> str:
    """Spell a decimal number, and the space that parts it from a unit."""
    decimals = f"{number:f}".partition(".")[2]
    return f"{_whole(int(number))} 점 {' '.join(_DIGITS[int(digit)] for digit in decimals)} "


def _count(number: int) -> str:
    """Count things (3가지: 세 가지) in native words up to 99, as people do; a space parts it
    from what is counted.
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("스무" if number == 20 else _NATIVE_TENS[tens] + _NATIVE[ones]) + " "


def _day(day: date, month: str, _case: str) -> str:
    return f"{month} {day.day}일"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    end = f"{last.day}일" if same else _day(last, last_month, case)
    return f"{_day(first, month, case)}부터 {end}까지"


def _unit(noun: str) -> Forms:
    return {"other": f"{{}}{noun}"}


def _same(noun: str) -> tuple[Forms, Forms]:
    return _unit(noun), _unit(noun)


TONGUE = Tongue(
    minus="마이너스",
    plus="플러스",
    amount="{major} {minor}",
    decimal=".",
    percent=_unit("퍼센트"),
    units={
        "KB": (_unit("KB"), _unit("킬로바이트")),
        "MB": (_unit("MB"), _unit("메가바이트")),
        "GB": (_unit("GB"), _unit("기가바이트")),
        "TB": (_unit("TB"), _unit("테라바이트")),
        "min": _same("분"),
        "h": _same("시간"),
        "s": _same("초"),
        "message": _same("건"),
        "day": _same("일"),
        "month": _same("개월"),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "KRW": (_unit("원"), _unit("전")),
        "EUR": (_unit("유로"), _unit("센트")),
        "GBP": (_unit("파운드"), _unit("펜스")),
        "USD": (_unit("달러"), _unit("센트")),
        "AED": (_unit("디르함"), _unit("필스")),
        "IDR": (_unit("루피아"), _unit("센")),
    },
    symbols={"&": "앤드", "+": "플러스", "%": "퍼센트", "€": "유로", "£": "파운드", "$": "달러"},
    affixes={"KRW": ("", "원")},
    abroad=lambda _code, name: f"{name}에서",
    day=_day,
    period=_period,
    year=lambda year: f"{year}년",
    year_after=False,
    number=_number,
    count=_count,
    months={month: f"{month}월" for month in range(1, 13)} | {6: "유월", 10: "시월"},
)
