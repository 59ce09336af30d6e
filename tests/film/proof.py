"""Proves a film's figures from its documents: every check lists what it finds wrong.

Nothing of the renderer's arithmetic is used. Raw values are looked up in the documents, the
operations are done again here in fractions, and texts are read back as values.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from math import floor
from typing import Any

from renderer.bill.pointer import resolve
from tests.film.films import RealFilm, nodes_of, text_of
from tests.film.readback import plain, says, squeezed

DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Known:
    """A value of the manifest, to reckon with: `number` or `other`, and the kind with its unit."""

    kind: str
    unit: str
    number: Fraction | None = None
    other: Any = None


def known(value: Mapping[str, Any]) -> Known:
    """Read a value of the manifest."""
    match value["kind"]:
        case "money":
            return Known("money", value["currency"], Fraction(value["amount"]))
        case "quantity":
            return Known("quantity", value["unit"], Fraction(value["amount"]))
        case "percent":
            return Known("percent", "", Fraction(value["amount"]))
        case "count":
            return Known("count", "", Fraction(value["count"]))
        case "date":
            return Known("date", "", other=date.fromisoformat(value["date"]))
        case "period":
            ends = tuple(date.fromisoformat(value[key]) for key in ("start", "end"))
            return Known("period", "", other=ends)
    return Known("text", "", other=value["text"])


def half_away(number: Fraction, quantum: Fraction = Fraction(1)) -> Fraction:
    """Round to a multiple of the quantum, half away from zero."""
    sign = -1 if number < 0 else 1
    return sign * floor(abs(number) / quantum + Fraction(1, 2)) * quantum


# What each operation does to operands of one unit -----------------------------------------------


def _of_numbers(reckon: Callable[[list[Fraction]], Fraction]) -> Callable[[list[Known]], Known]:
    """Lift an operation on numbers: one kind and unit in, the same out."""

    def lifted(operands: list[Known]) -> Known:
        kinds = {(one.kind, one.unit) for one in operands}
        if len(kinds) != 1 or any(one.number is None for one in operands):
            raise ArithmeticError("operands of several units")
        ((kind, unit),) = kinds
        return Known(kind, unit, reckon([_number(one) for one in operands]))

    return lifted


def _per_cent(reckon: Callable[[list[Fraction]], Fraction]) -> Callable[[list[Known]], Known]:
    return lambda operands: Known("percent", "", _number(_of_numbers(reckon)(operands)))


def _number(one: Known) -> Fraction:
    if one.number is None:
        raise ArithmeticError("not a number")
    return one.number


def _whole_share(numbers: list[Fraction]) -> Fraction:
    part, whole = numbers
    rounded = half_away(100 * part / whole)
    if rounded == 100 and part != whole:
        return Fraction(99 if part < whole else 101)
    return rounded


def _ring_share(numbers: list[Fraction]) -> Fraction:
    whole, *parts = numbers
    return half_away(100 * sum(parts) / whole) - half_away(100 * sum(parts[:-1]) / whole)


def _nice_tick(numbers: list[Fraction]) -> Fraction:
    most = abs(numbers[0])
    steps = [
        Fraction(leading) * Fraction(10) ** power
        for power in range(-9, 16)
        for leading in ("1", "2", "2.5", "5")
    ]
    return min(step for step in steps if 4 * step >= most)


def _month(operands: list[Known]) -> Known:
    start, end = operands[0].other
    firsts = [(start + timedelta(n)).replace(day=1) for n in range((end - start).days + 1)]
    return Known("date", "", other=max(sorted(set(firsts)), key=firsts.count))


def _mask(operands: list[Known]) -> Known:
    """Only the first two and last two digits may be left: fewer of a short number."""
    text = operands[0].other
    digits = [mark for mark in text if mark.isdigit()]
    ends = digits[-2:] if len(digits) > 2 else []
    return Known("masked", "", other=[*(digits[:2] if len(digits) >= 7 else []), *ends])


def _percent_of(operands: list[Known]) -> Known:
    amount, rate = operands
    return Known(amount.kind, amount.unit, _number(amount) * _number(rate) / 100)


def _day_moved(by: int) -> Callable[[list[Known]], Known]:
    return lambda operands: Known("date", "", other=operands[0].other + timedelta(by))


def _month_moved(by: int) -> Callable[[list[Known]], Known]:
    """The same days of another month; its last day for the last, or for one it does not have."""

    def day(one: date, *, ends: bool) -> date:
        at = one.year * 12 + one.month - 1 + by
        length = monthrange(at // 12, at % 12 + 1)[1]
        last = ends and one.day == monthrange(one.year, one.month)[1]
        return date(at // 12, at % 12 + 1, length if last else min(one.day, length))

    def lifted(operands: list[Known]) -> Known:
        start, end = operands[0].other
        return Known("period", "", other=(day(start, ends=False), day(end, ends=True)))

    return lifted


AGAIN: Mapping[str, Callable[[list[Known]], Known]] = {
    "absolute": _of_numbers(lambda n: abs(n[0])),
    "count": lambda operands: Known("count", "", Fraction(len(operands))),
    "day_after": _day_moved(1),
    "day_before": _day_moved(-1),
    "days": lambda o: Known("quantity", "day", Fraction((o[0].other[1] - o[0].other[0]).days + 1)),
    "difference": _of_numbers(lambda n: n[0] - n[1]),
    "end": lambda operands: Known("date", "", other=operands[0].other[1]),
    "mask": _mask,
    "max": _of_numbers(max),
    "mean": _of_numbers(lambda n: sum(n, Fraction(0)) / len(n)),
    "min": _of_numbers(min),
    "month": _month,
    "month_earlier": _month_moved(-1),
    "month_later": _month_moved(1),
    "negate": _of_numbers(lambda n: -n[0]),
    "nice_tick": _of_numbers(_nice_tick),
    "percent_of": _percent_of,
    "period": lambda o: Known("period", "", other=(o[0].other, o[1].other)),
    "ring_share": _per_cent(_ring_share),
    "same": lambda operands: operands[0],
    "share": _per_cent(lambda n: 100 * n[0] / n[1]),
    "start": lambda operands: Known("date", "", other=operands[0].other[0]),
    "sum": _of_numbers(lambda n: sum(n, Fraction(0))),
    "whole_share": _per_cent(_whole_share),
}


# What a manifest claims --------------------------------------------------------------------------


def wrong_sources(manifest: Mapping[str, Any], documents: Iterable[bytes]) -> list[str]:
    """List the facts whose value is not what their document says at their place."""
    by_hash = {sha256(data).hexdigest(): data for data in documents}
    wrong = [
        f"{fact['id']}: not exactly one proof"
        for fact in manifest["facts"]
        if ("source" in fact) == ("derived" in fact)
    ]
    for fact in manifest["facts"]:
        if "source" not in fact:
            continue
        source = fact["source"]
        if source["document"] not in by_hash:
            wrong.append(f"{fact['id']}: its document was not an input")
            continue
        raw = resolve(by_hash[source["document"]], source["pointer"])
        if raw != source["raw"] or not _is_written(raw, known(fact["value"])):
            wrong.append(f"{fact['id']}: the document says {raw!r}")
    return wrong


def _is_written(raw: str, value: Known) -> bool:
    if value.kind == "percent":
        return Fraction(raw) in (value.number, _number(value) / 100)
    if value.number is not None:
        return Fraction(raw) == value.number
    if value.kind == "date":
        return raw[:10] == value.other.isoformat()
    return value.kind == "text" and plain(raw) == plain(value.other)


def wrong_derivations(manifest: Mapping[str, Any]) -> list[str]:
    """List the facts that are not what their operation gives, to the last digit."""
    values = {fact["id"]: known(fact["value"]) for fact in manifest["facts"]}
    wrong = []
    for fact in manifest["facts"]:
        if "derived" not in fact:
            continue
        operation, rounding = fact["derived"]["operation"], fact["derived"]["rounding"]
        if operation not in AGAIN:
            wrong.append(f"{fact['id']}: nobody knows the operation {operation}")
            continue
        missing = [one for one in fact["derived"]["operands"] if one not in values]
        if missing:
            wrong.append(f"{fact['id']}: its operands {missing} are not in the manifest")
            continue
        result = AGAIN[operation]([values[one] for one in fact["derived"]["operands"]])
        if rounding and result.number is not None:
            rounded = half_away(result.number, Fraction(rounding))
            result = Known(result.kind, result.unit, rounded)
        if not _same(result, values[fact["id"]]):
            wrong.append(f"{fact['id']}: {operation} gives {result}")
    return wrong


def _same(result: Known, value: Known) -> bool:
    if result.kind == "masked":
        return [mark for mark in value.other if mark.isdigit()] == result.other
    return result == value


def wrong_texts(manifest: Mapping[str, Any]) -> list[str]:
    """List the texts, seen, captioned or spoken, that do not say their fact's value."""
    language = manifest["language"]
    return [
        f"{fact['id']}: {seen['text']!r} ({seen['medium']}) does not say {fact['value']}"
        for fact in manifest["facts"]
        for seen in fact.get("appearances", ())
        if not says(fact["value"], seen["text"], language)
    ]


