"""Countries by their names, where one is in them, and what a calendar and a share of days show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.values import Money, Quantity
from renderer.script.words.countries import country_form
from renderer.script.words.tongue import speaker
from renderer.story.facts import Figure
from tests.script.words.conftest import LOCALES

ABROAD = {
    "en": "in Türkiye, in the United States, in the Netherlands, in Hong Kong, in Spain",
    "fr": "en Turquie, aux États-Unis, aux Pays-Bas, à Hong Kong, en Espagne",
    "de": "in der Türkei, in den USA, in den Niederlanden, in Hongkong, in Spanien",
    "id": "di Turki, di Amerika Serikat, di Belanda, di Hong Kong, di Spanyol",
    "ar": "في تركيا, في الولايات المتحدة, في هولندا, في هونغ كونغ, في إسبانيا",
    "ko": "튀르키예에서, 미국에서, 네덜란드에서, 홍콩에서, 스페인에서",
}


def said(language: str, code: str, form: str = "name") -> str:
    return country_form(speaker(language, LOCALES[language]), code, form).seen


@pytest.mark.parametrize("language", ABROAD)
def test_one_is_in_a_country_as_its_grammar_wants(language):
    found = [said(language, code, "in") for code in ("TR", "US", "NL", "HK", "ES")]
    assert ", ".join(found) == ABROAD[language]


@pytest.mark.parametrize(
    ("code", "where"),
    [
        *(("MX", "au Mexique"), ("MA", "au Maroc"), ("IR", "en Iran"), ("GB", "au Royaume-Uni")),
        *(("CU", "à Cuba"), ("IM", "sur l’Île de Man"), ("GR", "en Grèce"), ("BB", "à la Barbade")),
        *(("CA", "au Canada"), ("IL", "en Israël"), ("AE", "aux Émirats arabes unis")),
    ],
)
def test_french_goes_to_countries_by_gender_number_and_first_letter(code, where):
    assert said("fr", code, "in") == where


@pytest.mark.parametrize(
    ("code", "where"),
    [
        *(("CH", "in der Schweiz"), ("GB", "im Vereinigten Königreich"), ("IR", "im Iran")),
        *(("AE", "in den Vereinigten Arabischen Emiraten"), ("MT", "auf Malta")),
        *(("MV", "auf den Malediven"), ("AT", "in Österreich"), ("IM", "auf der Isle of Man")),
    ],
)
def test_german_declines_the_few_countries_with_an_article(code, where):
    assert said("de", code, "in") == where


def test_a_name_stands_without_asides_and_signs_and_an_unknown_code_as_it_is():
    assert said("en", "MM") == "Myanmar"
    assert said("ko", "HK") == "홍콩"
    assert said("en", "ZZ9") == "ZZ9"
    spoken = country_form(speaker("en", "en_GB"), "BA").spoken
    assert spoken == "Bosnia and Herzegovina"


@pytest.mark.parametrize(
    ("language", "share"),
    [
        ("en", "10 of 30 days"),
        ("fr", "10 jours sur 30"),
        ("de", "10 von 30 Tagen"),
        ("id", "10 dari 30 hari"),
        ("ar", "10 من 30 يومًا"),
        ("ko", "30일 중 10일"),
    ],
)
def test_a_share_of_a_months_days_names_the_unit_once(telco, language, share):
    values = {
        "days": Figure("days", Quantity(Decimal(10), "day")),
        "of_days": Figure("of_days", Quantity(Decimal(30), "day")),
    }
    words = telco.translators[language].say("proration-share", values)
    seen = words.seen.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")
    assert seen == share
    assert sorted(span.name for span in words.spans) == ["days", "of_days"]


@pytest.mark.parametrize(
    ("language", "weekday"),
    [("en", "W"), ("fr", "M"), ("de", "M"), ("id", "R"), ("ar", "ر"), ("ko", "수")],
)
def test_a_calendar_shows_days_as_numbers_under_their_weekdays(word, language, weekday):
    day = date(2026, 11, 11)
    assert word(day, "weekday", language).seen == weekday
    assert word(day, "day", language).seen.strip("\u2066\u2069") == "11"
    assert word(date(2026, 11, 1), "day", language).seen.strip("\u2066\u2069") == "1"


@pytest.mark.parametrize(
    ("unit", "amount", "spoken"),
    [
        ("EUR", "1", "Ihr Rabatt von einem Euro ist beendet: einen Cent mehr."),
        ("EUR", "2", "Ihr Rabatt von 2 Euro ist beendet: einen Cent mehr."),
        ("IDR", "1", "Ihr Rabatt von einer Rupiah ist beendet: einen Sen mehr."),
    ],
)
def test_german_says_one_euro_in_the_case_that_its_place_asks_for(translate, unit, amount, spoken):
    german = translate(
        'a = Ihr Rabatt von { MONEY($a, case: "dative") } ist beendet:'
        ' { MONEY($b, case: "accusative") } mehr.',
        "de",
    )
    values = {
        "a": Figure("a", Money(Decimal(amount), unit)),
        "b": Figure("b", Money(Decimal("0.01"), unit)),
    }
    assert german.say("a", values).spoken == spoken


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("넷플릭스", "넷플릭스가 추가되어"),
        ("멜론", "멜론이 추가되어"),
        ("데이터 5GB", "데이터 5GB가 추가되어"),
        ("데이터 10", "데이터 10이 추가되어"),
        ("Netflix", "Netflix가 추가되어"),
        ("T map", "T map이 추가되어"),
    ],
)
def test_korean_particles_fit_names_in_hangul_digits_and_latin(telco, label, sentence):
    values = {
        "cause": "product_added",
        "kind": "added",
        "direction": "higher",
        "label": Figure("label", label),
        "amount": Figure("amount", Money(Decimal(1000), "KRW")),
    }
    seen = telco.translators["ko"].say("change", values).seen
    assert seen == f"{sentence} 1,000원 늘었습니다."
