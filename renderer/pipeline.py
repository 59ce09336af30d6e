"""The arrows in order: bill and pack in, package out. No logic of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from renderer.bill.model import Bill
from renderer.errors import SegmentError
from renderer.frames import Painter
from renderer.package import (
    Film,
    Frames,
    Package,
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
        )
        actions = addressed(choice.actions, draft.script.offer)
        return assemble(whole, draft.assets(), height, actions, choice.shelf)


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


def render(
    bill: Bill,
    folder: Path,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    meter: Meter | None = None,
    workshop: Workshop | None = None,
) -> Package:
    """Render a bill's film and write its package as `folder`, whole or not at all.

    `workshop` has what earlier films of this process read and opened, and keeps it for the next.

    Raises:
        RenderError: with code, place and what to do.
    """
    meter = meter or Meter()
    height_of(choice)
    if choice.offers:
        require_address(choice.actions)
    check_folder(folder)
    package = film(draft(bill, previous, choice, meter, workshop=workshop), choice, meter)
    with meter.stage("publish"):
        publish(package.files, folder)
    return package
