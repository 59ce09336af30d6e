"""Names of units as documents write them, and ours. Names only: nothing is converted."""

from __future__ import annotations

_OURS = {
    **dict.fromkeys(("gb", "go", "gigabyte", "gigabytes"), "GB"),
    **dict.fromkeys(("mb", "mo", "megabyte", "megabytes"), "MB"),
    **dict.fromkeys(("kb", "ko", "kilobyte", "kilobytes"), "kB"),
    **dict.fromkeys(("tb", "to", "terabyte", "terabytes"), "TB"),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("s", "sec", "second", "seconds"), "s"),
    **dict.fromkeys(("h", "hour", "hours"), "h"),
    **dict.fromkeys(("sms", "mms", "message", "messages"), "message"),
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("unit", "units", "piece", "pieces"), "unit"),
}
_CODES = {
    "C62": "unit",
    "EA": "unit",
    "H87": "unit",
    "XPP": "unit",
    "ZZ": "unit",
    "NAR": "unit",
    "MIN": "min",
    "SEC": "s",
    "HUR": "h",
    "DAY": "day",
    "MON": "month",
    "ANN": "year",
    "AD": "byte",
    "2P": "kB",
    "4L": "MB",
    "E34": "GB",
    "E35": "TB",
    "KWH": "kWh",
    "KWT": "kW",
}
"""UN/ECE Recommendation 20 and 21 codes that telecom and utility bills use."""


def unit_of(name: str) -> str:
    """Return our name of a unit, or the name as it is written."""
    word = " ".join(name.split())
    return _OURS.get(word.lower(), word[:40])


def unit_of_code(code: str | None) -> str:
    """Return our name of a UN/ECE unit code, or the code itself."""
    return "unit" if not code else _CODES.get(code.strip().upper(), code.strip()[:40])
