"""Narration -> time: where each line of a scene stands, how long it lasts, when each moment is."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from renderer.errors import PlanError
from renderer.plan.model import FPS, SAMPLES_A_FRAME, SLOT
from renderer.script.model import (
    ChartSpec,
    LineToSpeak,
    Moment,
    Motion,
    Node,
    Scene,
    Span,
)
from renderer.speech.model import SAMPLE_RATE, Clip, Narration, Word

LEAD_S, TAIL_S, EXIT_S = 0.4, 0.6, 0.25
"""Where a brand's motion tokens leave them out: before the first line, after the last, leaving."""
REST_FRAMES = 75
"""A scene rests at most this long without voice: 2.5 s."""
SETTLED_FRAMES = 6
"""Everything has arrived so long before a scene leaves."""
SILENT_HOLD_FRAMES = 45
"""How long a scene without voice holds once everything has arrived."""
QUICKEST_FRAMES = 6
"""A motion that is pulled in still takes this long."""


@dataclass(frozen=True)
class LineTime:
    """A spoken line on its scene's clock: `start` and `end` in frames, `end` rounded up."""

    line: LineToSpeak
    clip: Clip
    start: int
    end: int


@dataclass(frozen=True)
class SceneClock:
    """Every time of one scene, in frames from its start.

    Args:
        voice_end: when the last line ends; the lead's end in a scene without voice.
        leave: first frame of leaving; equals `frames` in a scene that stays.
    """

    scene: Scene
    lines: Mapping[str, LineTime]
    voice_end: int
    leave: int
    frames: int

    def frame(self, moment: Moment, where: str) -> int:
        """Return the frame of a moment, held inside the scene. Raises `PlanError`."""
        return max(0, min(self.frames - 1, _moment(moment, self.lines, self.voice_end, where)))

    def motion(self, motion: Motion, where: str, delay_s: float = 0.0) -> tuple[int, int]:
        """Return a motion's first frame and the frame it has settled in.

        A motion that would not settle before the scene leaves is pulled in.
        """
        start = self.frame(motion.at, where) + to_frames(delay_s)
        length = to_frames(motion.duration) if motion.effect != "none" else 0
        latest = max(0, self.leave - SETTLED_FRAMES)
        end = min(start + length, latest)
        start = max(0, min(start, end - min(length, QUICKEST_FRAMES)))
        return start, max(start, end)


def to_frames(seconds: float) -> int:
    """Return seconds in whole frames, rounded half up."""
    return math.floor(seconds * FPS + 0.5)


def set_clock(
    scene: Scene, narration: Narration, motion: Mapping[str, float], *, stays: bool
) -> SceneClock:
    """Give every line and moment of a scene its frame, and the scene its length.

    Args:
        scene: of the script.
        narration: holds a clip for each of its lines.
        motion: the brand's motion tokens, in seconds.
        stays: the film's last scene does not leave.

    Raises:
        PlanError: a line has no clip, a moment names no line or span, or a fixed length is too
            short for the narration.
    """
    at = lead = to_frames(motion.get("lead", LEAD_S))
    lines: dict[str, LineTime] = {}
    for line in scene.lines:
        clip = narration.clips.get((scene.id, line.key))
        if clip is None:
            raise PlanError(
                "line-without-voice",
                f"scene {scene.id}: the line {line.key} was not spoken",
                scene.where,
                ours=True,
            )
        samples = len(clip.samples)
        lines[line.key] = LineTime(line, clip, at, at + _frames_up(samples))
        at = at + _frames_up(samples + round(line.pause_after * SAMPLE_RATE))
    voice_end = max((line.end for line in lines.values()), default=lead)
    leaving = 0 if stays else to_frames(motion.get("exit", EXIT_S))
    settled = max((_ends(scene.layout, lines, voice_end)), default=0) + SETTLED_FRAMES
    if scene.length is not None:
        frames = scene.length
        _check_length(scene, frames, voice_end if lines else 0, leaving)
    elif lines:
        tail = voice_end + to_frames(motion.get("tail", TAIL_S))
        settled = min(settled, voice_end + REST_FRAMES)
        frames = _slots(max(tail, settled) + leaving)
    else:
        frames = _slots(max(lead, settled) + SILENT_HOLD_FRAMES + leaving)
    return SceneClock(scene, lines, voice_end, frames - leaving, frames)


def spoken_word(span: Span, line: LineToSpeak, clip: Clip) -> int:
    """Return the sample in which a span's first word begins.

    Where no word overlaps the span, the next one counts; without words, its share of the text.
    """
    for word in clip.words:
        if word.start_char < span.spoken_end and word.end_char > span.spoken_start:
            return word.start
    following = next((word for word in clip.words if word.start_char >= span.spoken_start), None)
    if following is not None:
        return following.start
    return len(clip.samples) * span.spoken_start // max(1, len(line.words.spoken))


def words_of(span: Span, clip: Clip) -> tuple[Word, ...]:
    """Return the words that overlap a span."""
    return tuple(
        word
        for word in clip.words
        if word.start_char < span.spoken_end and word.end_char > span.spoken_start
    )


def _moment(moment: Moment, lines: Mapping[str, LineTime], voice_end: int, where: str) -> int:
    delay = to_frames(moment.delay)
    if moment.line is None:
        return (voice_end if moment.end else 0) + delay
    line = lines.get(moment.line)
    if line is None:
        raise _unknown("line", moment.line, list(lines), where)
    if moment.span is None:
        return line.start + delay
    spans = line.line.words.spans
    span = next((span for span in spans if span.name == moment.span), None)
    if span is None:
        raise _unknown("span", moment.span, [span.name for span in spans], where)
    return line.start + spoken_word(span, line.line, line.clip) // SAMPLES_A_FRAME + delay


def _ends(node: Node, lines: Mapping[str, LineTime], voice_end: int) -> Iterator[int]:
    """Yield the frame in which each motion of a tree would end."""
    spec = node.spec
    enter = node.enter
    if enter is not None:
        staggered = len(spec.items) if isinstance(spec, ChartSpec) else len(node.children)
        late = enter.stagger * max(0, staggered - 1)
        yield _moment(enter.at, lines, voice_end, node.where) + to_frames(enter.duration + late)
    if isinstance(spec, ChartSpec) and enter is not None:
        same: dict[Moment, int] = {}
        for item in spec.items:
            if item.at is not None:
                same[item.at] = same.get(item.at, -1) + 1
                late = enter.duration + enter.stagger * same[item.at]
                yield _moment(item.at, lines, voice_end, node.where) + to_frames(late)
    for key in node.keyframes:
        yield _moment(key.at, lines, voice_end, node.where)
    for child in node.children:
        yield from _ends(child, lines, voice_end)


def _check_length(scene: Scene, frames: int, voice_end: int, leaving: int) -> None:
    if frames < max(1, voice_end, leaving):
        raise PlanError(
            "scene-too-short",
            f"scene {scene.id}: length {frames} is less than its {voice_end} spoken frames",
            scene.where,
            "Leave `length` out, or give it more frames.",
        )


def _unknown(what: str, name: str, known: list[str], where: str) -> PlanError:
    near = difflib.get_close_matches(name, known, 1)
    remedy = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known) or 'none'}."
    return PlanError("unknown-moment", f"no {what} named {name} is spoken here", where, remedy)


def _frames_up(samples: int) -> int:
    return -(-samples // SAMPLES_A_FRAME)


def _slots(frames: int) -> int:
    return -(-frames // SLOT) * SLOT
