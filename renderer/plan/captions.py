"""Captions: the seen text of what is spoken, cut into cues at clauses and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from renderer.plan.clock import LineTime
from renderer.plan.cue_text import Token, tokens, two_lines
from renderer.plan.model import FPS, SAMPLES_A_FRAME, Appearance, Caption
from renderer.plan.typeset import strip_marks
from renderer.speech.model import Word

LEAST_FRAMES = FPS
MOST_FRAMES = 6 * FPS
HOLD_FRAMES = FPS // 2
"""How long a line's last cue stays after the voice, where nothing follows."""

CLAUSE_END = ".!?…;:,،؛؟。、"
SENTENCE_END = ".!?…؟。"


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption with the facts it shows: (fact, text)."""

    caption: Caption
    scene: str
    facts: tuple[tuple[str, str], ...]


def line_cues(time: LineTime, scene: str, scene_start: int, columns: int) -> list[Cue]:
    """Cut one spoken line into cues, in film frames.

    Args:
        time: the line on its scene's clock.
        scene: id of its scene.
        scene_start: film frame that the scene starts at.
        columns: most characters on a line of text; isolates count for nothing.
    """
    words = time.line.words
    found = tokens(words.seen, words.spans, columns)
    if not found:
        return []
    starts = [time.start + _spoken_frame(time, token.start) for token in found]
    starts[0] = time.start
    for index in range(1, len(starts)):
        starts[index] = max(starts[index], starts[index - 1])
    starts.append(max(time.end, starts[-1] + 1))
    out: list[Cue] = []
    for first, last in _cut(found, starts, columns):
        held = found[first:last]
        lines = two_lines(words.seen, held, columns)
        facts = tuple(
            (span.fact, strip_marks(words.seen[span.start : span.end]))
            for span in words.spans
            if span.fact and span.start < held[-1].end and span.end > held[0].start
        )
        caption = Caption(scene_start + starts[first], scene_start + starts[last], lines)
        out.append(Cue(caption, scene, facts))
    return out


def in_time(cues: Sequence[Cue], frames: int) -> list[Cue]:
    """Let cues stay long enough to be read, without overlapping, inside the film's `frames`.

    A cue that is too short takes what is silent after it, then what is left before it.
    """
    out: list[Cue] = []
    for index, cue in enumerate(cues):
        limit = cues[index + 1].caption.start if index + 1 < len(cues) else frames
        start, end = cue.caption.start, min(cue.caption.end, limit)
        if end < limit:
            end = min(limit, max(end + HOLD_FRAMES, start + LEAST_FRAMES))
        if end - start < LEAST_FRAMES:
            before = out[-1].caption.end if out else 0
            start = max(before, end - LEAST_FRAMES)
        if end > start:
            out.append(replace(cue, caption=replace(cue.caption, start=start, end=end)))
    return out


def captions_of(cues: Sequence[Cue]) -> tuple[Caption, ...]:
    """Return the captions alone."""
    return tuple(cue.caption for cue in cues)


def in_captions(cues: Sequence[Cue]) -> Iterator[Appearance]:
    """Yield the facts that captions show, while they show them."""
    for cue in cues:
        for fact, text in cue.facts:
            yield Appearance(
                fact=fact,
                text=text,
                medium="caption",
                scene=cue.scene,
                place="",
                start=cue.caption.start,
                end=cue.caption.end,
            )


def _cut(found: Sequence[Token], starts: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Choose the cheapest cut of a line's tokens into cues: (first, last) half open."""
    count = len(found)
    best: list[float] = [0.0] + [float("inf")] * count
    came: list[int] = [0] * (count + 1)
    for last in range(1, count + 1):
        for first in range(last - 1, -1, -1):
            held = found[first:last]
            length = sum(token.width + token.space for token in held) - held[0].space
            if last - first > 1 and (length > 2 * columns + 1 or not two_lines_fit(held, columns)):
                break
            cost = best[first] + _cost(held, starts[last] - starts[first], length, columns)
            if last < count:
                cost += _break_cost(held[-1])
            if cost < best[last]:
                best[last], came[last] = cost, first
    cuts: list[tuple[int, int]] = []
    last = count
    while last > 0:
        cuts.append((came[last], last))
        last = came[last]
    return cuts[::-1]


def two_lines_fit(held: Sequence[Token], columns: int) -> bool:
    """Tell whether tokens stand on two lines of `columns` characters."""
    first = held[0].width
    at = 1
    while at < len(held) and first + held[at].space + held[at].width <= columns:
        first += held[at].space + held[at].width
        at += 1
    rest = held[at:]
    return not rest or sum(token.width + token.space for token in rest) - rest[0].space <= columns


def _cost(held: Sequence[Token], frames: int, length: int, columns: int) -> float:
    cost = 1.0 + 0.3 * (length / (2 * columns)) ** 2
    if frames < LEAST_FRAMES:
        cost += 4.0 * (1 - frames / LEAST_FRAMES)
    if frames > MOST_FRAMES:
        cost += 6.0 * (frames / MOST_FRAMES - 1) + 1.0
    # A lone word is no cue.
    return cost + (0.5 if len(held) == 1 else 0.0)


def _break_cost(token: Token) -> float:
    ending = token.text.rstrip("\"'»”’)\u2066\u2067\u2068\u2069")[-1:]
    if ending and ending in SENTENCE_END:
        return -1.05
    return 0.0 if ending and ending in CLAUSE_END else 0.8


def _spoken_frame(time: LineTime, seen_at: int) -> int:
    """Return the frame of its line in which the text seen at a place is spoken."""
    at = _spoken_place(time, seen_at)
    word: Word | None = next((word for word in time.clip.words if word.end_char > at), None)
    if word is not None:
        # Pieces of one long word are spread over its time.
        inside = max(0.0, (at - word.start_char) / (word.end_char - word.start_char))
        return int(word.start + (word.end - word.start) * inside) // SAMPLES_A_FRAME
    if time.clip.words:
        return time.clip.words[-1].start // SAMPLES_A_FRAME
    whole = max(1, len(time.line.words.spoken))
    return int(len(time.clip.samples) * at / whole) // SAMPLES_A_FRAME


def _spoken_place(time: LineTime, seen_at: int) -> float:
    """Map a place in the seen text to the spoken one, between the spans that tie them."""
    words = time.line.words
    before = (0, 0)
    ties: list[tuple[int, int]] = []
    for span in sorted(words.spans, key=lambda span: span.start):
        ties += [(span.start, span.spoken_start), (span.end, span.spoken_end)]
    for tie in [*ties, (len(words.seen), len(words.spoken))]:
        if tie[0] < before[0] or tie[1] < before[1]:
            continue  # spoken in another order than seen: this tie does not help
        if tie[0] > seen_at:
            share = (seen_at - before[0]) / (tie[0] - before[0])
            return before[1] + (tie[1] - before[1]) * share
        before = tie
    return float(before[1])
