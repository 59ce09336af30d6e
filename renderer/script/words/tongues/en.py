"""English."""

from __future__ import annotations

from datetime import date

from renderer.script.words.tongue import Forms, Tongue


def _ordinal(day: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if day in (11, 12, 13) else endings.get(day % 10, 'th')}"


def _day(day: date, month: str, _case: str) -> str:
    return f"the {_ordinal(day.day)} of {month}"


def _period(first: date, last: date, month: str, last_month: str, case: str) -> str:
    same = (first.year, first.month) == (last.year, last.month)
    start = f"the {_ordinal(first.day)}" if same else _day(first, month, case)
    return f"{start} to {_day(last, last_month, case)}"


_THE = "AE AX BQ BS CC CF CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH PS SB SC TC US VG VI"
"""Countries that take "the"."""


def _abroad(code: str, name: str) -> str:
    return f"in the {name}" if code in _THE.split() else f"in {name}"


def _noun(one: str, other: str) -> Forms:
    return {"one": f"{{}} {one}", "other": f"{{}} {other}"}


_CENT = _noun("cent", "cents")
_PENNY: Forms = {"one": "{} penny", "other": "{} pence"}
_SHORT = {unit: {"other": f"{{}}\u00a0{unit}"} for unit in ("KB", "MB", "GB", "TB", "min", "h")}

TONGUE = Tongue(
    minus="minus",
    plus="plus",
    amount="{major} and {minor}",
    decimal=".",
    percent={"other": "{} percent"},
    units={
        "KB": (_SHORT["KB"], _noun("kilobyte", "kilobytes")),
        "MB": (_SHORT["MB"], _noun("megabyte", "megabytes")),
        "GB": (_SHORT["GB"], _noun("gigabyte", "gigabytes")),
        "TB": (_SHORT["TB"], _noun("terabyte", "terabytes")),
        "min": (_SHORT["min"], _noun("minute", "minutes")),
        "h": (_SHORT["h"], _noun("hour", "hours")),
        "s": ({"other": "{}\u00a0s"}, _noun("second", "seconds")),
        "message": (_noun("message", "messages"), _noun("message", "messages")),
        "day": (_noun("day", "days"), _noun("day", "days")),
        "month": (_noun("month", "months"), _noun("month", "months")),
        "unit": ({"other": "{}"}, {"other": "{}"}),
    },
    currencies={
        "GBP": (_noun("pound", "pounds"), _PENNY),
        "EUR": (_noun("euro", "euros"), _CENT),
        "USD": (_noun("dollar", "dollars"), _CENT),
        "AED": (_noun("dirham", "dirhams"), {"other": "{} fils"}),
        "IDR": ({"other": "{} rupiah"}, {"other": "{} sen"}),
        "KRW": ({"other": "{} won"}, {"other": "{} jeon"}),
    },
    symbols={"&": "and", "+": "plus", "%": "percent", "€": "euros", "£": "pounds", "$": "dollars"},
    day=_day,
    period=_period,
    countries={"HK": "Hong Kong", "MO": "Macao"},
    abroad=_abroad,
)
