"""The arrows in order: bill and pack in, package out. No logic of its own."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from renderer.assets import Assets
from renderer.bill.model import Bill
from renderer.errors import ScriptError
from renderer.frames import Painter
from renderer.package import Film, Package, Pixels, assemble, poster_frame, publish
from renderer.plan import FPS, Plan, lay
from renderer.script import Pack, Script, bind, load_pack
from renderer.segments import encode_audio, encode_film, encoder_facts, mix
from renderer.speech import Narration, open_voice, speak
from renderer.story import Story, tell

TEASER_STEP = 4
"""Frames of film between two pictures of the teaser."""
HEIGHTS = {"wide": (720, 1080), "tall": (1280,)}
"""Heights in px that a film of each shape may have; the first is the default."""


@dataclass(frozen=True)
class Choice:
    """What to make of a bill.

    Args:
        language: BCP 47 tag; None takes the customer's own, else the pack's first.
        pack: name of an installed pack, or a folder.
        brand: one of the pack's; None takes its first.
        shape: "wide" or "tall".
        height: of the video, px; None takes the shape's first of `HEIGHTS`.
        voice: "espeak", "gtts" or "silent"; None takes the pack's.
        fallback: voice to speak the whole film instead when the first cannot serve.
        third_party: whether a voice may send a customer's figures to a third party.
        actions: where hotspot actions lead in the page, URL by action type.
        workers: segments encoded at a time; the output does not depend on it.
    """

    language: str | None = None
    pack: str | Path = "telco"
    brand: str | None = None
    shape: str = "wide"
    height: int | None = None
    voice: str | None = None
    fallback: str | None = None
    third_party: bool = False
    music: bool | None = None
    actions: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What one stage took, in seconds; `cpu` is user and system time with child processes."""

    stage: str
    cpu: float
    wall: float


@dataclass
class Meter:
    """Measures stages as they run; calls `listen(stage)` when one begins."""

    listen: Callable[[str], None] = lambda _stage: None
    costs: list[Cost] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what runs inside the block."""
        self.listen(name)
        cpu, wall = _cpu(), time.perf_counter()
        try:
            yield
        finally:
            self.costs.append(Cost(name, _cpu() - cpu, time.perf_counter() - wall))


def _cpu() -> float:
    """Return CPU seconds used by this process and the children it has waited for."""
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


@dataclass(frozen=True)
class Draft:
    """A film planned but not drawn: what preview, stills and proofs need."""

    story: Story
    script: Script
    narration: Narration
    plan: Plan

    def assets(self) -> Assets:
        """Return the files that the plan names."""
        return Assets([self.script.asset_root], self.script.assets)

    def painter(self, height: int | None = None) -> Painter:
        """Return a painter of the plan's frames, `height` px high."""
        return Painter(self.plan, self.assets().read, height)


def language_of(bill: Bill, pack: Pack, wanted: str | None) -> str:
    """Choose the film's language: as asked, else the customer's own, else the pack's first.

    Raises:
        ScriptError: `language-missing` when the asked one is not in the pack.
    """
    known = tuple(pack.languages)
    if wanted is not None:
        if wanted not in known:
            raise ScriptError(
                "language-missing",
                f"the pack has no language {wanted!r}",
                remedy=f"It has {', '.join(known)}.",
            )
        return wanted
    own = (bill.preferences.language or "").split("-")[0]
    return own if own in known else known[0]


def draft(
    bill: Bill,
    previous: Sequence[Bill] = (),
    choice: Choice = Choice(),
    meter: Meter | None = None,
) -> Draft:
    """Go from bill to plan."""
    meter = meter or Meter()
    with meter.stage("tell"):
        pack = load_pack(choice.pack)
        story = tell(bill, previous, pack.policy)
    with meter.stage("bind"):
        language = language_of(bill, pack, choice.language)
        script = bind(story, pack, language, brand=choice.brand, shape=choice.shape)
    with meter.stage("speak"):
        name = choice.voice or str(script.voice["name"])
        with open_voice(name, fallback=choice.fallback) as voice:
            narration = speak(script, voice, third_party=choice.third_party)
    with meter.stage("lay"):
        plan = lay(script, narration)
    return Draft(story, script, narration, plan)


def film(draft: Draft, choice: Choice = Choice(), meter: Meter | None = None) -> Package:
    """Go from plan to package, in memory."""
    meter = meter or Meter()
    plan = draft.plan
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
        return assemble(whole, draft.painter(height), draft.assets(), height, choice.actions)


def teaser_frames(draft: Draft) -> list[Pixels]:
    """Draw the teaser: its own scene, or the first scene's settled picture where there is none."""
    if draft.script.teaser is None:
        return [draft.painter().paint(poster_frame(draft.plan))]
    alone = replace(draft.script, scenes=(draft.script.teaser,))
    plan = lay(alone, draft.narration)
    painter = Painter(plan, draft.assets().read)
    return [painter.paint(frame) for frame in range(0, plan.frames, TEASER_STEP)]


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
    package = film(draft(bill, previous, choice, meter), choice, meter)
    with meter.stage("publish"):
        publish(package.files, folder)
    return package


__all__ = [
    "HEIGHTS",
    "Choice",
    "Cost",
    "Draft",
    "Meter",
    "draft",
    "film",
    "render",
]
