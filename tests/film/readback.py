"""Reads texts of six languages back as values. Shares nothing with the code that wrote them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from fractions import Fraction
from typing import Any

DECIMAL = {"en": ".", "fr": ",", "de": ",", "id": ",", "ar": ".", "ko": "."}
MINUS = ("-", "−", "minus", "moins", "سالب", "ناقص", "마이너스")
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ko": "일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월",
}
MONEY = {
    "GBP": ("£", "pound"),
    "EUR": ("€", "euro"),
    "IDR": ("Rp", "rupiah"),
    "AED": ("د.إ", "درهم", "دراهم"),
    "KRW": ("₩", "원"),
}
CENTS = ("pence", "penny", "centime", "cent", "sen", "فلس", "فلوس")
"""Words for a hundredth of a currency's unit."""
UNITS = {
    "GB": ("GB", "Go", "gigabyte", "gigaoctet", "gigabita", "غيغابايت", "기가바이트"),
    "MB": ("MB", "Mo", "megabyte", "megaoctet", "megabita", "ميغابايت", "메가바이트"),
    "min": ("min", "دقيقة", "دقائق", "분"),
    "message": ("message", "sms", "nachricht", "pesan", "رسالة", "رسائل", "건", "문자"),
    "day": ("day", "jour", "tag", "hari", "يوم", "أيام", "일"),
}
PER_CENT = (
    "%",
    "٪",
    "per cent",
    "percent",
    "pour cent",
    "prozent",
    "persen",
    "المئة",
    "المائة",
    "퍼센트",
)
COUNTRIES = {
    "TR": ("Türkiye", "Turquie", "Türkei", "Turki", "تركيا", "튀르키예"),
    "CH": ("Switzerland", "Suisse", "Schweiz", "Swiss", "سويسرا", "스위스"),
}
WEEKDAYS = {
    "en": "MTWTFSS",
    "fr": "LMMJVSD",
    "de": "MDMDFSS",
    "id": "SSRKJSM",
    "ar": "نثرخجسح",
    "ko": "월화수목금토일",
}
"""What stands over a calendar's columns, from Monday."""
NATIVE = dict(
    zip(
        ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"],
        range(1, 11),
        strict=True,
    )
)
SINO = {mark: at for at, mark in enumerate("영일이삼사오육칠팔구")} | {"공": 0}
POWERS = {"십": 10, "백": 100, "천": 1000}
ARABIC_FEW = {"واحد": 1, "واحدة": 1, "اثنان": 2, "اثنين": 2, "درهمان": 2, "درهمين": 2}
ARABIC_FEW |= {"مرتان": 2, "رسالتان": 2, "رسالتين": 2, "يومان": 2, "يومين": 2}
GERMAN_ORDINALS = [
    "ersten",
    "zweiten",
    "dritten",
    "vierten",
    "fünften",
    "sechsten",
    "siebten",
    "achten",
    "neunten",
    "zehnten",
    "elften",
    "zwölften",
    "dreizehnten",
    "vierzehnten",
    "fünfzehnten",
    "sechzehnten",
    "siebzehnten",
    "achtzehnten",
    "neunzehnten",
    "zwanzigsten",
    "einundzwanzigsten",
    "zweiundzwanzigsten",
    "dreiundzwanzigsten",
    "vierundzwanzigsten",
    "fünfundzwanzigsten",
    "sechsundzwanzigsten",
    "siebenundzwanzigsten",
    "achtundzwanzigsten",
    "neunundzwanzigsten",
    "dreißigsten",
    "einunddreißigsten",
]
LETTERS = re.compile(r"[^\W\d_]+")


def plain(text: str) -> str:
    """Return a text without isolates and vowel marks, every space an ordinary one."""
    kept = (
        mark
        for mark in unicodedata.normalize("NFC", text)
        if mark not in "\u2066\u2067\u2068\u2069" and not 0x064B <= ord(mark) <= 0x0652
    )
    return " ".join("".join(kept).replace("\u00a0", " ").replace("\u202f", " ").split())


def squeezed(text: str) -> str:
    """Return a text without isolates and spaces, as it is wherever its lines break."""
    return "".join(plain(text).split())


def says(value: dict[str, Any], text: str, language: str) -> bool:
    """Tell whether a text says exactly a value of the manifest, and no other."""
    text = plain(text)
    match value["kind"]:
        case "money":
            return _money(value, text, language)
        case "quantity":
            bare = value["unit"] == "day" and text.isdigit()  # "10 of 30 days"
            unit = bare or _holds(text, UNITS.get(value["unit"], (value["unit"],)))
            return unit and _signed(Fraction(value["amount"]), text, language)
        case "percent":
            return _holds(text, PER_CENT) and _signed(Fraction(value["amount"]), text, language)
        case "count":
            return numbers(text, language) == [Fraction(value["count"])]
        case "date":
            return _date(date.fromisoformat(value["date"]), text, language)
        case "period":
            ends = [date.fromisoformat(value[key]) for key in ("start", "end")]
            return _period(ends[0], ends[1], text, language)
        case "text":
            return _text(plain(value["text"]), text)
    return False


