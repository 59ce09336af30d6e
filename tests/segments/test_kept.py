"""A film through a store: the same film whatever the store holds, and nothing drawn twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from renderer.errors import SegmentError
from renderer.frames import Painter
from renderer.plan.model import Plan
from renderer.segments import Segment, Settings, encode_film, encode_through
from renderer.segments.kept import KeptSegments
from renderer.segments.segment_bytes import read_segment, segment_bytes
from renderer.store import Keyring, MemoryStore, Shelf


def no_asset(digest: str) -> bytes:
    raise KeyError(digest)


def painter_of(plan: Plan, height: int = 176) -> partial[Painter]:
    return partial(Painter, plan, no_asset, height)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MemoryStore(), Keyring(bytes(32)))


@pytest.fixture(scope="module")
def whole(plan: Plan) -> list[Segment]:
    """The film as it is drawn without a store."""
    return encode_film(plan, painter_of(plan))


def test_a_film_is_the_same_with_and_without_a_store(
    plan: Plan, shelf: Shelf, whole: list[Segment]
) -> None:
    first = encode_through(plan, painter_of(plan), 176, shelf=shelf)
    again = encode_through(plan, painter_of(plan), 176, shelf=shelf)
    assert first.segments == again.segments == whole
    assert (first.drawn, again.drawn) == (6, 0)
    assert encode_through(plan, painter_of(plan), 176).segments == whole


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("held", [(0,), (1, 4), (0, 2, 5), (1, 2, 3, 4, 5)])
def test_workers_and_hits_between_change_nothing(
    plan: Plan, shelf: Shelf, whole: list[Segment], workers: int, held: tuple[int, ...]
) -> None:
    kept = KeptSegments(plan, shelf, 176)
    for index in held:
        kept.keep(index, whole[index])
    heard: list[int] = []
    film = encode_through(plan, painter_of(plan), 176, workers, shelf, listen=heard.append)
    assert film.segments == whole
    assert film.drawn == 6 - len(held)
    assert heard == [segment.frames for segment in whole]


def test_equal_segments_of_one_film_are_drawn_once(plan: Plan, shelf: Shelf) -> None:
    third = plan.scenes[-1]
    scenes = (*plan.scenes, replace(third, start=240), replace(third, start=256))
    film = replace(plan, scenes=scenes, frames=272)
    drawn = encode_through(film, painter_of(film), 176, shelf=shelf)
    assert drawn.drawn == 6
    assert drawn.segments == encode_film(film, painter_of(film))


def test_another_film_takes_the_scenes_it_shares(plan: Plan, shelf: Shelf) -> None:
    encode_through(plan, painter_of(plan), 176, shelf=shelf)
    _, second, third = plan.scenes
    other = replace(
        plan, scenes=(replace(third, start=0), replace(second, start=16)), frames=176, title="B"
    )
    film = encode_through(other, painter_of(other), 176, shelf=shelf)
    assert film.drawn == 0
    assert film.segments == encode_film(other, painter_of(other))


@pytest.mark.parametrize(
    "damage",
    [
        lambda body: body[:-1],
        lambda body: body + b"\0",
        lambda body: b"",
        lambda body: body[:9] + b"\xff" + body[10:],
        lambda body: segment_bytes(replace(read_segment(body), extradata=b"another")),
        lambda body: segment_bytes(replace(read_segment(body), width=322)),
    ],
)
def test_an_entry_that_is_no_segment_of_the_film_is_drawn_anew(
    plan: Plan, shelf: Shelf, whole: list[Segment], damage: Callable[[bytes], bytes]
) -> None:
    """A store proves that it gives back what was put; here somebody put something else."""
    kept = KeptSegments(plan, shelf, 176)
    shelf.put(kept.key(2), damage(segment_bytes(whole[2])))
    film = encode_through(plan, painter_of(plan), 176, shelf=shelf)
    assert film.segments == whole
    assert kept.find(2) == whole[2]


def test_a_segment_of_another_set_up_is_not_kept(
    plan: Plan, shelf: Shelf, whole: list[Segment]
) -> None:
    kept = KeptSegments(plan, shelf, 176)
    with pytest.raises(SegmentError) as caught:
        kept.keep(0, replace(whole[0], extradata=b"another"))
    assert caught.value.code == "segments-differ"
    assert kept.find(0) is None


def test_another_height_or_setting_finds_nothing(plan: Plan, shelf: Shelf) -> None:
    encode_through(plan, painter_of(plan), 176, shelf=shelf)
    assert encode_through(plan, painter_of(plan, 352), 352, shelf=shelf).drawn == 6
    lower = encode_through(plan, painter_of(plan), 176, shelf=shelf, settings=Settings(qp=30))
    assert lower.drawn == 6


def test_a_segment_written_and_read_is_the_same(whole: list[Segment]) -> None:
    for segment in whole:
        assert read_segment(segment_bytes(segment)) == segment


def test_no_part_of_a_segment_is_a_segment(whole: list[Segment]) -> None:
    body = segment_bytes(whole[0])
    for length in [*range(200), len(body) // 2, len(body) - 1]:
        with pytest.raises(ValueError, match="segment"):
            read_segment(body[:length])
