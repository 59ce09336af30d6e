"""Why a bill changed, as a billing writer of each language would put it: sentence by sentence.

The sentences stand in `changes/<language>.txt`, for people to read: what happened, then what is
seen. `figures` below gives the values they are filled with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from renderer.bill.values import Money, Percent, Quantity
from renderer.story.facts import Figure
from renderer.story.model import Cause

SENTENCES = Path(__file__).parent / "changes"
LANGUAGES = ("en", "fr", "de", "id", "ar", "ko")
CURRENCIES = dict(zip(LANGUAGES, ("GBP", "EUR", "EUR", "IDR", "AED", "KRW"), strict=True))
NAMES = {
    "en": ("Breeze", "Aurora", "Sport pass"),
    "fr": ("Forfait Brise", "Forfait Aurore", "Option Ciné"),
    "de": ("Tarif Brise", "Tarif Aurora", "Sport-Option"),
    "id": ("Paket Bayu", "Paket Aurora", "Langganan Musik"),
    "ar": ("باقة نسيم", "باقة أورورا", "قنوات الرياضة"),
    "ko": ("브리즈 요금제", "오로라 요금제", "웨이브 이용권"),
}
UP, DOWN = {"direction": "higher"}, {"direction": "lower"}
PLAN = {"label": "plan", "was": "was"}


def _days(number: int) -> Quantity:
    return Quantity(Decimal(number), "day")


CHANGES: Mapping[str, Mapping[str, object]] = {
    "plan_changed on the first": {**PLAN, **UP, "day": date(2026, 11, 1)},
    "plan_changed on another day": {**PLAN, **DOWN, "day": date(2026, 11, 11)},
    "plan_changed": {**PLAN, **DOWN},
    "product_added on a day": {**UP, "label": "extra", "day": date(2026, 11, 5)},
    "product_added": {**UP, "label": "extra"},
    "product_removed on a day": {**DOWN, "label": "extra", "day": date(2026, 10, 31)},
    "product_removed": {**DOWN, "label": "extra"},
    "price_changed, price known": {**UP, "label": "plan", "price": "amount"},
    "price_changed": {**DOWN, "label": "plan"},
    "promotion_started, all known": {**DOWN, "day": date(2026, 11, 1), "price": "minus"},
    "promotion_started, day known": {**DOWN, "day": date(2026, 11, 2)},
    "promotion_started, price known": {**DOWN, "price": "minus"},
    "promotion_started": DOWN,
    "promotion_ended, all known": {**UP, "day": date(2026, 11, 2), "price_before": "minus"},
    "promotion_ended, day known": {**UP, "day": date(2026, 11, 1)},
    "promotion_ended, price known": {**UP, "price_before": "minus"},
    "promotion_ended": UP,
    "promotion_shrank": {**UP, "label": "extra"},
    "promotion_grew": {**DOWN, "label": "extra"},
    "proration now, 1 day": {**DOWN, "label": "plan", "part_on": "now", "days": _days(1)},
    "proration now, 2 days": {**DOWN, "label": "plan", "part_on": "now", "days": _days(2)},
    "proration now, 5 days": {**DOWN, "label": "plan", "part_on": "now", "days": _days(5)},
    "proration now, 11 days": {**DOWN, "label": "plan", "part_on": "now", "days": _days(11)},
    "proration now": {**DOWN, "label": "plan", "part_on": "now"},
    "proration last, 1 day": {**UP, "label": "plan", "part_on": "last", "days": _days(1)},
    "proration last, 20 days": {**UP, "label": "plan", "part_on": "last", "days": _days(20)},
    "proration last": {**UP, "label": "plan", "part_on": "last"},
    "proration": {**UP, "label": "plan", "part_on": ""},
    "overage of data": {**UP, "usage": "data"},
    "overage of calls": {**UP, "usage": "voice"},
    "overage of messages": {**DOWN, "usage": "messages"},
    "overage of something": {**DOWN, "usage": "other"},
    "usage up": {**UP, "label": "extra"},
    "usage down": {**DOWN, "label": "extra"},
    "roaming in one country": {**UP, "kind": "added", "country": "TR"},
    "roaming in two": {**UP, "kind": "more", "country": "CH", "second": "US", "others": 1},
    "roaming in three": {**DOWN, "kind": "less", "country": "MA", "second": "US", "others": 2},
    "roaming in four": {**UP, "kind": "more", "country": "NL", "second": "US", "others": 3},
    "roaming in twelve": {**UP, "kind": "more", "country": "GB", "second": "US", "others": 11},
    "roaming somewhere": {**UP, "kind": "added"},
    "roaming no more": {**DOWN, "kind": "removed", "country": "TR"},
    "one_time now": {**UP, "kind": "added", "label": "extra"},
    "one_time last": {**DOWN, "kind": "removed", "label": "extra"},
    "one_time on both": {**UP, "kind": "more", "label": "extra"},
    "refund now": {**DOWN, "kind": "added", "label": "extra"},
    "refund last": {**UP, "kind": "removed", "label": "extra"},
    "refund on both": {**DOWN, "kind": "less", "label": "extra"},
    "credit now": {**DOWN, "kind": "added", "label": "extra"},
    "credit last": {**UP, "kind": "removed", "label": "extra"},
    "credit on both": {**UP, "kind": "more", "label": "extra"},
    "late_fee now": {**UP, "kind": "added"},
    "late_fee last": {**DOWN, "kind": "removed"},
    "late_fee on both": {**UP, "kind": "more"},
    "tax_rate, rate known": {**UP, "rate": Percent(Decimal(19))},
    "tax_rate": {**DOWN},
    "period_length, longer": UP,
    "period_length, shorter": DOWN,
    "rounding": {**UP},
    "none, the rest": {**DOWN, "kind": "other"},
    "none, the tax": {**UP, "kind": "more"},
    "none, new": {**UP, "kind": "added", "label": "extra"},
    "none, gone": {**DOWN, "kind": "removed", "label": "extra"},
    "none, less": {**DOWN, "kind": "less", "label": "extra"},
}


def figures(language: str, change: str) -> dict[str, object]:
    """Fill in what a change names only: its texts and amounts, in the language's currency."""
    small, large, extra = NAMES[language]
    unit = CURRENCIES[language]
    amount = Decimal("9330" if unit in ("IDR", "KRW") else "9.33")
    given = {
        "plan": large,
        "was": small,
        "extra": extra,
        "amount": Money(amount, unit),
        "minus": Money(Decimal(-10000 if unit in ("IDR", "KRW") else -10), unit),
    }
    cause = change.split(" ")[0].rstrip(",")
    made: dict[str, object] = {
        "cause": None if cause == "none" else cause,
        "kind": "more",
        "amount": "amount",
        "month_before": date(2026, 10, 1),
        **CHANGES[change],
    }
    tokens = ("cause", "kind", "direction", "part_on", "usage")
    for name, value in made.items():
        if name not in tokens:
            found = given.get(value, value) if isinstance(value, str) else value
            made[name] = Figure(f"fact.{name}", found)  # type: ignore[arg-type]
    return made


def written(language: str) -> Iterator[tuple[str, str]]:
    """Yield the changes of a language's file, and their sentences."""
    for line in (SENTENCES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        change, _, sentence = line.partition(" = ")
        yield change, sentence


def seen(telco, language, change):
    words = telco.translators[language].say("change", figures(language, change))
    return words.seen.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_is_told_as_people_write_it(telco, language):
    expected = dict(written(language))
    assert list(expected) == list(CHANGES)
    assert {change: seen(telco, language, change) for change in CHANGES} == expected


def test_every_cause_stands_in_the_sentences():
    told = {change.split(" ")[0].rstrip(",") for change in CHANGES}
    assert told == {cause.value for cause in Cause} | {"none"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_says_how_much_it_makes_and_holds_it_once(telco, language):
    for change in CHANGES:
        words = telco.translators[language].say("change", figures(language, change))
        assert [span.name for span in words.spans].count("amount") == 1, change
        assert all(span.fact for span in words.spans), change
