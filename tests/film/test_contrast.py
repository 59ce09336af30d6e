"""Text stands out by 4.5 to 1 from whatever is behind it, measured on frames."""

from __future__ import annotations

import pytest

from renderer.frames import text_contrast
from renderer.plan import display
from tests.film.films import Films, settled

LEAST = 4.5
"""Of text of any size, settled."""


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("brand", ["nordlys", "fjell"])
@pytest.mark.parametrize("customer", ["en", "ar", "en-short"])
def test_every_text_can_be_read(customer: str, brand: str, shape: str, real_films: Films) -> None:
    drafted = real_films.draft(customer, customer[:2], brand, shape)
    painter = drafted.painter()
    measured = [
        (scene.id, found.text, round(found.ratio, 2))
        for scene in drafted.plan.scenes
        if not scene.id.startswith("dip:")
        for found in text_contrast(display(drafted.plan, settled(scene)), painter)
    ]
    assert len(measured) > 15
    assert [one for one in measured if one[2] < LEAST] == []
