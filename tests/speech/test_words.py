"""Word times: first event a word, gaps by weight, never going back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from renderer.speech.words import align, find_words, weigh


def _times(text, events, end):
    return [
        (text[w.start_char : w.end_char], w.start, w.end, w.exact) for w in align(text, events, end)
    ]


def test_each_word_starts_at_its_event_and_ends_where_the_next_begins():
    """Each word starts at its event and ends where the next begins."""
    assert _times("one two", [(0, 0), (500, 4)], 900) == [
        ("one", 0, 500, True),
        ("two", 500, 900, True),
    ]


def test_the_first_of_several_events_counts():
    """`2026` has four events, some one character early."""
    events = [(0, 0), (100, 3), (150, 4), (200, 5), (250, 6), (600, 8)]
    assert _times("in 2026 x", events, 700)[1] == ("2026", 100, 600, True)


def test_a_word_without_an_event_gets_its_share_of_the_gap():
    """A word without an event gets its share of the gap."""
    words = _times("that it abcde", [(0, 0), (600, 8)], 1000)
    assert words[1] == ("it", 400, 600, False)


def test_words_after_the_last_event_share_the_rest():
    """Words after the last event share the rest."""
    words = _times("ab cd ef", [(0, 0)], 900)
    assert [w[1:3] for w in words] == [(0, 300), (300, 600), (600, 900)]


def test_a_first_word_without_an_event_starts_at_zero():
    """A first word without an event starts at zero."""
    assert _times("ab cd", [(500, 3)], 900)[0] == ("ab", 0, 500, False)


def test_a_hyphenated_word_is_one():
    """A hyphenated word is one."""
    assert find_words("undang-undang baru") == [(0, 13), (14, 18)]


def test_dashes_alone_are_no_words():
    """Dashes alone are no words."""
    assert find_words("one — two … «three»") == [(0, 3), (6, 9), (12, 19)]


def test_text_without_words_has_none():
    """Text without words has none."""
    assert align("… —", [(5, 0)], 100) == ()


def test_weight_follows_what_takes_time_to_say():
    """Weight follows what takes time to say."""
    assert weigh("abc") == 3
    assert weigh("42") > weigh("abcd")
    assert weigh("요금") > weigh("abcd")
    assert weigh("%") > weigh("abc")
    assert weigh("...") == 0.5


@given(
    st.text(alphabet="ab 1가.", max_size=60),
    st.lists(st.tuples(st.integers(-5, 2000), st.integers(-2, 70)), max_size=30),
    st.integers(0, 1000),
)
def test_any_events_give_times_in_order_and_inside_the_clip(text, events, end):
    """Any events give times in order and inside the clip."""
    words = align(text, sorted(events), end)
    assert [(w.start_char, w.end_char) for w in words] == find_words(text)
    assert all(0 <= w.start <= w.end <= end for w in words)
    assert all(a.start <= b.start for a, b in pairwise(words))
