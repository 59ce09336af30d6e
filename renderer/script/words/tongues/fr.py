"""French."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from renderer.script.words.tongue import Forms, Tongue


def _number(day: int) -> str:
    return "premier" if day == 1 else str(day)


def _day(day: date, month: str, _case: str) -> str:
    return f"{_number(day.day)} {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = _number(first.day) if same else _day(first, month, case)
    return f"du {start} au {_day(last, last_month, case)}"


_PLURAL = "AE AS AX BM BQ BS CC CK FJ FK FO KM KY MH MP MV NL PH PS PW SB SC TC US VG VI WS"
"""Countries with a plural name: "aux"."""
_BARE = (
    "AI AW BH BL CU CW CY DJ FM GG GI GU HK JE KI KN LC MC MF MG MO MS MT MU NR NU OM PM PR RE"
    " SG SH SM ST SX TO TT TV TW VC VU WF YT"
)
"""Names without an article, of islands mostly: "à"."""
_WITH_LA = "BB DM GD"
_MASCULINE = "BZ GB KH MX MZ SR ZW"
"""Masculine though they end in an e."""
_FEMININE = "HT SL VA"
"""Feminine though they do not."""


def _abroad(code: str, name: str) -> str:
    """Say where: "en Espagne, en Iran, au Maroc, aux Pays-Bas, à Malte"."""
    if code in _PLURAL.split():
        return f"aux {name}"
    if code in _BARE.split():
        return f"à {name}"
    if code in _WITH_LA.split():
        return f"à la {name}"
    if name.startswith("Île "):
        return f"sur l’{name}"
    first = normalize("NFD", name)[0].lower()
    ends_in_e = re.split(r"[ -]", name)[0].endswith("e") and code not in _MASCULINE.split()
    if first in "aeiou" or ends_in_e or code in _FEMININE.split():
        return f"en {name}"
    return f"au {name}"


def _masculine(one: str, other: str, many: str | None = None) -> Forms:
    forms = {"one": f"{{}} {one}", "other": f"{{}} {other}"}
    return forms | ({"many": f"{{}} {many}"} if many else {})


def _feminine(one: str, other: str, many: str | None = None) -> Forms:
    return {"=1": f"une {one}"} | dict(_masculine(one, other, many))


def _seen(unit: str) -> Forms:
    return {"other": f"{{}}\u00a0{unit}"}


_DAY = _masculine("jour", "jours")
_MONTH = _masculine("mois", "mois")

TONGUE = Tongue(
    minus="moins",
    plus="plus",
    amount="{major} et {minor}",
    decimal=",",
    percent={"other": "{} pour cent"},
    units={
        "KB": (_seen("ko"), _masculine("kilooctet", "kilooctets")),
        "MB": (_seen("Mo"), _masculine("mégaoctet", "mégaoctets")),
        "GB": (_seen("Go"), _masculine("gigaoctet", "gigaoctets")),
        "TB": (_seen("To"), _masculine("téraoctet", "téraoctets")),
        "min": (_seen("min"), _feminine("minute", "minutes")),
        "h": (_seen("h"), _feminine("heure", "heures")),
        "s": (_seen("s"), _feminine("seconde", "secondes")),
        "message": (_seen("SMS"), _masculine("message", "messages")),
        "day": (_DAY, _DAY),
        "month": (_MONTH, _MONTH),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "EUR": (_masculine("euro", "euros", "d’euros"), _masculine("centime", "centimes")),
        "GBP": (
            _feminine("livre sterling", "livres sterling", "de livres sterling"),
            {"=1": "un penny", "other": "{} pence"},
        ),
        "USD": (_masculine("dollar", "dollars", "de dollars"), _masculine("cent", "cents")),
        "AED": (_masculine("dirham", "dirhams", "de dirhams"), _masculine("fils", "fils")),
        "IDR": (_feminine("roupie", "roupies", "de roupies"), _masculine("sen", "sens")),
        "KRW": (_masculine("won", "wons", "de wons"), _masculine("jeon", "jeons")),
    },
    symbols={"&": "et", "+": "plus", "%": "pour cent", "€": "euros", "£": "livres", "$": "dollars"},
    day=_day,
    period=_period,
    day_one="1er",
    countries={"HK": "Hong Kong", "MO": "Macao"},
    abroad=_abroad,
)
