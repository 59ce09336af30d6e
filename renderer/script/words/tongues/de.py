"""German."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from renderer.script.words.tongue import Forms, Tongue

_ONES = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
]
_TEENS = ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_BELOW_20 = _ONES + _TEENS
_STEMS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def _cardinal(number: int) -> str:
    if number < 20:
        return _BELOW_20[number]
    tens = _TENS[number // 10 - 2]
    return f"{_ONES[number % 10]}und{tens}" if number % 10 else tens


def _ordinal(day: int, case: str) -> str:
    stem = _STEMS.get(day) or _cardinal(day) + ("t" if day < 20 else "st")
    return stem + ("er" if case == "nominative" else "en")


def _day(day: date, month: str, case: str) -> str:
    return f"{_ordinal(day.day, case)} {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = _ordinal(first.day, case) if same else _day(first, month, case)
    return f"{start} bis {_day(last, last_month, case)}"


def _year(year: int) -> str:
    """Say 1998 as people do; from 2000 on the voice reads digits right."""
    if not 1100 <= year < 2000:
        return str(year)
    rest = year % 100
    tail = "" if not rest else "eins" if rest == 1 else _cardinal(rest)
    return f"{_cardinal(year // 100)}hundert{tail}"


_PLACES: Mapping[str, str] = {
    **dict.fromkeys(("CF", "CH", "DO", "MD", "MN", "SK", "TR", "UA", "VA"), "in der"),
    **dict.fromkeys(("GB", "IQ", "IR", "LB", "OM", "SD", "SN", "SS", "TD", "XK", "YE"), "im"),
    **dict.fromkeys(("NL", "BQ", "PS", "US", "AE"), "in den"),
    **dict.fromkeys(("AX", "BS", "CC", "CK", "FK", "FO", "KM", "KY", "MH", "MP", "MV"), "auf den"),
    **dict.fromkeys(("PH", "SB", "SC", "TC", "VG", "VI"), "auf den"),
    **dict.fromkeys(("CX", "IM", "NF"), "auf der"),
    **dict.fromkeys(("CU", "CY", "CW", "GG", "HT", "JE", "JM", "MG", "MT", "MU", "RE"), "auf"),
    **dict.fromkeys(("BB", "BM", "GL", "GP", "GU", "MQ", "YT", "AW", "PR"), "auf"),
}
"""Where one is, if not "in"."""
_DATIVES: Mapping[str, str] = {
    "AE": "Vereinigten Arabischen Emiraten",
    "BQ": "Karibischen Niederlanden",
    "CF": "Zentralafrikanischen Republik",
    "DO": "Dominikanischen Republik",
    "GB": "Vereinigten Königreich",
    "MP": "Nördlichen Marianen",
    "NL": "Niederlanden",
    "PS": "Palästinensischen Autonomiegebieten",
    "VG": "Britischen Jungferninseln",
    "VI": "Amerikanischen Jungferninseln",
}


def _abroad(code: str, name: str) -> str:
    return f"{_PLACES.get(code, 'in')} {_DATIVES.get(code, name)}"


def _noun(article: str, one: str, other: str | None = None, *, masculine: bool = False) -> Forms:
    """Give "ein Euro" for 1: the voice would read "eins Euro"."""
    endings = {"accusative": "en", "dative": "em"} if masculine else {"dative": "em"}
    if article == "eine":
        endings = {"dative": "r"}
    return {
        "=1": f"{article} {one}",
        **{f"=1/{case}": f"{article}{ending} {one}" for case, ending in endings.items()},
        "other": f"{{}} {other or one}",
    }


def _seen(unit: str) -> Forms:
    return {"other": f"{{}}\u00a0{unit}"}


TONGUE = Tongue(
    minus="minus",
    plus="plus",
    amount="{major} und {minor}",
    decimal=",",
    percent={"=1": "ein Prozent", "other": "{} Prozent"},
    units={
        "KB": (_seen("KB"), _noun("ein", "Kilobyte")),
        "MB": (_seen("MB"), _noun("ein", "Megabyte")),
        "GB": (_seen("GB"), _noun("ein", "Gigabyte")),
        "TB": (_seen("TB"), _noun("ein", "Terabyte")),
        "min": (_seen("Min."), _noun("eine", "Minute", "Minuten")),
        "h": (_seen("Std."), _noun("eine", "Stunde", "Stunden")),
        "s": (_seen("Sek."), _noun("eine", "Sekunde", "Sekunden")),
        "message": (_seen("SMS"), _noun("eine", "Nachricht", "Nachrichten")),
        "day": (
            {"one": "{}\u00a0Tag", "other": "{}\u00a0Tage", "other/dative": "{}\u00a0Tagen"},
            {"=1": "ein Tag", "other": "{} Tage", "other/dative": "{} Tagen"},
        ),
        "month": (
            {"one": "{}\u00a0Monat", "other": "{}\u00a0Monate"},
            _noun("ein", "Monat", "Monate"),
        ),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "EUR": (_noun("ein", "Euro", masculine=True), _noun("ein", "Cent", masculine=True)),
        "GBP": (_noun("ein", "Pfund"), _noun("ein", "Penny", "Pence", masculine=True)),
        "USD": (_noun("ein", "Dollar", masculine=True), _noun("ein", "Cent", masculine=True)),
        "AED": (_noun("ein", "Dirham", masculine=True), _noun("ein", "Fils", masculine=True)),
        "IDR": (_noun("eine", "Rupiah"), _noun("ein", "Sen", masculine=True)),
        "KRW": (_noun("ein", "Won", masculine=True), _noun("ein", "Jeon", masculine=True)),
    },
    symbols={"&": "und", "+": "plus", "%": "Prozent", "€": "Euro", "£": "Pfund", "$": "Dollar"},
    cases=("nominative", "accusative", "dative", "genitive"),
    day=_day,
    period=_period,
    year=_year,
    countries={"HK": "Hongkong", "MD": "Moldau", "MO": "Macau", "US": "USA"},
    abroad=_abroad,
)
