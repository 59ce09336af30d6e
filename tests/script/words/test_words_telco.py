"""The telco pack's words: complete, free of digits, and sayable in six languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.script.words import Translator
from renderer.script.words.compare import compare
from renderer.story.facts import Figure
from renderer.story.model import Cause

LANGUAGES = ("en", "fr", "de", "id", "ar", "ko")
CURRENCIES = dict(zip(LANGUAGES, ("GBP", "EUR", "EUR", "IDR", "AED", "KRW"), strict=True))
TOKENS = {
    "cause": (None, *(cause.value for cause in Cause)),
    "direction": ("higher", "lower"),
    "state": ("within", "near", "over", "unlimited", "unknown"),
    "group": ("recurring", "discount", "tax", "other"),
    "part_on": ("now", "last", ""),
    "usage": ("data", "voice", "messages", "other"),
    "whole": ("month", "period"),
    "mix": ("both", "part", "whole"),
    "lead": ("true", "false"),
    "higher": ("true", "false"),
}
STEPS = ("added", "removed", "more", "less", "other")
KINDS = {
    **dict.fromkeys(("change", "change-unnamed", "bar-name", "bar-label"), STEPS),
    "changed-label": ("total", "other", "unexplained", "added"),
    **dict.fromkeys(
        ("proration-headline", "proration-intro", "proration-sub"),
        ("plan_changed", "started", "ended", "part"),
    ),
    "charge-group": (
        *("recurring", "usage", "roaming", "one_time", "device", "content"),
        *("discount", "credit", "penalty", "tax", "other"),
    ),
    "step-line": ("carried_over", "paid"),
}
USED_KINDS = ("data", "voice", "messages", "other")
ISOLATES = {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}


def figures(language: str, count: int = 3) -> dict[str, object]:
    currency = CURRENCIES[language]
    values = {
        "amount": Money(Decimal("87420.00" if currency in ("IDR", "KRW") else "87.42"), currency),
        "difference": Money(Decimal(2), currency),
        "average": Money(Decimal(79), currency),
        "month": date(2026, 11, 1),
        "previous_month": date(2026, 10, 1),
        "due": date(2026, 12, 15),
        "since": date(2019, 3, 1),
        "name": "Zoé",
        "note": "Bravo & merci!",
        "label": "Roaming (5 GB) – 100 %",
        "count": count,
        "used": Quantity(Decimal("18.4"), "GB"),
        "included": Quantity(Decimal(25), "GB"),
        "remaining": Quantity(Decimal("6.6"), "GB"),
        "over": Quantity(Decimal(2), "GB"),
        "share": Percent(Decimal(74)),
        "month_before": date(2026, 10, 1),
        "was": "Breeze (5 GB)",
        "line": "07••••••••47",
        "day": date(2026, 11, 1),
        "days": Quantity(Decimal(count), "day"),
        "of_days": Quantity(Decimal(30), "day"),
        "period": Period(date(2026, 11, 12), date(2026, 11, 30)),
        "price": Money(Decimal("-10.00"), currency),
        "price_before": Money(Decimal(1), currency),
        "rate": Percent(Decimal(19)),
        "country": "US",
        "second": "CH",
        "others": count,
        "bills": count,
        "saving": Money(Decimal(12), currency),
        "seller": "nordlys",
    }
    return {name: Figure(f"fact.{name}", value) for name, value in values.items()}


def cases(language: str, message: str, names: frozenset[str]) -> Iterator[Mapping[str, object]]:
    """Every way that tokens and counts may choose a text of this message."""
    options = {name: TOKENS[name] for name in TOKENS if name in names}
    if "cause" in options:  # each cause has a message of its own, where all of it is tried
        options |= {name: options[name][:1] for name in ("part_on", "usage") if name in options}
        names -= {"count", "days", "others"}
    if "kind" in names:
        options["kind"] = KINDS.get(message, USED_KINDS)
    counts = (1, 2, 3, 11, 100) if names & {"count", "days", "others", "bills"} else (3,)
    for count, *tokens in product(counts, *options.values()):
        yield figures(language, count) | dict(zip(options, tokens, strict=True))


def every(translator: Translator) -> Iterator[tuple[str, Mapping[str, object]]]:
    for message, _ in translator.messages():
        for variables in cases(translator.language, message, translator.variables_of(message)):
            yield message, variables


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_no_problem(telco, language):
    """No syntax error, no digit in a text, no unknown function, no message twice."""
    assert telco.translators[language].problems() == []


def test_every_language_has_the_same_messages_variables_and_spans(telco):
    assert compare(list(telco.translators.values())) == []
    reference = telco.translators["en"]
    for message, _ in reference.messages():
        asked = {one.variables_of(message) for one in telco.translators.values()}
        assert asked == {reference.variables_of(message)}, message


def test_scenes_name_messages_that_exist_and_use_all_of_them(telco):
    known = {name for name, _ in telco.translators["en"].messages()}
    pattern = r'(?:message|title|chapter): "?([a-z]+(?:-[a-z]+)*)|^  - ([a-z]+(?:-[a-z]+)+)$'
    named = {a or b for a, b in re.findall(pattern, telco.scenes, re.MULTILINE)}
    named |= set(re.findall(r"(?:name|includes|instead): (offer-[a-z-]+)", telco.scenes))
    assert named - known == set()
    entries = telco.translators["en"].source.entries
    referred = {name for entry in entries.values() for name in entry.refers}
    assert known - named - referred == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_spoken_holds_a_sign_a_voice_misreads(telco, language):
    translator = telco.translators[language]
    for message, variables in every(translator):
        spoken = translator.say(message, variables).spoken
        wrong = [
            c for c in spoken if unicodedata.category(c) in ("Sc", "Sm", "Cf", "So", "Co", "Cn")
        ]
        assert not wrong, (message, spoken)
        assert not re.search(
            r"[%&()/\u00a0\u202f\u2013\u2014\ufdd0-\ufdd2]|  |Rp|\bGB\b", spoken
        ), (
            message,
            spoken,
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_hold_the_same_figure_in_both_modes(telco, language):
    translator = telco.translators[language]
    said = 0
    for message, variables in every(translator):
        words = translator.say(message, variables)
        for span in words.spans:
            said += 1
            seen = words.seen[span.start : span.end]
            spoken = words.spoken[span.spoken_start : span.spoken_end]
            assert seen.strip(), (message, span)
            assert spoken.strip(), (message, span)
            assert span.name in translator.spans_of(message)
            figure = variables.get(span.name)
            assert span.fact == (figure.fact if isinstance(figure, Figure) else None)
    assert said > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digit_on_screen_belongs_to_a_fact(telco, language):
    translator = telco.translators[language]
    for message, variables in every(translator):
        words = translator.say(message, variables)
        covered = {at for span in words.spans for at in range(span.start, span.end)}
        assert all(at in covered for at, c in enumerate(words.seen) if c.isdigit()), message
        heard = {at for s in words.spans for at in range(s.spoken_start, s.spoken_end)}
        assert all(at in heard for at, c in enumerate(words.spoken) if c.isdigit()), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_isolates_are_balanced_and_only_where_they_are_needed(telco, language):
    translator = telco.translators[language]
    met = 0
    for message, variables in every(translator):
        depth = 0
        for char in translator.say(message, variables).seen:
            depth += ISOLATES.get(char, 0)
            met += char in ISOLATES
            assert depth >= 0
        assert depth == 0, message
    assert (met > 0) is (language == "ar")


def test_a_bill_without_month_share_or_label_still_speaks(telco):
    for language, translator in telco.translators.items():
        bare = figures(language) | {"month": None, "share": None, "label": None}
        assert translator.say("film-title", bare).seen
        assert translator.say("usage-sub", bare | {"state": "within"}).seen
        for kind, direction in product(("other", "more", "less"), ("higher", "lower")):
            words = translator.say("change", bare | {"kind": kind, "direction": direction})
            assert [span.name for span in words.spans] == ["amount"]


@pytest.mark.parametrize(
    ("language", "message", "seen", "spoken"),
    [
        ("en", "total-intro", "It comes to £87.42.", "It comes to 87 pounds and 42 pence."),
        ("fr", "bill-name", "Facture de novembre 2026", "Facture de novembre 2026"),
        ("de", "chip-higher", "2,00\u00a0€ mehr als im Oktober", "2 Euro mehr als im Oktober"),
        ("de", "due-on", "Fällig am 15. Dezember 2026", "Fällig am fünfzehnten Dezember 2026"),
        ("id", "bill-name", "Tagihan November 2026", "Tagihan November 2026"),
        ("ko", "charges-headline", "11월 요금 내역입니다", "11월 요금 내역입니다"),
        ("ko", "changed-intro", "3가지가 달라졌습니다.", "세 가지가 달라졌습니다."),
        (
            "ar",
            "changed-headline",
            "لماذا ارتفعت بمقدار \u20682.00\u00a0درهم\u2069؟",
            "لماذا ارتفعت بمقدار دِرْهَمَيْنِ؟",
        ),
    ],
)
def test_words_are_those_a_billing_writer_would_choose(telco, language, message, seen, spoken):
    variables = figures(language) | {"direction": "higher"}
    words = telco.translators[language].say(message, variables)
    assert (words.seen, words.spoken) == (seen, spoken)
