"""Segments drawn when they are asked for: once, by number, bounded, and not for nobody."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from renderer.errors import SegmentError
from renderer.frames import Painter, Repaint
from renderer.plan.model import Plan
from renderer.segments import (
    DrawingPool,
    JustInTime,
    Settings,
    SoundInTime,
    encode_audio,
    encode_film,
    segment_keys,
    segment_ranges,
)
from renderer.segments.film import segment_tasks
from renderer.segments.fragments import audio_fragment, audio_spans, video_fragment
from renderer.store import FolderStore, Keyring, MemoryStore, Shelf
from tests.own_loop import run_in_own_loop


class NoAssets:
    """Assets of a film that has none; picklable."""

    def read(self, digest: str) -> bytes:
        raise KeyError(digest)


class Slow:
    """A painter that takes its time, and writes down each frame it draws."""

    def __init__(self, plan: Plan, notes: Path, seconds: float = 0.05) -> None:
        self._painter = Painter(plan, NoAssets().read, 176)
        self._notes, self._seconds = notes, seconds

    def repaint(self, n: int, /) -> Repaint:
        with self._notes.open("a") as file:
            file.write(f"{n}\n")
        time.sleep(self._seconds)
        return self._painter.repaint(n)


class Gated(Slow):
    """A painter that draws other frames than the first few only once a gate is open."""

    def __init__(self, plan: Plan, notes: Path, gate: Path, free: tuple[int, ...]) -> None:
        super().__init__(plan, notes, 0)
        self._gate, self._free = gate, free

    def repaint(self, n: int, /) -> Repaint:
        repaint = super().repaint(n)
        while n not in self._free and not self._gate.exists():
            time.sleep(0.01)
        return repaint


class Kills:
    """A painter that ends its process, the first times that it is opened."""

    def __init__(self, plan: Plan, notes: Path, times: int) -> None:
        self._painter = Painter(plan, NoAssets().read, 176)
        self._notes, self._times = notes, times

    def repaint(self, n: int, /) -> Repaint:
        done = self._notes.stat().st_size if self._notes.exists() else 0
        if done < self._times:
            with self._notes.open("a") as file:
                file.write("x")
            os.kill(os.getpid(), signal.SIGKILL)
        return self._painter.repaint(n)


class Refuses:
    """A painter that cannot draw."""

    def repaint(self, n: int, /) -> Repaint:
        raise SegmentError("picture-size", "Refused.", f"frame {n}")


def painter_of(plan: Plan) -> partial[Painter]:
    return partial(Painter, plan, NoAssets().read, 176)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MemoryStore(), Keyring(bytes(32)))


def run(task: Callable[[DrawingPool], Awaitable[None]], workers: int = 2, **pool: int) -> None:
    """Run something with a pool."""

    async def inside() -> None:
        async with DrawingPool(workers, **pool) as opened:
            await asyncio.wait_for(task(opened), 60)

    run_in_own_loop(inside())


def drawn_frames(notes: Path) -> list[int]:
    return [int(line) for line in notes.read_text().split()] if notes.exists() else []


def test_any_segment_is_what_the_whole_film_has_there(plan: Plan, shelf: Shelf) -> None:
    whole = encode_film(plan, painter_of(plan))
    expected = [
        video_fragment(segment, place.start)
        for segment, place in zip(whole, segment_ranges(plan), strict=True)
    ]

    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, painter_of(plan), pool, shelf, 176)
        for index in (3, 0, 5):
            assert await film.segment(index) == expected[index]
        assert await asyncio.gather(*map(film.segment, range(film.count))) == expected
        await film.close()

    run(task)


def test_many_askers_get_one_render(plan: Plan, shelf: Shelf, tmp_path: Path) -> None:
    async def task(pool: DrawingPool) -> None:
        painter = partial(Slow, plan, tmp_path / "notes", 0.01)
        films = [JustInTime(plan, painter, pool, shelf, 176, ahead=0) for _ in range(4)]
        answers = await asyncio.gather(*(film.segment(1) for film in films for _ in range(5)))
        assert len(set(answers)) == 1
        assert await films[0].segment(1) == answers[0]
        assert pool.drawn == 1
        assert drawn_frames(tmp_path / "notes") == list(segment_tasks(plan)[1].frames)

    run(task)


def test_what_is_kept_is_not_drawn(plan: Plan, tmp_path: Path) -> None:
    shelf = Shelf(FolderStore(tmp_path), Keyring(bytes(32)))

    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, painter_of(plan), pool, shelf, 176, ahead=0)
        first = await film.segment(2)
        while not list(tmp_path.rglob("entries/*/[!.]*")):
            await asyncio.sleep(0.01)
        other = DrawingPool(1)
        again = JustInTime(plan, Refuses, other, shelf, 176, ahead=0)
        assert await again.segment(2) == first
        await other.close()

    run(task)


def test_the_next_segments_are_drawn_before_they_are_asked_for(plan: Plan, shelf: Shelf) -> None:
    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, painter_of(plan), pool, shelf, 176, ahead=2)
        await film.segment(0)
        while pool.drawn < 3:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        assert pool.drawn == 3

    run(task)


def test_a_segment_that_nobody_waits_for_is_given_up(
    plan: Plan, shelf: Shelf, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"

    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, partial(Slow, plan, notes), pool, shelf, 176, ahead=0)
        asked = [asyncio.ensure_future(film.segment(3)) for _ in range(2)]
        while not drawn_frames(notes):
            await asyncio.sleep(0.01)
        asked[0].cancel()
        await asyncio.sleep(0.2)
        assert not asked[1].done()
        asked[1].cancel()
        await asyncio.sleep(0.3)
        count = len(drawn_frames(notes))
        await asyncio.sleep(0.3)
        assert len(drawn_frames(notes)) == count < len(segment_tasks(plan)[3].frames)
        assert pool.drawn == 0
        assert len(await film.segment(5)) > 0

    run(task, workers=1)


def test_who_waits_comes_before_what_may_be_wanted(
    plan: Plan, shelf: Shelf, tmp_path: Path
) -> None:
    notes, gate = tmp_path / "notes", tmp_path / "gate"
    first, *ahead, wanted = segment_tasks(plan)[:6]

    async def task(pool: DrawingPool) -> None:
        painter = partial(Gated, plan, notes, gate, first.frames)
        film = JustInTime(plan, painter, pool, shelf, 176, ahead=4)
        await film.segment(0)
        while len(drawn_frames(notes)) == len(first.frames):
            await asyncio.sleep(0.01)
        # One that may be wanted is at work; the others wait, and so does who comes now.
        asked = asyncio.ensure_future(film.segment(5))
        while segment_keys(plan, 176, shelf.keyring)[5] not in pool._flights:
            await asyncio.sleep(0.01)
        gate.touch()
        await asked
        order = drawn_frames(notes)
        before = set(order[: order.index(wanted.frames[0])])
        assert sum(bool(before & set(one.frames)) for one in ahead) == 1

    run(task, workers=1)


def test_a_full_pool_sends_away_who_comes(plan: Plan, shelf: Shelf, tmp_path: Path) -> None:
    async def task(pool: DrawingPool) -> None:
        painter = partial(Slow, plan, tmp_path / "notes", 0.02)
        film = JustInTime(plan, painter, pool, shelf, 176, ahead=0)
        asked = [asyncio.ensure_future(film.segment(index)) for index in range(4)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, SegmentError)]
        assert [error.code for error in refused] == ["pool-full"]

    run(task, workers=1, most_waiting=2)


def test_a_worker_that_dies_once_is_replaced(plan: Plan, shelf: Shelf, tmp_path: Path) -> None:
    whole = encode_film(plan, painter_of(plan))

    async def task(pool: DrawingPool) -> None:
        painter = partial(Kills, plan, tmp_path / "notes", 1)
        film = JustInTime(plan, painter, pool, shelf, 176, ahead=0)
        assert await film.segment(0) == video_fragment(whole[0], 0)

    run(task, workers=1)


def test_a_segment_that_kills_its_worker_each_time_is_refused_and_harms_no_other(
    plan: Plan, shelf: Shelf, tmp_path: Path
) -> None:
    async def task(pool: DrawingPool) -> None:
        poison = JustInTime(
            plan, partial(Kills, plan, tmp_path / "notes", 99), pool, shelf, 176, ahead=0
        )
        with pytest.raises(SegmentError) as caught:
            await poison.segment(0)
        assert caught.value.code == "worker-died"
        sound = JustInTime(plan, painter_of(plan), pool, shelf, 176, ahead=0)
        assert len(await sound.segment(0)) > 0

    run(task, workers=1)


def test_a_refusal_keeps_its_code_and_place(plan: Plan, shelf: Shelf) -> None:
    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, Refuses, pool, shelf, 176)
        with pytest.raises(SegmentError) as caught:
            await film.segment(1)
        assert (caught.value.code, caught.value.where) == ("picture-size", "frame 16")

    run(task, workers=1)


def test_a_number_that_the_film_does_not_have_is_refused(plan: Plan, shelf: Shelf) -> None:
    async def task(pool: DrawingPool) -> None:
        film = JustInTime(plan, painter_of(plan), pool, shelf, 176, Settings())
        for index in (-1, 6, 10_000):
            with pytest.raises(SegmentError) as caught:
                await film.segment(index)
            assert caught.value.code == "segment-unknown"

    run(task, workers=1)


def test_sound_comes_in_the_same_packets_as_at_once(plan: Plan) -> None:
    tone = (np.sin(np.arange(plan.frames * 1600) / 30) * 0.2).astype(np.float32)
    track = encode_audio(tone)
    spans = audio_spans(segment_ranges(plan))

    async def watch() -> None:
        sound = SoundInTime(plan, lambda: tone)
        last, first = await asyncio.gather(sound.segment(5), sound.segment(0))
        assert first == audio_fragment(track, spans[0])
        assert last == audio_fragment(track, spans[5])
        with pytest.raises(SegmentError):
            await sound.segment(6)
        await sound.close()

    run_in_own_loop(watch())


def test_sound_that_cannot_be_mixed_is_told_to_who_asks(plan: Plan) -> None:
    def refuse() -> np.ndarray:
        raise SegmentError("music-unreadable", "Refused.")

    async def watch() -> None:
        sound = SoundInTime(plan, refuse)
        for _ in range(2):
            with pytest.raises(SegmentError) as caught:
                await sound.segment(0)
            assert caught.value.code == "music-unreadable"
        await sound.close()

    run_in_own_loop(watch())
