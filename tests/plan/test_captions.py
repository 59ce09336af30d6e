"""Captions: cut at clauses and words, on the voice's time, seen text from spoken words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.plan import lay
from renderer.plan.cue_text import tokens, two_lines, width_of
from renderer.plan.problems import unspoken
from tests.plan.scripts import line, narrate, rect, scene, script, stack, words

PLAIN = st.text(alphabet="abc déß.,!?—가나 \u0627\u0628", min_size=1, max_size=160).filter(
    lambda text: text.strip()
)


def film(*lines, columns=42, **rest):
    return script(scene(stack("s", rect("r")), *lines), columns=columns, **rest)


def captions(*lines, word_s=0.4, **rest):
    made = film(*lines, **rest)
    plan = lay(made, narrate(made, word_s))
    return plan.captions, plan


def shown(cue):
    return " ".join(cue.lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=4), st.sampled_from([20, 42]), st.floats(0.05, 1.5))
def test_cues_are_in_order_inside_the_film_and_narrow_enough(texts, columns, word_s):
    lines = [line(f"l{index}", text) for index, text in enumerate(texts)]
    found, plan = captions(*lines, columns=columns, word_s=word_s)
    assert all(0 <= cue.start < cue.end <= plan.frames for cue in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for cue in found:
        assert 1 <= len(cue.lines) <= 2
        assert all(0 < width_of(text) <= columns for text in cue.lines)


@settings(max_examples=40, deadline=None)
@given(PLAIN, st.sampled_from([20, 42]))
def test_captions_show_every_word_once_and_in_order(text, columns):
    found, _ = captions(line("l", text), columns=columns, word_s=1.1)
    assert "".join("".join(cue.lines) for cue in found).replace(" ", "") == text.replace(" ", "")


def test_a_figure_is_never_parted():
    text = "Der Betrag von zusammen genau 1 234 567,89 € ist am 15. Dezember fällig."
    found, _ = captions(
        line("l", text, ("amount", "a", "1 234 567,89 €"), ("due", "d", "15. Dezember")), columns=20
    )
    every = [part for cue in found for part in cue.lines]
    assert any("1 234 567,89 €" in part for part in every)
    assert any("15. Dezember" in part for part in every)


def test_a_cue_starts_when_its_first_word_is_spoken():
    seen = "Sie zahlen 87,42 €. Das ist mehr als im Oktober, denn Ihre Aktion endete im November."
    spoken = (
        "Sie zahlen siebenundachtzig Euro und zweiundvierzig Cent. "
        "Das ist mehr als im Oktober, denn Ihre Aktion endete im November."
    )
    said = line(
        "l",
        seen,
        ("amount", "a", "87,42 €", "siebenundachtzig Euro und zweiundvierzig Cent"),
        spoken=spoken,
    )
    found, plan = captions(said)
    second = next(cue for cue in found if shown(cue).startswith("Das ist"))
    first_word = plan.lines[0].start // 1600 + 7 * 12
    assert abs(second.start - first_word) <= 1


def test_sentences_are_cut_before_words_are():
    found, _ = captions(
        line("l", "Das ist Ihre Rechnung für November. Drei Dinge haben sich seitdem geändert.")
    )
    assert [shown(cue)[-1] for cue in found] == [".", "."]


def test_two_lines_are_of_like_length():
    seen = "Sie haben achtzehn Gigabyte von fünfundzwanzig verbraucht"
    held = tokens(seen, (), 42)
    first, second = two_lines(seen, held, 42)
    assert abs(len(first) - len(second)) <= 12


def test_isolates_count_for_nothing_and_stay_closed():
    many = "أول ثان ثالث رابع خامس سادس سابع ثامن"
    seen = f"المبلغ \u2068321.50 درهم\u2069 مستحق \u2068{many}\u2069 الآن"
    found, _ = captions(
        line("l", words(seen).seen, spoken="المبلغ مستحق الآن"), columns=20, word_s=2.0
    )
    for cue in found:
        for part in cue.lines:
            assert part.count("\u2068") == part.count("\u2069")
            assert width_of(part) <= 20


def test_a_short_cue_stays_for_a_second_where_there_is_time():
    found, _ = captions(line("l", "Danke.", pause=0.1), word_s=0.3)
    assert found[0].end - found[0].start >= 30


def test_no_cue_lasts_much_longer_than_six_seconds():
    text = "Wir danken Ihnen, dass Sie seit dem Jahr zweitausendneun bei uns sind. " * 3
    found, _ = captions(line("l", text.strip()), word_s=0.5)
    assert max(cue.end - cue.start for cue in found) <= 6 * 30 + 15


def test_a_fact_in_a_caption_appears_while_the_caption_stands():
    said = line("l", "Sie zahlen 87,42 € im November.", ("amount", "a", "87,42 €"))
    found, plan = captions(said)
    told = [seen for seen in plan.appearances if seen.medium == "caption"]
    assert [(seen.fact, seen.text, seen.start, seen.end) for seen in told] == [
        ("a", "87,42 €", found[0].start, found[0].end)
    ]


@pytest.mark.parametrize("text", ["x" * 130, "가" * 55])
def test_a_word_that_no_line_holds_is_cut(text):
    made = film(line("l", text), columns=20)
    plan = lay(made, unspoken(made))
    assert "".join("".join(cue.lines) for cue in plan.captions) == text
