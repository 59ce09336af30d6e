"""Korean particles follow the last syllable as it is said; French elides before vowels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.values import Money, Quantity
from renderer.script.words.sound import elide, final_consonant, josa
from renderer.story.facts import Figure


@pytest.mark.parametrize(
    ("spoken", "pair", "particle"),
    [
        ("87420원", "은/는", "은"),
        ("76890원", "이/가", "이"),
        ("기가바이트", "은/는", "는"),
        ("기가바이트", "을/를", "를"),
        ("데이터", "과/와", "와"),
        ("11월", "으로/로", "로"),
        ("서울", "으로/로", "로"),
        ("집", "으로/로", "으로"),
        ("학교", "으로/로", "로"),
        ("5G", "은/는", "는"),
        ("SMS", "을/를", "를"),
        ("LTE", "이/가", "가"),
        ("XL", "은/는", "은"),
        ("Pack", "이/가", "이"),
        ("Netflix", "은/는", "는"),
        ("Roaming", "은/는", "은"),
        ("Mobile", "으로/로", "로"),
        ("Zoé", "은/는", "는"),
        ("부가세(10)", "은/는", "은"),
    ],
)
def test_particles(spoken, pair, particle):
    assert josa(pair, spoken) == particle


@pytest.mark.parametrize(
    ("number", "closed"),
    [
        ("0", True),
        ("1", True),
        ("2", False),
        ("3", True),
        ("4", False),
        ("5", False),
        ("6", True),
        ("7", True),
        ("8", True),
        ("9", False),
        ("10", True),
        ("12", False),
        ("100", True),
        ("5000", True),
        ("30000", True),
        ("200000000", True),
        ("1000000000000", False),
    ],
)
def test_numbers_end_as_they_are_read(number, closed):
    assert bool(final_consonant(number)) is closed


def test_an_unknown_end_takes_both_particles():
    assert josa("은/는", "中") == "은(는)"
    assert josa("은/는", "") == "은(는)"


def test_a_particle_follows_the_spoken_form_with_no_space(translate):
    korean = translate(
        'left = { QUANTITY($used) }{ JOSA("이/가", $used) } 남았고 '
        '{ MONEY($amount) }{ JOSA("은/는", $amount) }\n'
        'same = { DATE($month, format: "month") }{ JOSA("으로/로", $month, format: "month") }',
        "ko",
    )
    figures = {
        "used": Figure("u", Quantity(Decimal("6.6"), "GB")),
        "amount": Figure("a", Money(Decimal(87420), "KRW")),
        "month": Figure("m", date(2026, 11, 1)),
    }
    words = korean.say("left", figures)
    assert words.seen == "6.6GB가 남았고 87,420원은"
    assert words.spoken == "육 점 육 기가바이트가 남았고 87420원은"
    assert korean.say("same", figures).seen == "11월로"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("octobre", "d’"),
        ("avril", "d’"),
        ("août", "d’"),
        ("novembre", "de "),
        ("Émile", "d’"),
        ("", "de "),
    ],
)
def test_french_elision(word, said):
    assert elide("de/d’", word) == said


def test_french_months_are_elided_in_messages(translate):
    french = translate(
        'of = Facture { ELIDE("de/d’", $m) }{ DATE($m, format: "month-year") }', "fr"
    )
    said = [french.say("of", {"m": Figure("m", date(2026, month, 1))}).seen for month in (10, 11)]
    assert said == ["Facture d’octobre 2026", "Facture de novembre 2026"]
