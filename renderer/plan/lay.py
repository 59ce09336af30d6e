"""Script + Narration -> Plan: words timed, boxes solved, motions keyed, facts placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from renderer.errors import PlanError
from renderer.plan.appearances import in_voice, on_screen
from renderer.plan.boxes import solve
from renderer.plan.captions import Cue, captions_of, in_captions, in_time, line_cues
from renderer.plan.checks import outside, overlapping
from renderer.plan.clock import SceneClock, set_clock
from renderer.plan.hotspots import hotspots
from renderer.plan.leaves import measure
from renderer.plan.model import (
    OPAQUE,
    SAMPLES_A_FRAME,
    SLOT,
    ImageShape,
    Plan,
    PlanHotspot,
    PlanKey,
    PlanLine,
    PlanNode,
    PlanPaint,
    PlanScene,
    SvgShape,
)
from renderer.plan.motion import joined
from renderer.plan.nodes import build
from renderer.plan.paints import paint
from renderer.plan.places import Area, Placed, units
from renderer.plan.stage import Stage
from renderer.plan.typeset import Typesetter
from renderer.script.model import Node, Scene, Script
from renderer.speech.model import Narration
from renderer.text.faces import Faces

TRAVEL_PX = 32.0
SAFE = {"wide": (112, 96, 112, 96), "tall": (128, 48, 180, 48)}
"""(top, end, bottom, start) px kept free at least: chrome above, captions in the lowest 14 %."""
CHROME_FADE_FRAMES = 10


def lay(script: Script, narration: Narration, *, faces: Faces | None = None) -> Plan:
    """Resolve a script to places and frames.

    Args:
        script: bound to one story, language, brand and shape.
        narration: a clip for each line of it.
        faces: typefaces besides the packaged ones (a brand's own).

    Raises:
        PlanError: a scene cannot be laid out in space or time; `where` is the node's place.
    """
    setter = Typesetter(script.language, script.direction, faces)
    laid = [
        lay_scene(script, narration, scene, setter, stays=index == len(script.scenes) - 1)
        for index, scene in enumerate(script.scenes)
    ]
    for one in laid:
        problem = next(one.problems(script), None)
        if problem is not None:
            raise problem
    return _joined(script, laid, setter)


@dataclass(frozen=True)
class LaidScene:
    """One scene on its own clock, its chrome still apart."""

    scene: Scene
    clock: SceneClock
    content: PlanNode | None
    chrome: PlanNode | None
    placed: Placed
    placed_chrome: Placed | None

    def problems(self, script: Script) -> Iterator[PlanError]:
        """Yield what is wrong with where things stand."""
        room = safe_room(script)
        yield from outside(self.placed, room, script.language)
        if self.placed_chrome is not None:
            frame = Area(0, 0, script.width, script.height)
            yield from outside(self.placed_chrome, frame, script.language)
        wheres = {node.path: node.where for node in _walk(self.scene.layout)}
        nodes = tuple(node for node in (self.content, self.chrome) if node is not None)
        for problem in overlapping(nodes, wheres):
            yield replace(problem, message=f"{problem.message} ({script.language})")


def lay_scene(
    script: Script, narration: Narration, scene: Scene, setter: Typesetter, *, stays: bool
) -> LaidScene:
    """Lay one scene out in space and time. Raises `PlanError`."""
    clock = set_clock(scene, narration, script.motion, stays=stays)
    stage = Stage(
        script.width,
        script.height,
        safe_room(script),
        script.direction,
        units(script.motion.get("travel", TRAVEL_PX)),
        clock,
        setter,
    )
    placed = _placed(scene.layout, stage.room, stage)
    content = build(placed, stage)
    chrome = placed_chrome = None
    if scene.chrome is not None:
        whole = Area(0, 0, script.width, script.height)
        placed_chrome = _placed(_at_rest(scene.chrome), whole, stage)
        chrome = build(placed_chrome, stage)
    return LaidScene(scene, clock, content, chrome, placed, placed_chrome)


def safe_room(script: Script) -> Area:
    """Return the part of the frame that scenes are laid in, left to right."""
    least = SAFE.get(script.shape, (0, 0, 0, 0))
    top, end, bottom, start = (max(pair) for pair in zip(script.safe, least, strict=True))
    return Area(start, top, script.width - start - end, script.height - top - bottom)


def _placed(root: Node, room: Area, stage: Stage) -> Placed:
    placed = solve(root, room, lambda node, width: measure(node, width, stage.type))
    return placed.mirrored(stage.width) if stage.direction == "rtl" else placed


def _at_rest(node: Node) -> Node:
    """Take a chrome's own motions away: it comes and goes as a whole, with the ground."""
    children = tuple(_at_rest(child) for child in node.children)
    return replace(node, enter=None, exit=None, keyframes=(), children=children)


def _joined(script: Script, laid: list[LaidScene], setter: Typesetter) -> Plan:
    scenes: list[PlanScene] = []
    lines: list[PlanLine] = []
    cues: list[Cue] = []
    spots: list[PlanHotspot] = []
    timed: list[tuple[PlanScene, SceneClock]] = []
    start = 0
    for index, one in enumerate(laid):
        before = laid[index - 1] if index else None
        after = laid[index + 1] if index + 1 < len(laid) else None
        if before is not None and before.scene.ground != one.scene.ground:
            dip = _dip(script, before.scene.ground, one.scene.ground, start)
            scenes.append(dip)
            start += dip.frames
        scene = PlanScene(
            id=one.scene.id,
            chapter=one.scene.chapter.seen,
            start=start,
            frames=one.clock.frames,
            ground=_ground(script, one.scene.ground, one.scene.where),
            nodes=_nodes(script, one, before, after),
        )
        scenes.append(scene)
        timed.append((scene, one.clock))
        for time in one.clock.lines.values():
            lines.append(
                PlanLine(
                    scene.id,
                    time.line.key,
                    (start + time.start) * SAMPLES_A_FRAME,
                    len(time.clip.samples),
                )
            )
            cues.extend(line_cues(time, scene.id, start, script.caption_columns))
        spots.extend(hotspots(scene, one.scene.layout, one.clock.leave))
        start += scene.frames
    cues = in_time(cues, start)
    appearances = [
        found for scene, clock in timed for found in (*on_screen(scene), *in_voice(scene, clock))
    ]
    appearances.extend(in_captions(cues))
    appearances.sort(key=lambda seen: (seen.start, seen.end, seen.medium, seen.place, seen.fact))
    return Plan(
        language=script.language,
        direction=script.direction,
        pack=script.pack,
        brand=script.brand,
        shape=script.shape,
        width=script.width,
        height=script.height,
        frames=start,
        scenes=tuple(scenes),
        lines=tuple(lines),
        captions=captions_of(cues),
        hotspots=tuple(spots),
        appearances=tuple(appearances),
        faces=setter.faces_used(),
        assets=_assets(script, scenes),
        title=script.title.seen,
        music=script.music,
    )


def _nodes(
    script: Script, one: LaidScene, before: LaidScene | None, after: LaidScene | None
) -> tuple[PlanNode, ...]:
    out: list[PlanNode] = []
    frames, leave = one.clock.frames, one.clock.leave
    leaving = (PlanKey(leave, OPAQUE), PlanKey(frames, 0, "ease-in")) if leave < frames else ()
    if one.content is not None:
        tracks = {"opacity": leaving} if leaving else {}
        out.append(_whole(script, "scene", one.content, frames, tracks))
    if one.chrome is not None:
        arriving = (
            ()
            if before is not None and _goes_on(before, one)
            else (PlanKey(0, 0), PlanKey(CHROME_FADE_FRAMES, OPAQUE, "ease-out"))
        )
        last = () if after is not None and _goes_on(one, after) else leaving
        keys = {"opacity": (*arriving, *last)} if arriving or last else {}
        out.append(_whole(script, "chrome", one.chrome, frames, joined(keys)))
    return tuple(out)


def _whole(
    script: Script,
    node_id: str,
    inside: PlanNode,
    frames: int,
    tracks: Mapping[str, tuple[PlanKey, ...]],
) -> PlanNode:
    """Wrap all of a scene or chrome, so that it comes and goes as one picture."""
    first = inside.alive[0]
    return PlanNode(
        id=node_id,
        box=(0, 0, units(script.width), units(script.height)),
        origin=(units(script.width / 2), units(script.height / 2)),
        alive=(first, min(frames, inside.alive[1])),
        children=(inside,),
        tracks=tracks,
    )


def _goes_on(one: LaidScene, other: LaidScene) -> bool:
    """Tell whether two neighbours share a ground and look alike in their chrome."""
    if one.scene.ground != other.scene.ground or one.chrome is None or other.chrome is None:
        return False
    return _looks(one.chrome) == _looks(other.chrome)


def _looks(node: PlanNode) -> tuple[object, ...]:
    return (node.shape, node.box, node.clip, *(_looks(child) for child in node.children))


def _dip(script: Script, one: str, other: str, start: int) -> PlanScene:
    return PlanScene(
        id=f"dip:{one}-{other}",
        chapter="",
        start=start,
        frames=SLOT,
        ground=_ground(script, one, None),
        nodes=(),
        ground_to=_ground(script, other, None),
    )


def _ground(script: Script, name: str, where: str | None) -> tuple[PlanPaint, ...]:
    ground = script.grounds.get(name)
    if ground is None:
        raise PlanError(
            "unknown-ground",
            f"the brand has no ground named {name}",
            where,
            f"There are: {', '.join(sorted(script.grounds))}.",
        )
    whole = Area(0, 0, script.width, script.height)
    return tuple(paint(part, whole, script.direction) for part in ground.paints)


def _assets(script: Script, scenes: list[PlanScene]) -> dict[str, str]:
    used = {
        node.shape.asset
        for scene in scenes
        for top in scene.nodes
        for node in _walk_plan(top)
        if isinstance(node.shape, ImageShape | SvgShape)
    }
    paths = {sha256: path for path, sha256 in sorted(script.assets.items(), reverse=True)}
    return {sha256: paths[sha256] for sha256 in sorted(used) if sha256 in paths}


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _walk_plan(node: PlanNode) -> Iterator[PlanNode]:
    yield node
    for child in node.children:
        yield from _walk_plan(child)
