"""Where and when each fact is seen or heard."""

from __future__ import annotations

from collections.abc import Iterator

from renderer.plan.clock import SceneClock, words_of
from renderer.plan.model import SAMPLES_A_FRAME, Appearance, CounterShape, PlanNode, PlanScene


def on_screen(scene: PlanScene) -> Iterator[Appearance]:
    """Yield the facts that a scene's nodes show, while they show them."""
    for node in scene.nodes:
        yield from _of_node(node, scene, (0, scene.frames))


def in_voice(scene: PlanScene, clock: SceneClock) -> Iterator[Appearance]:
    """Yield the facts that a scene's lines speak, while their words are spoken."""
    for time in clock.lines.values():
        words = time.line.words
        for span in words.spans:
            if span.fact is None:
                continue
            spoken = words_of(span, time.clip)
            first = min((word.start for word in spoken), default=0)
            last = max((word.end for word in spoken), default=len(time.clip.samples))
            start = time.start + first // SAMPLES_A_FRAME
            end = max(start + 1, time.start + -(-last // SAMPLES_A_FRAME))
            yield Appearance(
                fact=span.fact,
                text=words.spoken[span.spoken_start : span.spoken_end],
                medium="voice",
                scene=scene.id,
                place=time.line.key,
                start=scene.start + start,
                end=scene.start + min(end, scene.frames),
            )


def _of_node(node: PlanNode, scene: PlanScene, within: tuple[int, int]) -> Iterator[Appearance]:
    first, last = max(within[0], node.alive[0]), min(within[1], node.alive[1])
    if first >= last:
        return
    start = first
    if isinstance(node.shape, CounterShape):
        # Until it has settled a counter shows numbers that are no facts.
        start = max(first, node.shape.states[-1][0])
    if start < last:
        for seen in node.seen:
            yield Appearance(
                fact=seen.fact,
                text=seen.text,
                medium="screen",
                scene=scene.id,
                place=node.id,
                start=scene.start + start,
                end=scene.start + last,
            )
    for child in node.children:
        yield from _of_node(child, scene, (first, last))
