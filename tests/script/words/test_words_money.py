"""Money as people of each country write it and say it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renderer.bill.values import Money


def money(amount: str, currency: str) -> Money:
    return Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("language", "amount", "currency", "seen", "spoken"),
    [
        ("en", "12.40", "GBP", "£12.40", "12 pounds and 40 pence"),
        ("en", "1.01", "GBP", "£1.01", "1 pound and 1 penny"),
        ("en", "12.00", "GBP", "£12.00", "12 pounds"),
        ("en", "0.42", "GBP", "£0.42", "42 pence"),
        ("en", "0", "GBP", "£0.00", "0 pounds"),
        ("en", "1234.5", "GBP", "£1,234.50", "1234 pounds and 50 pence"),
        ("fr", "87.42", "EUR", "87,42\u00a0€", "87 euros et 42 centimes"),
        ("fr", "1.50", "EUR", "1,50\u00a0€", "1 euro et 50 centimes"),
        ("fr", "1234", "EUR", "1\u202f234,00\u00a0€", "1234 euros"),
        ("fr", "2000000", "EUR", "2\u202f000\u202f000,00\u00a0€", "2000000 d’euros"),
        ("de", "87.42", "EUR", "87,42\u00a0€", "87 Euro und 42 Cent"),
        ("de", "1.01", "EUR", "1,01\u00a0€", "ein Euro und ein Cent"),
        ("id", "189500", "IDR", "Rp189.500", "189500 rupiah"),
        ("id", "189500.50", "IDR", "Rp189.500,50", "189500 rupiah 50 sen"),
        ("ko", "76890", "KRW", "76,890원", "76890원"),
        ("ko", "87.42", "EUR", "€87.42", "87유로 42센트"),
    ],
)
def test_amounts(word, language, amount, currency, seen, spoken):
    words = word(money(amount, currency), "money", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        ("0", "0 دِرْهَم"),
        ("1", "دِرْهَم وَاحِد"),
        ("2", "دِرْهَمَانِ"),
        ("3", "3 دَرَاهِم"),
        ("10", "10 دَرَاهِم"),
        ("11", "11 دِرْهَمًا"),
        ("99", "99 دِرْهَمًا"),
        ("100", "100 دِرْهَم"),
        ("103", "103 دَرَاهِم"),
        ("321.50", "321 دِرْهَمًا و50 فِلْسًا"),
        ("5.05", "5 دَرَاهِم و5 فُلُوس"),
    ],
)
def test_arabic_dirhams_agree_with_their_number(word, amount, spoken):
    assert word(money(amount, "AED"), "money", "ar").spoken == spoken


def test_arabic_money_is_number_then_dirham(word):
    assert word(money("321.50", "AED"), "money", "ar").seen == "321.50\u00a0درهم"


@pytest.mark.parametrize(
    ("language", "currency", "seen", "spoken"),
    [
        ("en", "GBP", "−£3.08", "minus 3 pounds and 8 pence"),
        ("fr", "EUR", "−3,08\u00a0€", "moins 3 euros et 8 centimes"),
        ("de", "EUR", "−3,08\u00a0€", "minus 3 Euro und 8 Cent"),
        ("id", "EUR", "−€3,08", "minus 3 euro 8 sen"),
        ("ko", "EUR", "−€3.08", "마이너스 3유로 8센트"),
        ("ar", "AED", "\u2066−3.08\u2069\u00a0درهم", "نَاقِص 3 دَرَاهِم و8 فُلُوس"),
    ],
)
def test_negative_amounts_carry_a_true_minus(word, language, currency, seen, spoken):
    words = word(money("-3.08", currency), "money", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("amount", "seen", "spoken"),
    [
        ("9.33", "+£9.33", "plus 9 pounds and 33 pence"),
        ("-3.08", "−£3.08", "minus 3 pounds and 8 pence"),
        ("0", "£0.00", "0 pounds"),
        ("-0.001", "£0.00", "0 pounds"),
    ],
)
def test_signed_money_shows_its_sign_but_for_nothing(word, amount, seen, spoken):
    words = word(money(amount, "GBP"), "money-signed", "en")
    assert (words.seen, words.spoken) == (seen, spoken)


def test_round_money_has_no_minor_units(word):
    words = word(money("87.50", "GBP"), "money-round", "en")
    assert (words.seen, words.spoken) == ("£88", "88 pounds")


@pytest.mark.parametrize(
    ("language", "amount", "currency", "seen", "spoken"),
    [
        ("en", "1234", "JPY", "JP¥1,234", "1234 Japanese yen"),
        ("en", "1.500", "KWD", "KWD\u00a01.500", "1.5 Kuwaiti dinars"),
        ("fr", "1250.5", "CHF", "1\u202f250,50\u00a0CHF", "1250,5 francs suisses"),
        ("ko", "2.5", "CHF", "CHF\u00a02.50", "이 점 오 스위스 프랑"),
        ("en", "5", "XTS", "XTS\u00a05.00", "5 XTS"),
    ],
)
def test_other_currencies_take_their_cldr_name_and_decimals(
    word, language, amount, currency, seen, spoken
):
    words = word(money(amount, currency), "money", language)
    assert words.seen == seen
    assert words.spoken.startswith(spoken.partition(" XTS")[0])


def test_amounts_of_any_size_are_written_exactly(word):
    words = word(money("99999999999999999999999999999999.99", "EUR"), "money", "ar")
    assert words.seen.lstrip("\u2066").startswith("99,999,999,999,999,999,999,999,999,999,999.99")
