"""Progress bars: use of an allowance along a line, what lies beyond it parted by a gap."""

from __future__ import annotations

from renderer.plan.items import fading, growing
from renderer.plan.model import PlanNode
from renderer.plan.motion import Move
from renderer.plan.places import Area
from renderer.plan.rings import OVER_GAP_PX, one_after_the_other, shares
from renderer.plan.shapes import filled
from renderer.plan.stage import Stage, kept
from renderer.script.model import Node, ProgressSpec


def progress_bar(
    spec: ProgressSpec, area: Area, stage: Stage, node: Node, move: Move | None
) -> tuple[PlanNode, ...]:
    """Draw a bar that is the allowance, or the use where that is more."""
    share, over = shares(spec)
    height = min(spec.thickness, area.height) if spec.thickness > 0 else area.height
    line = Area(area.x, area.y + (area.height - height) / 2, area.width, height)
    corner = height / 2
    out: list[PlanNode | None] = []
    track = filled(spec.track, line, stage, corner)
    out.append(stage.part(f"{node.path}/track", line.rect(), track, fading(move)))
    gap = OVER_GAP_PX / 2 if over else 0.0
    used = Area(line.x, line.y, max(0.0, line.width * share - gap), height)
    within, beyond_move = one_after_the_other(move, over=over)
    pieces = [("fill", used, spec.fill, within)]
    if over:
        start = line.x + line.width * share + gap
        beyond = Area(start, line.y, max(0.0, line.right - start), height)
        pieces.append(("over", beyond, spec.over or spec.fill, beyond_move))
    for name, piece, fill, own in pieces:
        if piece.width <= 0:
            continue
        shown = stage.placed(piece, area)
        shape = filled(fill, shown, stage, corner, stage.start_edge)
        out.append(stage.part(f"{node.path}/{name}", shown.rect(), shape, growing(own)))
    return kept(out)