def numbers(text: str, language: str) -> list[Fraction]:
    """Read every number of a text: in digits, or in the words that voices need."""
    point = re.escape(DECIMAL[language])
    other = "." if DECIMAL[language] == "," else ","
    grouped = rf"\d{{1,3}}(?:[{other} ]\d{{3}})+|\d+"
    found = [
        Fraction(re.sub(rf"[{other} ]", "", whole) + ("." + part if part else ""))
        for whole, part in re.findall(rf"({grouped})(?:{point}(\d+))?", text)
    ]
    return found or _in_words(text, language)


def _in_words(text: str, language: str) -> list[Fraction]:
    if language == "ar":
        return [Fraction(ARABIC_FEW[word]) for word in LETTERS.findall(text) if word in ARABIC_FEW][
            :1
        ]
    if language != "ko":
        return []
    if text.strip() in NATIVE:
        return [Fraction(NATIVE[text.strip()])]
    spelled = re.match(
        r"([영공일이삼사오육칠팔구십백천만 ]+?)(?: 점 ([영공일이삼사오육칠팔구 ]+?))?(?= |$)", text
    )
    if not spelled:
        return []
    part = "".join(str(SINO[mark]) for mark in (spelled[2] or "").replace(" ", ""))
    return [Fraction(f"{_sino(spelled[1])}.{part or 0}")]


def _sino(words: str) -> int:
    total = below = digit = 0
    for mark in words.replace(" ", ""):
        if mark == "만":
            total, below, digit = total + ((below + digit) or 1) * 10_000, 0, 0
        elif mark in POWERS:
            below, digit = below + (digit or 1) * POWERS[mark], 0
        else:
            digit = SINO[mark]
    return total + below + digit


def _holds(text: str, names: tuple[str, ...]) -> bool:
    return any(name.casefold() in text.casefold() for name in names)


def _signed(amount: Fraction, text: str, language: str) -> bool:
    """Tell whether a text's one number is the amount, to the decimals it shows, sign and all."""
    found = numbers(text, language)
    negative = _holds(text, MINUS)
    if len(found) != 1 or negative != (amount < 0):
        return False
    return found[0] == abs(amount)


def _money(value: dict[str, Any], text: str, language: str) -> bool:
    amount = Fraction(value["amount"])
    if not _holds(text, MONEY[value["currency"]]) and not _holds(text, CENTS):
        return False
    if _holds(text, MINUS) != (amount < 0):
        return False
    found = numbers(text, language)
    if len(found) == 2 and _holds(text, CENTS):
        return all(one.denominator == 1 for one in found) and (
            found[0] + found[1] / 100 == abs(amount)
        )
    if len(found) == 1 and not _holds(text, MONEY[value["currency"]]):
        return found[0] / 100 == abs(amount)
    return found == [abs(amount)]


def _months(text: str, language: str) -> set[int]:
    names = MONTHS[language].split()
    found = set()
    for token in LETTERS.findall(text.casefold()):
        if language == "ko":
            match = [at for at, name in enumerate(names, 1) if token.startswith(name)][-1:]
        else:
            match = [
                at
                for at, name in enumerate(names, 1)
                if name == token or (len(token) >= 3 and name.startswith(token))
            ]
        found.update(match)
    if language == "ko":
        found |= {int(month) for month in re.findall(r"(\d+)월", text)}
    return found


def _days_and_years(text: str, language: str) -> tuple[list[int], set[int]]:
    if language == "ko":
        text = re.sub(r"\d+월", " ", text)
    digits = [int(one) for one in re.findall(r"\d+", text)]
    ordinals = [
        GERMAN_ORDINALS.index(word) + 1
        for word in LETTERS.findall(text.casefold())
        if language == "de" and word in GERMAN_ORDINALS
    ]
    return [*ordinals, *(one for one in digits if one <= 31)], {one for one in digits if one > 31}


def _date(when: date, text: str, language: str) -> bool:
    days, years = _days_and_years(text, language)
    if text in (str(when.day), WEEKDAYS[language][when.weekday()]):  # a calendar's cell, its column
        return True
    return (
        _months(text, language) == {when.month}
        and days in ([], [when.day])
        and years <= {when.year}
    )


def _period(start: date, end: date, text: str, language: str) -> bool:
    days, years = _days_and_years(text, language)
    months = _months(text, language)
    return (
        bool(months)
        and months <= {start.month, end.month}
        and end.month in months
        and days in ([start.day, end.day], [start.day] if start == end else [])
        and years <= {start.year, end.year}
    )


def _text(value: str, text: str) -> bool:
    """Names are shown as they are, or cut with an ellipsis; a voice may write units out.

    Countries are named by the bill's code.
    """
    if value in COUNTRIES:
        return _holds(text, COUNTRIES[value])
    if text == value or (text.endswith("…") and value.startswith(text[:-1].rstrip())):
        return True
    return re.findall(r"\d+", text) == re.findall(r"\d+", value) and _alike(text, value)


def _alike(text: str, value: str) -> bool:
    """Tell whether two texts share most words: all but those with a digit or an abbreviation."""
    words = [word for word in value.split() if word.isalpha() and len(word) > 3]
    return all(word in text for word in words)
