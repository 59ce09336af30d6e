"""Dates, months and periods, seen and spoken."""

from __future__ import annotations

from datetime import date

import pytest

from renderer.bill.values import Period

FIFTEENTH = date(2026, 12, 15)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
AUTUMN = Period(date(2026, 10, 28), date(2026, 11, 27))
WINTER = Period(date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize(
    ("language", "seen", "spoken"),
    [
        ("en", "15 December", "the 15th of December"),
        ("fr", "15 décembre", "15 décembre"),
        ("de", "15. Dezember", "fünfzehnter Dezember"),
        ("id", "15 Desember", "15 Desember"),
        ("ar", "15 ديسمبر", "15 ديسمبر"),
        ("ko", "12월 15일", "12월 15일"),
    ],
)
def test_long_dates(word, language, seen, spoken):
    words = word(FIFTEENTH, "date-long", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("language", "name", "seen"),
    [
        ("en", "date-short", "15 Dec"),
        ("fr", "date-short", "15 déc."),
        ("de", "date-short", "15. Dez."),
        ("id", "date-short", "15 Des"),
        ("ko", "date-short", "12월 15일"),
        ("de", "date-full", "15. Dezember 2026"),
        ("ar", "date-full", "15 ديسمبر 2026"),
        ("ko", "date-full", "2026년 12월 15일"),
        ("de", "month-short", "Dez."),
        ("fr", "month", "décembre"),
        ("ko", "month", "12월"),
        ("ko", "month-year", "2026년 12월"),
        ("en", "month-year", "December 2026"),
    ],
)
def test_other_styles(word, language, name, seen):
    assert word(FIFTEENTH, name, language).seen == seen


@pytest.mark.parametrize(
    ("language", "seen", "spoken"),
    [
        ("fr", "1er novembre", "premier novembre"),
        ("de", "1. November", "erster November"),
        ("en", "1 November", "the 1st of November"),
    ],
)
def test_the_first_of_a_month(word, language, seen, spoken):
    words = word(date(2026, 11, 1), "date-long", language)
    assert (words.seen, words.spoken) == (seen, spoken)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (31, "31st"),
    ],
)
def test_english_ordinals(word, day, said):
    assert word(date(2026, 12, day), "date-long", "en").spoken == f"the {said} of December"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "erster"),
        (3, "dritter"),
        (7, "siebter"),
        (8, "achter"),
        (16, "sechzehnter"),
        (17, "siebzehnter"),
        (20, "zwanzigster"),
        (21, "einundzwanzigster"),
        (30, "dreißigster"),
        (31, "einunddreißigster"),
    ],
)
def test_german_ordinals(word, day, said):
    assert word(date(2026, 12, day), "date-long", "de").spoken == f"{said} Dezember"


def test_german_dates_take_their_case(translate):
    german = translate('due = Fällig am { DATE($due, case: "dative") }.', "de")
    from renderer.story.facts import Figure

    words = german.say("due", {"due": Figure("due", FIFTEENTH)})
    assert (words.seen, words.spoken) == (
        "Fällig am 15. Dezember.",
        "Fällig am fünfzehnten Dezember.",
    )


def test_german_years_before_2000_are_said_by_hundreds(word):
    said = [word(date(year, 3, 1), "month-year", "de").spoken for year in (1998, 1901, 1900, 2019)]
    assert said == [
        "März neunzehnhundertachtundneunzig",
        "März neunzehnhunderteins",
        "März neunzehnhundert",
        "März 2019",
    ]


@pytest.mark.parametrize(("month", "said"), [(6, "유월"), (10, "시월"), (11, "11월")])
def test_korean_june_and_october_are_said_as_people_do(word, month, said):
    assert word(date(2026, month, 5), "date-long", "ko").spoken == f"{said} 5일"


@pytest.mark.parametrize(
    ("language", "name", "period", "seen"),
    [
        ("en", "period-short", NOVEMBER, "1–30 Nov"),
        ("fr", "period-short", NOVEMBER, "1er–30 nov."),
        ("de", "period-short", NOVEMBER, "1.–30. Nov."),
        ("id", "period-short", NOVEMBER, "1–30 Nov"),
        ("ar", "period-short", NOVEMBER, "1–30 نوفمبر"),
        ("ko", "period-short", NOVEMBER, "11월 1일~30일"),
        ("fr", "period", NOVEMBER, "1er–30 novembre"),
        ("en", "period-short", AUTUMN, "28 Oct – 27 Nov"),
        ("de", "period", AUTUMN, "28. Oktober – 27. November"),
        ("en", "period-short", WINTER, "28 Dec 2026 – 3 Jan 2027"),
        ("en", "period", Period(FIFTEENTH, FIFTEENTH), "15 December"),
    ],
)
def test_periods(word, language, name, period, seen):
    assert word(period, name, language).seen == seen


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "the 1st to the 30th of November"),
        ("fr", "du premier au 30 novembre"),
        ("de", "erster bis dreißigster November"),
        ("id", "1 sampai 30 November"),
        ("ar", "1 إلى 30 نوفمبر"),
        ("ko", "11월 1일부터 30일까지"),
    ],
)
def test_periods_are_said_without_signs(word, language, spoken):
    assert word(NOVEMBER, "period", language).spoken == spoken


@pytest.mark.parametrize("language", ["en", "fr", "de", "id", "ar", "ko"])
@pytest.mark.parametrize("month", range(1, 13))
def test_no_spoken_date_holds_a_full_stop(word, language, month):
    """A full stop would end the sentence."""
    for name in ("date-long", "date-short", "date-full", "month-short", "month-year"):
        assert "." not in word(date(2026, month, 1), name, language).spoken
