"""The arrows in order: bill and pack in, package out. No logic of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from renderer.bill.model import Bill
from renderer.errors import SegmentError
from renderer.frames import Painter
from renderer.package import Film, Package, Pixels, assemble, check_folder, poster_frame, publish
from renderer.plan import FPS, lay
from renderer.planning import Choice, Draft, Meter, draft
from renderer.script.offers.address import addressed, require_address
from renderer.segments import encode_audio, encode_film, encoder_facts, mix

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
        segments = encode_film(plan, partial(draft.painter, height), choice.workers)
    with meter.stage("sound"):
        track = encode_audio(mix(plan, draft.narration, draft.script.music_path))
    with meter.stage("package"):
        whole = Film(
            plan=plan,
            script=draft.script,
            story=draft.story,
            voice=draft.narration.voice,
            segments=segments,
            track=track,
            encoder=encoder_facts(segments),
            teaser=(teaser_frames(draft), TEASER_STEP / FPS),
        )
        actions = addressed(choice.actions, draft.script.offer)
        return assemble(whole, draft.painter(height), draft.assets(), height, actions)


def teaser_frames(draft: Draft) -> list[Pixels]:
    """Draw the teaser: its own scene, or the first scene's settled picture where there is none."""
    if draft.script.teaser is None:
        return [draft.painter().paint(poster_frame(draft.plan))]
    alone = replace(draft.script, scenes=(draft.script.teaser,))
    plan = lay(alone, draft.narration)
    painter = Painter(plan, draft.assets().read)
    return [painter.paint(frame) for frame in range(TEASER_FROM, plan.frames, TEASER_STEP)]


def render(
    bill: Bill,
    folder: Path,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    meter: Meter | None = None,
) -> Package:
    """Render a bill's film and write its package as `folder`, whole or not at all.

    Raises:
        RenderError: with code, place and what to do.
    """
    meter = meter or Meter()
    height_of(choice)
    if choice.offers:
        require_address(choice.actions)
    check_folder(folder)
    package = film(draft(bill, previous, choice, meter), choice, meter)
    with meter.stage("publish"):
        publish(package.files, folder)
    return package
