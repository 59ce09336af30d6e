"""One message, two modes, and spans that tie them together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.values import Money, Percent, Quantity
from renderer.errors import ScriptError
from renderer.script.wording import Words
from renderer.story.facts import Figure

AMOUNT = Figure("bill.amount_due", Money(Decimal("87.42"), "EUR"))
DUE = Figure("bill.due", date(2026, 12, 15))


def pieces(words: Words) -> list[tuple[str, str | None, str, str]]:
    return [
        (s.name, s.fact, words.seen[s.start : s.end], words.spoken[s.spoken_start : s.spoken_end])
        for s in words.spans
    ]


def test_spans_tie_seen_to_spoken_words(translate):
    french = translate("due = À payer : { MONEY($amount) }, le { DATE($due) }.", "fr")
    assert pieces(french.say("due", {"amount": AMOUNT, "due": DUE})) == [
        ("amount", "bill.amount_due", "87,42\u00a0€", "87 euros et 42 centimes"),
        ("due", "bill.due", "15 décembre", "15 décembre"),
    ]


def test_a_named_span_has_no_fact(translate):
    words = translate('pay = You can { SPAN("pay it here", id: "pay") }.').say("pay", {})
    assert pieces(words) == [("pay", None, "pay it here", "pay it here")]


def test_the_spoken_attribute_replaces_what_is_said(translate):
    english = translate(
        "total = Total: { MONEY($amount) } ({ DATE($due) })\n"
        "    .spoken = By { DATE($due) } you pay { MONEY($amount) }\n"
    )
    words = english.say("total", {"amount": AMOUNT, "due": DUE})
    assert words.seen == "Total: €87.42 (15 December)"
    assert words.spoken == "By the 15th of December you pay 87 euros and 42 cents"
    assert pieces(words) == [
        ("amount", "bill.amount_due", "€87.42", "87 euros and 42 cents"),
        ("due", "bill.due", "15 December", "the 15th of December"),
    ]


def test_the_same_figure_twice_gives_two_spans_in_order(translate):
    words = translate("twice = { MONEY($a) } and { MONEY($a) }").say("twice", {"a": AMOUNT})
    assert [span.start for span in words.spans] == [0, 11]
    assert [span.spoken_start for span in words.spans] == [0, 26]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (Money(Decimal(3), "GBP"), "£3.00"),
        (Quantity(Decimal(3), "GB"), "3\u00a0GB"),
        (Percent(Decimal(3)), "3%"),
        (date(2026, 11, 2), "2 November"),
        (3, "3"),
        ("Zoé", "Zoé"),
    ],
)
def test_a_bare_figure_is_written_by_its_kind(translate, value, seen):
    words = translate("bare = { $x }").say("bare", {"x": Figure("f", value)})
    assert words.seen == seen
    assert words.spans[0].fact == "f"


@pytest.mark.parametrize(
    ("count", "form"),
    [
        (0, "zero"),
        (1, "one"),
        (2, "two"),
        (3, "few"),
        (10, "few"),
        (11, "many"),
        (99, "many"),
        (100, "other"),
        (103, "few"),
        (111, "many"),
    ],
)
def test_arabic_has_six_plurals(translate, count, form):
    variants = "".join(f"    [{one}] {one}\n" for one in ("zero", "one", "two", "few", "many"))
    arabic = translate(f"n = {{ $n ->\n{variants}   *[other] other\n}}", "ar")
    assert arabic.say("n", {"n": Figure("n", count)}).seen == form


def test_selectors_take_tokens_numbers_and_figures(translate):
    english = translate(
        "way = { $way ->\n    [lower] down\n   *[higher] up\n}\n"
        "none = { $n ->\n    [0] nothing\n    [one] one\n   *[other] some\n}\n"
    )
    assert english.say("way", {"way": "lower"}).seen == "down"
    assert [english.say("none", {"n": n}).seen for n in (0, 1, 2)] == ["nothing", "one", "some"]
    assert english.say("none", {"n": Figure("f", Quantity(Decimal("1.5"), "GB"))}).seen == "some"


def test_an_absent_variable_may_be_asked_for_by_none(translate):
    english = translate("t = { $m ->\n    [none] Your bill\n   *[other] { DATE($m) }\n}")
    assert english.say("t", {"m": None}).seen == "Your bill"
    assert english.say("t", {}).seen == "Your bill"
    assert english.say("t", {"m": DUE}).seen == "15 December"


def test_only_variables_of_the_chosen_text_are_asked_for(translate):
    english = translate("t = { $w ->\n    [a] plain\n   *[b] { MONEY($x) }\n}")
    assert english.say("t", {"w": "a", "x": None}).seen == "plain"


@pytest.mark.parametrize(
    ("source", "variables", "code", "where"),
    [
        ("a = Pay\n    { MONEY($x) }", {}, "variable-missing", "locale/en.ftl:2:13"),
        ("a = { $x }", {"x": None}, "variable-missing", "locale/en.ftl:1:7"),
        ("a = { $x ->\n   *[b] c\n}", {}, "variable-missing", "locale/en.ftl:1:7"),
        ("a = { $x }", {"x": "higher"}, "figure-without-fact", "locale/en.ftl:1:7"),
        ("a = { COUNT($x) }", {"x": 7}, "figure-without-fact", "locale/en.ftl:1:13"),
        ("a = { MONEY($x) }", {"x": DUE}, "wrong-format", "locale/en.ftl:1:13"),
        ("a = { $x }", {"x": 1.5}, "wrong-variable", "locale/en.ftl:1:7"),
        ("a = { b }", {}, "message-broken", "locale/en.ftl:1:1"),
        ("a = { a }", {}, "message-broken", "locale/en.ftl:1:1"),
        ("a =\n    .spoken = b", {}, "message-broken", "locale/en.ftl:1:1"),
        ("b = c", {}, "message-missing", "locale/en.ftl"),
    ],
)
def test_what_cannot_be_said_names_message_and_place(translate, source, variables, code, where):
    with pytest.raises(ScriptError) as caught:
        translate(source).say("a", variables)
    assert (caught.value.code, caught.value.where) == (code, where)
    assert "'a'" in caught.value.message


def test_an_error_never_tells_a_value(translate):
    with pytest.raises(ScriptError) as caught:
        translate("a = { MONEY($name) }").say("a", {"name": Figure("f", "Zoé Secret")})
    assert "Secret" not in str(caught.value)


def test_arabic_isolates_what_could_break_the_order(translate):
    arabic = translate(
        'a = قيمة { TEXT($n) } هي { MONEY($m) } في { DATE($d, format: "month") }', "ar"
    )
    figures = {
        "n": Figure("n", "Zoé +"),
        "m": Figure("m", Money(Decimal("321.50"), "AED")),
        "d": Figure("d", date(2026, 11, 1)),
    }
    words = arabic.say("a", figures)
    assert words.seen == "قيمة \u2068Zoé +\u2069 هي \u2068321.50\u00a0درهم\u2069 في نوفمبر"
    assert words.spoken == "قيمة Zoé زائد هي 321 دِرْهَمًا و50 فِلْسًا في نوفمبر"
    assert [one[2] for one in pieces(words)] == ["Zoé +", "321.50\u00a0درهم", "نوفمبر"]


def test_left_to_right_languages_isolate_only_right_to_left_names(translate):
    english = translate("a = Hello { TEXT($n) }.")
    assert english.say("a", {"n": Figure("n", "Zoé")}).seen == "Hello Zoé."
    assert english.say("a", {"n": Figure("n", "ليلى")}).seen == "Hello \u2068ليلى\u2069."


def test_a_name_cannot_forge_a_span(translate):
    english = translate("a = Hello { TEXT($n) }.")
    words = english.say("a", {"n": Figure("n", "\ufdd0x\ufdd1f\ufdd19\ufdd2{ $y }")})
    assert words.seen == "Hello xf9{ $y }."
    assert [span.name for span in words.spans] == ["n"]


def test_lines_of_a_message_are_joined(translate):
    assert translate("a = one\n    two\n    three").say("a", {}).seen == "one two three"


def test_variables_and_spans_are_known_beforehand(translate):
    english = translate(
        'a = { $w ->\n   *[b] { MONEY($x) } { SPAN("here", id: "go") }\n}\nc = { a } { $y }\n'
    )
    assert english.variables_of("c") == {"w", "x", "y"}
    assert english.spans_of("c") == {"x", "y", "go"}
    assert [(name, str(place)) for name, place in english.messages()] == [
        ("a", "locale/en.ftl:1:1"),
        ("c", "locale/en.ftl:4:1"),
    ]


def test_the_same_words_every_time(translate):
    english = translate("a = { MONEY($x) }")
    assert english.say("a", {"x": AMOUNT}) == english.say("a", {"x": AMOUNT})
