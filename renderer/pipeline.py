"""The arrows in order: bill and pack in, package out. No logic of its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from renderer.bill.model import Bill
from renderer.errors import SegmentError
from renderer.frames import Painter
from renderer.memory import give_back
from renderer.package import (
    Film,
    Frames,
    KeptPackage,
    Package,
    Parts,
    assemble,
    check_folder,
    poster_frame,
    publish,
    teaser_height,
)
from renderer.plan import FPS, lay
from renderer.planning import Choice, Draft, Meter, draft
from renderer.script.offers.address import addressed, require_address
from renderer.segments import (
    KeptFilm,
    KeptTrack,
    encode_through,
    encoder_facts,
    mix,
    track_through,
)
from renderer.store import Shelf
from renderer.workshop import Workshop

if TYPE_CHECKING:
    from renderer.package.hls_in_time import HlsInTime
    from renderer.segments import DrawingPool

_ASKED = (
    *("language", "brand", "shape", "height", "voice", "fallback", "third_party", "music"),
    *("offers", "hls"),
)
"""What of a choice decides a package as it is; pack, day and actions do so by what they are."""
TEASER_STEP = 4
"""Frames of film between two pictures of the teaser."""
TEASER_FROM = 12
"""Its first picture, which many mail programs show alone: all is there by then."""
HEIGHTS = {"wide": (720, 1080), "tall": (1280,)}
"""Heights in px that a film of each shape may have; the first is the default."""


def height_of(choice: Choice) -> int:
    """Return how many px high the film will be.

    Raises:
        SegmentError: `height-not-offered`, with those that are.
    """
    # A shape that no pack has is for `bind` to refuse.
    offered = HEIGHTS.get(choice.shape, (choice.height or 0,))
    if choice.height is not None and choice.height not in offered:
        raise SegmentError(
            "height-not-offered",
            f"a {choice.shape} film cannot be {choice.height} px high",
            remedy=f"It can be {' or '.join(map(str, offered))}.",
        )
    return choice.height or offered[0]


def film(draft: Draft, choice: Choice = Choice(), meter: Meter | None = None) -> Package:
    """Go from plan to package, in memory."""
    meter = meter or Meter()
    plan = draft.plan
    if draft.script.offer:
        require_address(choice.actions)
    height = choice.height or HEIGHTS[plan.shape][0]
    with meter.stage("encode"):
        kept = encode_through(
            plan, partial(draft.painter, height), height, choice.workers, choice.shelf
        )
        segments = kept.segments
        give_back()
    with meter.stage("sound"):
        track = track_through(plan, draft.narration, draft.script.music_path, choice.shelf)
    with meter.stage("package"):
        whole = Film(
            plan=plan,
            script=draft.script,
            story=draft.story,
            voice=draft.narration.voice,
            segments=segments,
            track=track,
            encoder=encoder_facts(segments),
            poster=Frames(plan, (poster_frame(plan),), height, lambda: draft.painter(height).paint),
            teaser=(teaser_frames(draft), TEASER_STEP / FPS),
            hls=choice.hls,
            drawn=kept.drawn,
            kept=_parts(draft, kept, choice.shelf),
        )
        actions = addressed(choice.actions, draft.script.offer)
        return assemble(whole, draft.assets(), height, actions, choice.shelf)


def _parts(draft: Draft, film: KeptFilm, shelf: Shelf | None) -> Parts | None:
    """Name what a film was made of by its keys in the store."""
    if shelf is None:
        return None
    track = KeptTrack(draft.plan, draft.narration, draft.script.music_path, shelf)
    speech = tuple(key for clip in draft.narration.clips.values() for key in clip.kept)
    return Parts(film.keys, track.key, speech, {})


def in_time(draft: Draft, pool: DrawingPool, shelf: Shelf, height: int | None = None) -> HlsInTime:
    """Open a film to be watched while it is drawn; its files are those of `hls/` in a package."""
    # Here: few films are watched while they are drawn.
    from renderer.package.hls_in_time import HlsInTime
    from renderer.segments import JustInTime, SoundInTime

    plan, narration, music = draft.plan, draft.narration, draft.script.music_path
    height = height or HEIGHTS[plan.shape][0]
    painter = partial(Painter, plan, draft.assets().read, height)
    sound = SoundInTime(
        plan,
        lambda: mix(plan, narration, music, shelf),
        KeptTrack(plan, narration, music, shelf),
    )
    return HlsInTime(plan, JustInTime(plan, painter, pool, shelf, height), sound)


def teaser_frames(draft: Draft) -> Frames:
    """Choose the teaser: its own scene, or else the settled picture of the first one."""
    plan, frames = draft.plan, range(poster_frame(draft.plan), poster_frame(draft.plan) + 1)
    if draft.script.teaser is not None:
        alone = replace(draft.script, scenes=(draft.script.teaser,))
        plan = lay(alone, draft.narration)
        frames = range(TEASER_FROM, plan.frames, TEASER_STEP)
    height = teaser_height(plan.width, plan.height)
    assets = draft.assets().read
    return Frames(plan, frames, height, lambda: Painter(plan, assets, height).paint)


def make(
    bill: Bill,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    meter: Meter | None = None,
    workshop: Workshop | None = None,
) -> Package:
    """Make a bill's package, in memory, or find the one that was made of the same before.

    `workshop` has what earlier films of this process read and opened, and keeps it for the next.

    Raises:
        RenderError: with code, place and what to do.
    """
    meter = meter or Meter()
    height_of(choice)
    if choice.offers:
        require_address(choice.actions)
    with nullcontext(workshop) if workshop else Workshop() as shop:
        if choice.shelf is None:
            return film(draft(bill, previous, choice, meter, workshop=shop), choice, meter)
        with meter.stage("find"):
            kept = kept_package(bill, previous, choice, choice.shelf, shop)
            # Its plan is asked for later, if at all: when a workshop of our own has closed.
            package = kept.find(lambda: draft(bill, previous, choice, workshop=workshop).plan)
        if package is None:
            made = draft(bill, previous, choice, meter, workshop=shop)
            package = film(made, choice, meter)
            if _first_spoke(made, choice):
                kept.keep(package)
        return package


def _first_spoke(draft: Draft, choice: Choice) -> bool:
    """Tell whether the voice that was asked for spoke: another day it might, where it did not."""
    return draft.narration.voice.startswith(f"{choice.voice or draft.script.voice['name']}-")


def forget(
    bill: Bill,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    workshop: Workshop | None = None,
) -> None:
    """Remove from a store what a package found there, or made with it, is made of.

    What other films share with it is made again for the next of them.
    """
    if choice.shelf is not None:
        with nullcontext(workshop) if workshop else Workshop() as shop:
            kept_package(bill, previous, choice, choice.shelf, shop).forget()


def kept_package(
    bill: Bill, previous: Sequence[Bill], choice: Choice, shelf: Shelf, workshop: Workshop
) -> KeptPackage:
    """Return where a store has the package of bills, asked for by a choice."""
    asked = {
        "pack": workshop.pack_hash(choice.pack),
        "day": choice.day and choice.day.isoformat(),
        "actions": dict(choice.actions),
        **{name: getattr(choice, name) for name in _ASKED},
    }
    return KeptPackage(shelf, repr((bill, tuple(previous))), asked)


def render(
    bill: Bill,
    folder: Path,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    meter: Meter | None = None,
    workshop: Workshop | None = None,
) -> Package:
    """Make a bill's package as `make` does, and write it as `folder`, whole or not at all.

    Raises:
        RenderError: with code, place and what to do.
    """
    meter = meter or Meter()
    height_of(choice)
    check_folder(folder)
    package = make(bill, previous, choice, meter, workshop)
    with meter.stage("publish"):
        publish(package.files, folder)
        give_back()
    return package
