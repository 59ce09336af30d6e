"""Indonesian: nouns do not change, whatever the number."""

from __future__ import annotations

from datetime import date

from renderer.script.words.tongue import Forms, Tongue


def _day(day: date, month: str, _case: str) -> str:
    return f"{day.day} {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same else _day(first, month, case)
    return f"{start} sampai {_day(last, last_month, case)}"


def _seen(unit: str) -> Forms:
    return {"other": f"{{}}\u00a0{unit}"}


def _said(noun: str) -> Forms:
    return {"other": f"{{}} {noun}"}


TONGUE = Tongue(
    minus="minus",
    plus="plus",
    amount="{major} {minor}",
    decimal=",",
    percent=_said("persen"),
    units={
        "KB": (_seen("KB"), _said("kilobita")),
        "MB": (_seen("MB"), _said("megabita")),
        "GB": (_seen("GB"), _said("gigabita")),
        "TB": (_seen("TB"), _said("terabita")),
        "min": (_seen("menit"), _said("menit")),
        "h": (_seen("jam"), _said("jam")),
        "s": (_seen("detik"), _said("detik")),
        "message": (_seen("SMS"), _said("pesan")),
        "day": (_seen("hari"), _said("hari")),
        "month": (_seen("bulan"), _said("bulan")),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "IDR": (_said("rupiah"), _said("sen")),
        "EUR": (_said("euro"), _said("sen")),
        "GBP": (_said("pound sterling"), _said("pence")),
        "USD": (_said("dolar"), _said("sen")),
        "AED": (_said("dirham"), _said("fils")),
        "KRW": (_said("won"), _said("jeon")),
    },
    symbols={"&": "dan", "+": "plus", "%": "persen", "€": "euro", "£": "pound", "$": "dolar"},
    affixes={"IDR": ("Rp", "")},
    countries={"HK": "Hong Kong", "MO": "Makau"},
    abroad=lambda _code, name: f"di {name}",
    day=_day,
    period=_period,
)
