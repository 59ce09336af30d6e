"""Bill -> `Draft`: a film planned but not drawn, which stills, proofs and checks need."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from renderer.assets import Assets
from renderer.bill.model import Bill
from renderer.errors import ScriptError
from renderer.frames import Painter
from renderer.plan import Plan, lay
from renderer.script import Pack, Script, bind, load_pack
from renderer.speech import Narration, speak
from renderer.store import Shelf
from renderer.story import Story, tell
from renderer.workshop import Workshop

MOST_VOICES = 4
"""Lines spoken at a time, at most."""


@dataclass(frozen=True)
class Choice:
    """What to make of a bill.

    Args:
        language: BCP 47 tag; None takes the customer's own, else the pack's first.
        pack: name of an installed pack, or a folder.
        brand: one of the pack's; None takes its first.
        shape: "wide" or "tall".
        height: of the video, px; None takes the shape's first of `pipeline.HEIGHTS`.
        voice: "espeak", "gtts" or "silent"; None takes the pack's.
        fallback: voice to speak the whole film instead when the first cannot serve.
        third_party: whether a voice may send a customer's figures to a third party.
        music: the bed under the voice, on or off; None leaves it to customer and pack.
        actions: where hotspot actions lead in the page, URL by action type.
        offers: whether the pack's offers may be made, to customers who agreed to it; the address of
            `actions["offer"]` may hold `{id}`, which becomes the id of the offer.
        day: the day the film is made for, which offers are judged by; None takes the bill's day
            of issue.
        workers: segments encoded, and lines spoken, at a time; the output does not depend on it.
        shelf: where segments and speech are kept for later films, and found again; the output does
            not depend on it.
        hls: whether the package holds the film as HLS too.
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
    offers: bool = False
    day: date | None = None
    workers: int = 1
    shelf: Shelf | None = None
    hls: bool = False


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
    def stage(self, name: str, beside: Callable[[], float] = lambda: 0.0) -> Iterator[None]:
        """Measure what runs inside the block.

        `beside` tells the CPU time so far of programs that go on running after it.
        """
        self.listen(name)
        cpu, wall = cpu_s() + beside(), time.perf_counter()
        try:
            yield
        finally:
            self.costs.append(Cost(name, cpu_s() + beside() - cpu, time.perf_counter() - wall))


def cpu_s() -> float:
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
    *,
    pack: Pack | None = None,
    only: str | None = None,
    workshop: Workshop | None = None,
) -> Draft:
    """Go from bill to plan.

    `pack` spares reading `choice.pack` when it is at hand; `only` makes a film of one scene;
    `workshop` has packs and voices from earlier films, and keeps them for the next.
    """
    meter = meter or Meter()
    with nullcontext(workshop) if workshop else Workshop() as shop:
        with meter.stage("tell"):
            if pack is None:
                pack = shop.pack(choice.pack) if only is None else load_pack(choice.pack, only)
            policy = pack.policy
            if choice.offers and pack.offers:
                policy = replace(policy, offers=pack.offers.terms, day=choice.day)
            story = tell(bill, previous, policy)
        with meter.stage("bind"):
            language = language_of(bill, pack, choice.language)
            script = bind(story, pack, language, brand=choice.brand, shape=choice.shape, only=only)
            if choice.music is not None:
                script = replace(script, music=choice.music and script.music_path is not None)
        name = choice.voice or str(script.voice["name"])
        at_once = min(choice.workers, MOST_VOICES)
        voice = shop.voice(name, fallback=choice.fallback, shelf=choice.shelf, at_once=at_once)
        with meter.stage("speak", lambda: voice.cpu_s):
            narration = speak(script, voice, third_party=choice.third_party)
        with meter.stage("lay"):
            plan = lay(script, narration)
    return Draft(story, script, narration, plan)