def _shown(film: RealFilm, medium: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair every appearance in a medium with its fact."""
    return [
        (fact, seen)
        for fact in film.manifest["facts"]
        for seen in fact.get("appearances", ())
        if seen["medium"] == medium
    ]


def left_over(text: str, facts: Iterable[str]) -> str:
    """Return what is left of a text when every fact's text is taken out, once each."""
    rest = squeezed(text)
    for one in sorted(map(squeezed, facts), key=len, reverse=True):
        rest = rest.replace(one, " ", 1)
    return rest


def loose_on_screen(film: RealFilm) -> list[str]:
    """List texts on screen that hold a digit outside the facts which that very node shows."""
    at: dict[tuple[str, str], set[str]] = {}
    for _, seen in _shown(film, "screen"):
        at.setdefault((seen["scene"], seen["place"]), set()).add(seen["text"])
    return [
        f"{scene.id}/{node.id}: {text}"
        for scene in film.plan.scenes
        for node in nodes_of(scene)
        if (text := text_of(node))
        and DIGIT.search(left_over(text, at.get((scene.id, node.id), ())))
    ]


def loose_in_captions(film: RealFilm) -> list[str]:
    """List captions that hold a digit outside the facts shown while they stand."""
    shown = _shown(film, "caption")
    wrong = []
    for start, end, text in cues(film.captions):
        facts = [seen["text"] for _, seen in shown if seen["start"] < end and seen["end"] > start]
        if DIGIT.search(left_over(text, facts)):
            wrong.append(f"{start}: {text}")
    return wrong


def loose_in_voice(film: RealFilm) -> list[str]:
    """List spoken lines that hold a digit outside the facts they speak."""
    at: dict[tuple[str, str], list[str]] = {}
    for _, seen in _shown(film, "voice"):
        at.setdefault((seen["scene"], seen["place"]), []).append(seen["text"])
    return [
        f"{scene}/{line}: {text}"
        for (scene, line), text in film.spoken.items()
        if DIGIT.search(left_over(text, at.get((scene, line), ())))
    ]


def cues(vtt: str) -> Iterator[tuple[float, float, str]]:
    """Yield a WebVTT file's cues: start and end in seconds, and the text with its line breaks."""
    for block in vtt.strip().split("\n\n")[1:]:
        times, _, text = block.partition("\n")
        start, _, end = times.partition(" --> ")
        yield _seconds(start), _seconds(end), text.strip("\n")


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
