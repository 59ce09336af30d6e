"""Everything that keeps a script from being laid, all scenes at once: for `billreel check`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from renderer.errors import PlanError
from renderer.plan.clock import REST_FRAMES
from renderer.plan.lay import LaidScene, lay_scene
from renderer.plan.model import FPS, CounterShape, PlanNode
from renderer.plan.typeset import Typesetter
from renderer.script.model import LineToSpeak, Script
from renderer.speech.model import SAMPLE_RATE, Clip, Narration, Word
from renderer.text.faces import Faces

WORD_S = 0.42
"""A spoken word's length where no voice has spoken yet."""


def problems(
    script: Script, narration: Narration | None = None, *, faces: Faces | None = None
) -> list[PlanError]:
    """List what is wrong with every scene of a script, in order.

    Args:
        script: as for `lay`.
        narration: as spoken; without it every word is taken to be equally long.
        faces: as for `lay`.
    """
    voice = narration or unspoken(script)
    setter = Typesetter(script.language, script.direction, faces)
    out: list[PlanError] = []
    for index, scene in enumerate(script.scenes):
        stays = index == len(script.scenes) - 1
        if scene.ground not in script.grounds:
            known = ", ".join(sorted(script.grounds))
            message = f"the brand has no ground named {scene.ground}"
            out.append(PlanError("unknown-ground", message, scene.where, f"There are: {known}."))
        try:
            laid = lay_scene(script, voice, scene, setter, stays=stays)
        except PlanError as error:
            out.append(error)
            continue
        out.extend(laid.problems(script))
        out.extend(_rests(laid))
    return out


def unspoken(script: Script) -> Narration:
    """Return a narration of silence, as long as its words would take."""
    clips = {(scene.id, line.key): _clip(line) for scene in script.scenes for line in scene.lines}
    return Narration("unspoken", clips)


def _clip(line: LineToSpeak) -> Clip:
    length = round(WORD_S * SAMPLE_RATE)
    found = list(re.finditer(r"\S+", line.words.spoken))
    words = tuple(
        Word(index * length, (index + 1) * length, word.start(), word.end(), exact=False)
        for index, word in enumerate(found)
    )
    samples = np.broadcast_to(np.float32(0.0), (max(1, len(found)) * length,))
    return Clip(samples, words)


def _rests(laid: LaidScene) -> list[PlanError]:
    """Find a stretch without voice or motion that is longer than a scene may rest."""
    clock, scene = laid.clock, laid.scene
    busy = np.zeros(clock.frames, dtype=np.bool_)
    for time in clock.lines.values():
        busy[time.start : time.end] = True
    for start, end in _moving(laid.content) if laid.content is not None else ():
        busy[start:end] = True
    busy[clock.leave :] = True
    longest = _longest_run(busy)
    if longest <= REST_FRAMES:
        return []
    return [
        PlanError(
            "rest-too-long",
            f"scene {scene.id}: nothing is said and nothing moves for {longest / FPS:.1f} s",
            scene.where,
            "Shorten `length` or a line's `pause`; a scene rests at most 2.5 s.",
        )
    ]


def _moving(node: PlanNode) -> Iterator[tuple[int, int]]:
    """Yield the frames [start, end) between keys that differ."""
    for keys in node.tracks.values():
        for before, after in pairwise(keys):
            if before.value != after.value:
                yield before.frame, after.frame
    if isinstance(node.shape, CounterShape) and len(node.shape.states) > 1:
        yield node.shape.states[0][0], node.shape.states[-1][0]
    for child in node.children:
        yield from _moving(child)


def _longest_run(busy: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> int:
    edges = np.flatnonzero(np.concatenate(([True], busy, [True])))
    return int(np.max(np.diff(edges))) - 1
