"""Identifiers as a film may show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.story.mask import mask


@pytest.mark.parametrize(
    ("identifier", "shown"),
    [
        ("0612345647", "06 •• •• •• 47"),
        ("06 12 34 56 47", "06 •• •• •• 47"),
        ("+33612345647", "+33 ••• •• •• 47"),
        ("+33 6 12 34 56 47", "+33 • •• •• •• 47"),
        ("010-1234-5678", "01•-••••-••78"),
        ("07700 900123", "07••• ••••23"),
        ("12345", "••• 45"),
        ("12", "••"),
        ("zoe.martin@example", "•••.••••••••••••••"),
        ("", ""),
    ],
)
def test_first_and_last_two_digits_show(identifier: str, shown: str) -> None:
    assert mask(identifier) == shown


@given(st.text(min_size=1, max_size=30))
def test_at_most_four_digits_ever_show(identifier: str) -> None:
    shown = [mark for mark in mask(identifier) if mark.isdecimal()]
    assert len(shown) <= 4
    assert not any(mark.isalpha() for mark in mask(identifier))
