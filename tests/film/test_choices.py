"""What a caller chooses goes before what customer and pack say."""

from __future__ import annotations

import pytest

from renderer.bill import load_bill
from renderer.errors import RenderError
from renderer.pipeline import height_of
from renderer.planning import Choice, draft
from tests.film.films import customer_files


@pytest.mark.parametrize(("chosen", "plays"), [(None, True), (True, True), (False, False)])
def test_music_is_switched_by_the_caller(chosen: bool | None, plays: bool) -> None:
    bill = load_bill([customer_files("en")[0]])
    choice = Choice(language="en", voice="silent", music=chosen)
    assert draft(bill, (), choice, only="closing").plan.music is plays


def test_a_film_has_the_heights_that_are_offered() -> None:
    assert height_of(Choice()) == 720
    assert height_of(Choice(height=1080)) == 1080
    assert height_of(Choice(shape="tall")) == 1280
    with pytest.raises(RenderError, match="720 or 1080"):
        height_of(Choice(height=500))
