"""Quantities, shares and counts, and the patterns counters count by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.values import Money, Percent, Quantity
from renderer.errors import ScriptError
from renderer.script.words import number_pattern


def quantity(amount: str, unit: str) -> Quantity:
    return Quantity(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("language", "seen", "spoken"),
    [
        ("en", "18.4\u00a0GB", "18.4 gigabytes"),
        ("fr", "18,4\u00a0Go", "18,4 gigaoctets"),
        ("de", "18,4\u00a0GB", "18,4 Gigabyte"),
        ("id", "18,4\u00a0GB", "18,4 gigabita"),
        ("ar", "\u206618.4\u00a0GB\u2069", "18.4 غِيغَابَايْت"),
        ("ko", "18.4GB", "십팔 점 사 기가바이트"),
    ],
)
def test_gigabytes(word, language, seen, spoken):
    words = word(quantity("18.40", "GB"), "quantity", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("language", "amount", "unit", "seen", "spoken"),
    [
        ("en", "1", "min", "1\u00a0min", "1 minute"),
        ("en", "1", "message", "1 message", "1 message"),
        ("fr", "1", "min", "1\u00a0min", "une minute"),
        ("fr", "1.5", "GB", "1,5\u00a0Go", "1,5 gigaoctet"),
        ("fr", "7", "message", "7\u00a0SMS", "7 messages"),
        ("de", "1", "min", "1\u00a0Min.", "eine Minute"),
        ("id", "1250", "min", "1.250\u00a0menit", "1250 menit"),
        ("ar", "1", "min", "1\u00a0دقيقة", "دَقِيقَة وَاحِدَة"),
        ("ar", "2", "min", "2\u00a0دقيقة", "دَقِيقَتَانِ"),
        ("ar", "7", "message", "7\u00a0رسائل", "7 رَسَائِل"),
        ("ko", "120", "min", "120분", "120분"),
        ("en", "3", "kWh", "3\u00a0kWh", "3 kWh"),
        ("en", "3", "unit", "3", "3"),
    ],
)
def test_units_agree_with_their_number(word, language, amount, unit, seen, spoken):
    words = word(quantity(amount, unit), "quantity", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("language", "seen", "spoken"),
    [
        ("en", "74%", "74 percent"),
        ("fr", "74\u00a0%", "74 pour cent"),
        ("de", "74\u00a0%", "74 Prozent"),
        ("id", "74%", "74 persen"),
        ("ar", "\u206674%\u2069", "74 بالمِئَة"),
        ("ko", "74%", "74퍼센트"),
    ],
)
def test_shares(word, language, seen, spoken):
    words = word(Percent(Decimal(74)), "percent", language)
    assert (words.seen, words.spoken) == (seen, spoken)


def test_counts_are_grouped_on_screen_and_plain_in_speech(word):
    words = word(1234567, "count", "fr")
    assert (words.seen, words.spoken) == ("1\u202f234\u202f567", "1234567")


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        ("0.5", "영 점 오 기가바이트"),
        ("10.25", "십 점 이 오 기가바이트"),
        ("110.1", "백십 점 일 기가바이트"),
        ("10001.5", "만 일 점 오 기가바이트"),
        ("120000.5", "십이만 점 오 기가바이트"),
        ("25", "25기가바이트"),
    ],
)
def test_korean_decimals_are_spelled(word, amount, spoken):
    assert word(quantity(amount, "GB"), "quantity", "ko").spoken == spoken


@pytest.mark.parametrize("language", ["en", "fr", "de", "id", "ar", "ko"])
@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Money(Decimal("1287.42"), "EUR"), "money"),
        (Money(Decimal("-12.40"), "AED"), "money-signed"),
        (Money(Decimal("12.40"), "KRW"), "money-round"),
        (Quantity(Decimal("18.40"), "GB"), "quantity"),
        (Quantity(Decimal(1), "min"), "quantity"),
        (Percent(Decimal("73.6")), "percent"),
        (-1234, "count"),
    ],
)
def test_a_counter_ends_on_the_text_of_its_value(word, language, value, name):
    locales = {"en": "en_GB", "fr": "fr_FR", "de": "de_DE"} | {
        "id": "id_ID",
        "ar": "ar_AE",
        "ko": "ko_KR",
    }
    pattern = number_pattern(value, name, language, locales[language])
    amount = Decimal(value) if isinstance(value, int) else value.amount
    whole, _, decimals = f"{abs(round(amount, pattern.fraction)):,f}".partition(".")
    digits = whole.replace(",", pattern.group) + (pattern.decimal + decimals if decimals else "")
    assert f"{pattern.prefix}{digits}{pattern.suffix}" == word(value, name, language).seen


def test_what_does_not_count_has_no_pattern():
    with pytest.raises(ScriptError) as caught:
        number_pattern(date(2026, 11, 1), "date-long", "en", "en_GB")
    assert caught.value.code == "wrong-format"


@pytest.mark.parametrize(
    ("value", "name", "code"),
    [
        ("text", "money", "wrong-format"),
        (3, "coutn", "unknown-format"),
        (True, "count", "wrong-format"),
    ],
)
def test_a_value_of_another_kind_is_refused_without_showing_it(word, value, name, code):
    with pytest.raises(ScriptError) as caught:
        word(value, name, "en")
    assert caught.value.code == code
    assert caught.value.message != "text"


def test_an_unknown_language_is_refused(translate):
    from renderer.script.words import format_value
    from renderer.story.facts import Figure

    with pytest.raises(ScriptError) as caught:
        format_value(Figure("f", 3), "count", "eo", "eo")
    assert caught.value.code == "language-unknown"
    with pytest.raises(ScriptError) as caught:
        format_value(Figure("f", 3), "count", "en", "en_XQ_nowhere")
    assert caught.value.code == "language-unknown"
