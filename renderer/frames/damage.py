"""Damage: where two frames may differ, from their marks alone. Never too little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from renderer.frames.marks import Box, Mark

_STEP = 16
"""px that damage is rounded out to: a macroblock, and even for chroma."""
_SLACK = 6_000
"""px that are cheaper to draw and convert than a rectangle more."""


def differences(before: Sequence[Mark], after: Sequence[Mark]) -> list[Box]:
    """Return the boxes of all marks that are not in both rows, in the same order.

    Outside of them both frames draw the same marks in the same order.
    """
    place = {id(mark): index for index, mark in enumerate(before)}
    kept: set[int] = set()
    last = -1
    boxes: list[Box] = []
    for mark in after:
        index = place.get(id(mark), -1)
        if index > last:
            last = index
            kept.add(index)
        else:
            boxes.append(mark.box)
    boxes += (mark.box for index, mark in enumerate(before) if index not in kept)
    return boxes


def rectangles(boxes: Iterable[Box], width: int, height: int) -> tuple[Box, ...]:
    """Cover boxes by few rectangles inside a frame, on a grid of 16 px, none far too large."""
    merged: list[Box] = []
    frame = (0, 0, width, height)
    for box in {_aligned(box, width, height) for box in boxes if meet(box, frame)}:
        _merge(merged, box)
    return tuple(sorted(merged, key=lambda box: (box[1], box[0])))


def area(box: Box) -> int:
    """Return the px in a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes share a pixel; `one` may be empty."""
    return one[0] < one[2] and one[1] < one[3] and _overlap(one, other)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def joined(one: Box, other: Box) -> Box:
    """Return the box around two boxes."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _merge(merged: list[Box], box: Box) -> None:
    """Add a box to others, joined with those that are near, for as long as any is."""
    index = 0
    while index < len(merged):
        both = joined(box, merged[index])
        if area(both) <= area(box) + area(merged[index]) + _SLACK:
            del merged[index]
            box, index = both, 0
        else:
            index += 1
    merged.append(box)


def _aligned(box: Box, width: int, height: int) -> Box:
    left, top, right, bottom = box
    return (
        max(0, left // _STEP * _STEP),
        max(0, top // _STEP * _STEP),
        min(width, -(-right // _STEP) * _STEP),
        min(height, -(-bottom // _STEP) * _STEP),
    )
