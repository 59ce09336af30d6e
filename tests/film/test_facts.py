"""Every figure seen, captioned or spoken is a fact, and every fact is recomputed from the bill.

Nothing of the renderer's own arithmetic is used: raw values are looked up in the documents by
their pointers, operations are done again here, and texts are read back by digits.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from hashlib import sha256
from typing import Any

import pytest

from renderer.bill.pointer import resolve

DIGITS = re.compile(r"\d+")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def amount(value: dict[str, Any]) -> Decimal:
    return Decimal(str(value.get("amount", value.get("count"))))


def day(value: dict[str, Any]) -> date:
    return date.fromisoformat(value["date"])


def month_of(value: dict[str, Any]) -> date:
    """First day of the month that most days of a period lie in."""
    if value["kind"] == "date":
        return day(value).replace(day=1)
    start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    firsts = [one.replace(day=1) for one in days]
    return max(sorted(set(firsts)), key=firsts.count)


def masked(text: str) -> set[str]:
    return set(DIGITS.findall(text))


def again(operation: str, operands: list[dict[str, Any]], rounding: str | None) -> Any:
    """Do an operation again; `None` for one that yields no number or date."""
    match operation:
        case "sum":
            result = sum((amount(one) for one in operands), Decimal(0))
        case "difference":
            result = reduce(lambda a, b: a - b, map(amount, operands))
        case "negate":
            result = -amount(operands[0])
        case "absolute":
            result = abs(amount(operands[0]))
        case "share":
            result = amount(operands[0]) / amount(operands[1]) * 100
        case "count":
            result = Decimal(len(operands))
        case "max":
            result = max(map(amount, operands))
        case "mean":
            result = sum(map(amount, operands), Decimal(0)) / len(operands)
        case "month":
            return month_of(operands[0])
        case "start":
            return date.fromisoformat(operands[0]["start"])
        case "end":
            return date.fromisoformat(operands[0]["end"])
        case _:
            return None
    return result.quantize(Decimal(rounding), ROUND_HALF_UP) if rounding else result


def test_every_source_fact_is_what_the_document_says(film) -> None:
    documents = {sha256(data).hexdigest(): data for data in film.documents}
    sources = [fact for fact in film.manifest["facts"] if "source" in fact]
    assert sources
    for fact in sources:
        source, value = fact["source"], fact["value"]
        raw = resolve(documents[source["document"]], source["pointer"])
        assert raw == source["raw"], fact["id"]
        if value["kind"] in ("money", "quantity", "percent", "count"):
            assert abs(Decimal(raw)) == abs(amount(value)), fact["id"]
        elif value["kind"] == "date":
            assert raw.startswith(value["date"]), fact["id"]
        elif value["kind"] == "text":
            assert raw.strip() == value["text"], fact["id"]


def test_every_derived_fact_is_recomputed(film) -> None:
    facts = {fact["id"]: fact["value"] for fact in film.manifest["facts"]}
    done = 0
    for fact in film.manifest["facts"]:
        if "derived" not in fact:
            continue
        derived, value = fact["derived"], fact["value"]
        operands = [facts[one] for one in derived["operands"]]
        result = again(derived["operation"], operands, derived["rounding"])
        if isinstance(result, date):
            assert result == day(value), fact["id"]
            done += 1
        elif result is not None:
            assert result == amount(value), (fact["id"], derived["operation"])
            done += 1
    assert done


def digits_of(value: dict[str, Any]) -> set[str]:
    """List the digit groups that a text of a value may hold, and no others."""
    match value["kind"]:
        case "money" | "quantity" | "percent":
            whole, _, part = f"{abs(amount(value)):f}".partition(".")
            grouped = re.findall(r"\d{1,3}", f"{int(whole):,}")
            found = {whole, str(int(whole)), *grouped, str(int(whole) + 1)}
            return found | {part, part.rstrip("0"), part.lstrip("0"), part.ljust(2, "0")}
        case "count":
            return {str(value["count"])}
        case "date":
            when = day(value)
            return {str(when.day), str(when.month), str(when.year)}
        case "period":
            ends = [date.fromisoformat(value[key]) for key in ("start", "end")]
            return {str(part) for one in ends for part in (one.day, one.month, one.year)}
        case _:
            return masked(value["text"])


def test_every_text_of_a_fact_holds_its_digits_and_no_others(film) -> None:
    seen = 0
    for fact in film.manifest["facts"]:
        for appearance in fact.get("appearances", ()):
            found = set(DIGITS.findall(appearance["text"].translate(ISOLATES)))
            allowed = digits_of(fact["value"])
            if fact.get("derived", {}).get("operation") == "mask":
                continue
            assert found <= allowed, (fact["id"], appearance["text"], allowed)
            seen += 1
    assert seen > 20


def covered(text: str, facts: list[str]) -> str:
    """Return what is left of a text when every fact's text is taken out."""
    for one in sorted(facts, key=len, reverse=True):
        text = text.replace(one, "")
    return text


@pytest.mark.parametrize("medium", ["screen", "caption", "voice"])
def test_no_digit_stands_outside_a_fact(film, medium: str) -> None:
    texts = film.texts(medium)
    assert texts
    facts = [
        appearance["text"].translate(ISOLATES)
        for fact in film.manifest["facts"]
        for appearance in fact.get("appearances", ())
        if appearance["medium"] in (medium, "screen" if medium == "caption" else medium)
    ]
    for text in texts:
        rest = covered(text.translate(ISOLATES), facts)
        assert not DIGITS.search(rest), (medium, text, rest)


def test_the_manifest_names_every_file_by_its_hash(film) -> None:
    manifest = json.loads(film.files["manifest.json"])
    assert manifest["files"] == {
        name: sha256(data).hexdigest()
        for name, data in film.files.items()
        if name != "manifest.json"
    }
