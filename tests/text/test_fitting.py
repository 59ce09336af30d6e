"""Laying texts: lines, shrinking, ellipsis, refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.errors import TextError
from renderer.text import lay, min_content
from tests.text.styles import style

FRENCH = "voici votre facture, expliquée en moins d’une minute."
ARABIC = "تاريخ الاستحقاق: \u206815 ديسمبر 2026\u2069 والمبلغ \u2068321.50\u00a0درهم\u2069"


def _texts(laid):
    return [line.text for line in laid.lines]


def test_one_line_when_there_is_room():
    laid = lay(FRENCH, style())
    assert _texts(laid) == [FRENCH]
    assert laid.lines[0].x == 0
    assert laid.height == 28 * 1.25


def test_lines_wrap_and_stay_inside():
    laid = lay(FRENCH, style(72, 800, -0.025), max_width=1000)
    assert _texts(laid) == ["voici votre facture, expliquée", "en moins d’une minute."]
    assert laid.width <= 1000
    assert laid.height == pytest.approx(2 * 72 * 1.25)
    assert laid.lines[1].baseline - laid.lines[0].baseline == pytest.approx(72 * 1.25)


def test_balanced_lines_leave_no_widow():
    text = "Ihr Aktionsrabatt endete am zweiten Tag im November"
    width = lay(text, style()).width * 0.95
    plain = lay(text, style(), max_width=width)
    even = lay(text, style(), max_width=width, balance=True)
    assert len(plain.lines) == len(even.lines) == 2
    assert plain.lines[1].width < 0.25 * width
    assert even.lines[1].width > 0.4 * width


def test_shrink_takes_the_largest_size_that_fits():
    laid = lay(FRENCH, style(72, 800), max_width=700, max_lines=2, fit="shrink")
    assert 20 <= laid.size < 72
    assert len(laid.lines) == 2
    larger = style(laid.size + 0.25, 800)
    with pytest.raises(TextError):
        lay(FRENCH, larger, max_width=700, max_lines=2)


def test_shrink_stops_at_the_smallest_size():
    with pytest.raises(TextError) as caught:
        lay(FRENCH, style(72, 800, min_size=60), max_width=400, max_lines=2, fit="shrink")
    assert caught.value.code == "text-does-not-fit"
    assert "60" in caught.value.message
    assert "facture" not in str(caught.value)


def test_shrink_spares_korean_words():
    text = "데이터추가이용료"
    natural = lay(text, style(40)).width
    laid = lay(text, style(40), max_width=natural * 0.75, fit="shrink")
    assert _texts(laid) == [text]
    assert laid.size < 40


def test_korean_breaks_at_spaces_first():
    laid = lay("데이터 추가 이용료", style(), max_width=140)
    assert _texts(laid) == ["데이터 추가", "이용료"]


def test_a_lone_korean_word_breaks_by_syllable_only_when_it_must():
    assert len(lay("데이터추가이용료", style(), max_width=100).lines) > 1


def test_a_word_too_wide_is_refused_not_cut():
    with pytest.raises(TextError) as caught:
        lay("Donaudampfschifffahrtsgesellschaft", style(), max_width=200)
    assert caught.value.code == "text-does-not-fit"


def test_must_fit_false_lays_anyway():
    laid = lay("Donaudampfschifffahrtsgesellschaft", style(), max_width=200, must_fit=False)
    assert laid.width > 200


def test_ellipsis_keeps_figures_whole():
    text = "Sie zahlen \u206812,40\u00a0€\u2069 mehr"
    for width in range(120, 260, 7):
        laid = lay(text, style(), max_width=width, fit="ellipsis")
        shown = laid.lines[0].text
        assert laid.width <= width + 1 / 32
        assert "12" not in shown or "12,40" in shown


def test_ellipsis_ends_the_last_line():
    laid = lay(FRENCH, style(), max_width=200, max_lines=2, fit="ellipsis")
    assert len(laid.lines) == 2
    assert laid.lines[-1].text.endswith("…")
    assert not laid.lines[0].text.endswith("…")


def test_arabic_lines_stand_at_the_right_and_keep_their_isolates():
    laid = lay(ARABIC, style(), max_width=220, direction="rtl")
    assert len(laid.lines) > 1
    for line in laid.lines:
        assert line.x + line.width == pytest.approx(220)
        assert line.text.count("\u2068") == line.text.count("\u2069")
    assert any("321.50\u00a0درهم" in line.text for line in laid.lines)


@pytest.mark.parametrize(
    ("direction", "align", "share"),
    [("ltr", "start", 0), ("ltr", "center", 0.5), ("ltr", "end", 1), ("rtl", "end", 0)],
)
def test_alignment_follows_the_direction(direction, align, share):
    laid = lay("87,42", style(), max_width=300, direction=direction, align=align)
    assert laid.lines[0].x == pytest.approx((300 - laid.width) * share)


def test_scripts_mixed_into_a_line_do_not_change_its_height():
    plain, mixed = lay("Total", style()), lay("Total 월정액 درهم", style())
    assert mixed.height == plain.height
    assert mixed.lines[0].baseline == plain.lines[0].baseline


def test_forced_breaks_are_kept():
    assert _texts(lay("one\ntwo", style(), max_width=400)) == ["one", "two"]


def test_a_soft_hyphen_shows_only_where_it_breaks():
    text = "Rechnungs\u00adbetrag"
    assert lay(text, style()).width == lay("Rechnungsbetrag", style()).width
    assert _texts(lay(text, style(), max_width=170))[0] == "Rechnungs\u00ad-"


def test_min_content_is_the_widest_word():
    assert min_content("en moins d’une", style()) == lay("d’une", style()).width or (
        min_content("en moins d’une", style()) == lay("moins", style()).width
    )


def test_a_page_of_text_is_refused():
    with pytest.raises(TextError) as caught:
        lay("word " * 500, style())
    assert caught.value.code == "too-much-text"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Total", "12,40\u00a0€", "für", "November", "2.", "월정액"]), max_size=12
    ),
    st.integers(150, 500),
)
def test_no_word_is_lost_and_no_line_too_wide(words, width):
    text = " ".join(words)
    laid = lay(text, style(), max_width=width)
    assert " ".join(" ".join(_texts(laid)).split(" ")) == text
    assert all(line.width <= width + 1 / 32 for line in laid.lines)
