"""Every scene, settled, in the language whose words are longest there, and in Arabic.

The display list is compared first: where it differs the layout has moved, where only the picture
does the painter has. `make golden` writes both anew.
"""

from __future__ import annotations

import pytest

from renderer.plan import display, display_json
from renderer.script import load_pack
from tests.film.films import Films, settled
from tests.golden.compare import compare, compare_list

LONGEST = {
    "greeting": "de",
    "total": "id",
    "good": "id",
    "first": "de",
    "changed": "de",
    "proration": "fr",
    "roaming": "id",
    "overage": "fr",
    "charges": "de",
    "usage": "fr",
    "history": "id",
    "note": "fr",
    "short": "de",
    "due": "id",
    "offer": "de",
    "closing": "de",
    "teaser": "de",
}
"""Where the scene's words are widest, Arabic aside: the sum of its lines, set in one size."""
HEIGHT = 360
"""Half the film's: as good a witness, at a quarter of the bytes."""

CASES = [(scene, language) for scene, longest in LONGEST.items() for language in (longest, "ar")]


@pytest.mark.golden
@pytest.mark.parametrize(("scene", "language"), CASES, ids=map("-".join, CASES))
def test_a_scene_is_laid_and_painted_as_it_was(
    scene: str, language: str, real_films: Films
) -> None:
    drafted, found = real_films.scene(scene, language)
    shown = display(drafted.plan, settled(found))
    compare_list(f"scenes/{scene}-{language}", display_json(shown))
    compare(f"scenes/{scene}-{language}", drafted.painter(HEIGHT).paint_list(shown))


def test_every_scene_of_the_pack_is_compared() -> None:
    props = load_pack("telco").props
    assert set(LONGEST) == {*props.scenes, *props.short, props.teaser}
