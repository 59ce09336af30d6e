"""French."""

from __future__ import annotations

from datetime import date

from renderer.script.words.tongue import Forms, Tongue


def _number(day: int) -> str:
    return "premier" if day == 1 else str(day)


def _day(day: date, month: str, _case: str) -> str:
    return f"{_number(day.day)} {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = _number(first.day) if same else _day(first, month, case)
    return f"du {start} au {_day(last, last_month, case)}"


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
)
