"""What `check` finds in a Fluent file, with its place."""

from __future__ import annotations

import pytest

from renderer.script.words.compare import compare


@pytest.mark.parametrize(
    ("source", "code", "line", "column"),
    [
        ("a = fine\nb { broken", "message-syntax", 2, 3),
        ("a = { $x", "message-syntax", 1, 9),
        ("a = one\na = two", "message-twice", 2, 1),
        ("a = Your 3 bills", "digit-in-message", 1, 10),
        ("a = فواتير ٣", "digit-in-message", 1, 12),
        ("a = half ½", "digit-in-message", 1, 10),
        ('a = { "7" }', "digit-in-message", 1, 7),
        ("a = { 7 }", "digit-in-message", 1, 7),
        ('a = { SPAN("7 days", id: "x") }', "digit-in-message", 1, 12),
        ("a = { $n ->\n   *[other] 7\n}", "digit-in-message", 2, 13),
        ("a = b\n    .spoken = 7", "digit-in-message", 2, 15),
        ("a = x\u2068y", "mark-in-message", 1, 6),
        ("a = { MONY($x) }", "unknown-function", 1, 7),
        ("a = { NUMBER($x) }", "unknown-function", 1, 7),
        ('a = { MONEY("x") }', "function-argument", 1, 7),
        ("a = { MONEY() }", "function-argument", 1, 7),
        ('a = { JOSA("는/은", $x) }', "function-argument", 1, 12),
        ('a = { ELIDE("de", $x) }', "function-argument", 1, 13),
        ('a = { MONEY($x, signed: "always") }', "function-option", 1, 17),
        ('a = { DATE($x, format: "lng") }', "function-option", 1, 16),
        ('a = { SPAN("x") }', "span-without-id", 1, 7),
        ("a = { COUNT($n) ->\n   *[other] b\n}", "select-variable", 1, 7),
        ("a = { b }", "message-missing", 1, 7),
        ("a = { -b }", "message-missing", 1, 7),
        ("b = c\na = { b.spoken }", "message-missing", 2, 7),
        ("a = b\n    .title = c", "message-attribute", 2, 5),
        ("a =\n    .spoken = c", "message-broken", 1, 1),
        ("a = { MONEY($x) }\n    .spoken = nothing", "spans-differ", 1, 1),
    ],
)
def test_a_mistake_has_a_place(translate, source, code, line, column):
    problems = translate(source).problems()
    assert (code, line, column) in [(one.code, one.line, one.column) for one in problems]
    assert {one.file for one in problems} == {"locale/en.ftl"}


def test_a_mistyped_function_names_the_nearest(translate):
    assert translate("a = { MONY($x) }").problems()[0].remedy == "Did you mean 'MONEY'?"


@pytest.mark.parametrize(
    "source",
    [
        "a = { $n ->\n    [0] none\n    [one] one\n   *[other] { COUNT($n) }\n}",
        '-brand = { $case ->\n   *[nominative] Nordlys\n}\na = { -brand(case: "nominative") }',
        "b = x\na = { b }",
        "# Only 2 words\na = fine",
        'a = { MONEY($x, sign: "always", round: "yes") }',
    ],
)
def test_what_is_right_is_not_complained_about(translate, source):
    assert translate(source).problems() == []


def test_junk_and_comments_between_messages_move_no_place(translate):
    source = "### File\n\n# Of a\na = { b }\noops\n\n## Group\n# Of c\nc = { d }\n}\nc = x\n"
    found = [(one.code, one.line) for one in translate(source).problems()]
    assert found == [
        ("message-missing", 4),
        ("message-syntax", 5),
        ("message-missing", 9),
        ("message-syntax", 10),
        ("message-twice", 11),
    ]


def test_windows_line_ends_keep_their_places(translate):
    assert [one.line for one in translate("a = b\r\nc = 3\r\n").problems()] == [2]


def test_languages_are_compared_with_the_first(translate):
    english = translate("a = { MONEY($x) }\nb = { $x }\nc = c\nd = { $x ->\n   *[other] d\n}", "en")
    french = translate("a = { MONEY($y) }\nb = non\nd = d\ne = e", "fr")
    found = [(one.code, one.file, one.line) for one in compare([english, french])]
    assert found == [
        ("message-missing", "locale/en.ftl", 3),
        ("variables-differ", "locale/fr.ftl", 1),
        ("spans-differ", "locale/fr.ftl", 1),
        ("spans-differ", "locale/fr.ftl", 2),
        ("message-missing", "locale/fr.ftl", 4),
    ]


def test_unused_messages_are_named_but_not_those_others_refer_to(translate):
    english = translate("a = { b }\nb = b\nc = c\n-t = t")
    found = compare([english], used={"a"})
    assert [(one.code, one.line) for one in found] == [("message-unused", 3), ("message-unused", 4)]
    assert compare([english]) == []


def test_nothing_compares_to_nothing():
    assert compare([]) == []
