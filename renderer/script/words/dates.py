"""Dates, months and periods, seen (CLDR's patterns) and spoken (the language's own table)."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from renderer.bill.values import Period
from renderer.script.words.form import Form
from renderer.script.words.tongue import Speaker

_MONTHS = re.compile(r"M{3,}|L{3,}")
_DAY = re.compile(r"(?<!\d)1(?!\d)")


def date_form(speaker: Speaker, day: date, style: str = "long", case: str = "nominative") -> Form:
    """Write and say a date.

    Args:
        speaker: in which language.
        day: any day of the month, for months.
        style: "long" (15 December), "short" (15 Dec), "full" (with the year), "month",
            "month-short", "month-year"; for calendars "day" (15) and "weekday" (T), which a
            voice says as "long".
        case: grammatical case of what is said, in languages that have it.
    """
    month = speaker.month(day)
    said_day = speaker.tongue.day(day, month, case)
    match style:
        case "month" | "month-short":
            width = "wide" if style == "month" else "abbreviated"
            return Form(_month_name(speaker, day, width), month)
        case "day":
            return Form(str(day.day), said_day)
        case "weekday":
            names = speaker.locale.days["stand-alone"]["narrow"]
            return Form(str(names[day.weekday()]), said_day)
        case "month-year":
            return Form(
                _written(speaker, day, speaker.locale.datetime_skeletons["yMMMM"].pattern),
                _with_year(speaker, month, day.year),
            )
        case "full":
            seen = _written(speaker, day, speaker.locale.date_formats["long"].pattern)
            return Form(seen, _with_year(speaker, said_day, day.year))
        case _:
            skeleton = "MMMMd" if style == "long" else "MMMd"
            seen = _written(speaker, day, speaker.locale.datetime_skeletons[skeleton].pattern)
            return Form(seen, said_day)


def period_form(
    speaker: Speaker, period: Period, style: str = "long", case: str = "nominative"
) -> Form:
    """Write and say a period; the year shows only where it changes within."""
    first, last = period.start, period.end
    said = speaker.tongue.period(first, last, speaker.month(first), speaker.month(last), case)
    return Form(_interval(speaker, first, last, style), said)


def _with_year(speaker: Speaker, words: str, year: int) -> str:
    said = speaker.tongue.year(year)
    return f"{words} {said}" if speaker.tongue.year_after else f"{said} {words}"


def _month_name(speaker: Speaker, day: date, width: str) -> str:
    """Return the month standing alone, but with the full stop of the form used in dates."""
    kind = "stand-alone" if width == "wide" else "format"
    return str(speaker.locale.months[kind][width][day.month])


def _written(speaker: Speaker, day: date, pattern: str) -> str:
    """Format by a CLDR pattern, in Western digits."""
    text = format_date(day, pattern, locale=speaker.locale)
    if day.day == 1 and speaker.tongue.day_one and "d" in pattern:
        text = _DAY.sub(speaker.tongue.day_one, text, count=1)
    return text.replace("\u2009", " ").replace("\u202f", " ")


def _interval(speaker: Speaker, first: date, last: date, style: str) -> str:
    """Format a period by CLDR's interval patterns."""
    skeleton = "MMMd" if first.year == last.year else "yMMMd"
    if first == last:
        parts = [speaker.locale.datetime_skeletons[skeleton].pattern]
    else:
        fields = speaker.locale.interval_formats[skeleton]
        same_month = (first.year, first.month) == (last.year, last.month)
        changed = "d" if same_month else "M" if first.year == last.year else "y"
        parts = fields[changed]
    if style == "long":
        parts = [_MONTHS.sub("MMMM", part) for part in parts]
    days = (first, last)
    return "".join(_written(speaker, day, part) for day, part in zip(days, parts, strict=False))
