"""The one door to `renderer.text`: texts measured for layout, and set in their final box."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from renderer.errors import PlanError, TextError
from renderer.plan.model import PlanFace, PlanTextStyle
from renderer.plan.places import units
from renderer.script.model import CounterSpec, Node, TextSpec, TextStyle, Words
from renderer.text.faces import Faces, default_faces
from renderer.text.fitting import Laid, lay, min_content

ELLIPSIS_LEAST_PX = 48.0
"""An elided text may be squeezed down to this by what stands beside it."""


class Typesetter:
    """Sets texts of one film: its language, direction and faces; remembers the families it used."""

    def __init__(self, language: str, direction: str, faces: Faces | None) -> None:
        self.language = language
        self.direction = direction
        self.faces = faces or default_faces()
        self._families: set[str] = set()

    def measure(self, spec: TextSpec, room: float, node: Node) -> tuple[float, float]:
        """Return a text's size in px, given its room: 0 for the least width, infinity for all."""
        if room <= 0:
            return (self._least(spec, node), spec.style.size * spec.style.line_height)
        limit = None if math.isinf(room) else room
        laid = self._lay(spec, limit, node, must_fit=False)
        return (laid.width, laid.height)

    def set(self, spec: TextSpec, width: float, node: Node) -> Laid:
        """Set a text in its box of `width` px. Raises `PlanError` where it does not fit."""
        return self._lay(spec, width, node, must_fit=True)

    def evened(self, specs: Iterable[TextSpec], width: float, node: Node) -> TextStyle | None:
        """Return the style of the size at which every one of these texts fits `width` px."""
        sizes = [(self.set(spec, width, node).size, spec.style) for spec in specs]
        if not sizes:
            return None
        size, style = min(sizes, key=lambda pair: pair[0])
        return replace(style, size=size)

    def width(self, text: str, style: TextStyle, size: float) -> float:
        """Return the width in px of one line of text at a size."""
        sized = replace(style, size=size)
        return lay(text, sized, direction=self.direction, faces=self.faces).width

    def style(self, style: TextStyle, size: float) -> PlanTextStyle:
        """Resolve a type style at the size it was set."""
        self._families.update(style.families)
        return PlanTextStyle(
            units(size), style.weight, round(style.tracking * 1000), style.families
        )

    def faces_used(self) -> dict[str, PlanFace]:
        """Return every family that a style of the film names, with the sha256 of its file."""
        return {
            family: PlanFace(family, self.faces[family].sha256) for family in sorted(self._families)
        }

    def _least(self, spec: TextSpec, node: Node) -> float:
        style = spec.style
        if spec.fit == "shrink":
            style = replace(style, size=min(style.size, spec.min_size))
        whole = self._lay(replace(spec, style=style, fit="wrap"), None, node, must_fit=False).width
        if spec.fit == "ellipsis":
            return min(whole, ELLIPSIS_LEAST_PX)
        try:
            word = min_content(spec.words.seen, style, direction=self.direction, faces=self.faces)
        except TextError as error:
            raise self.refusal(error, node) from error
        return max(word, whole / spec.max_lines) if spec.max_lines else word

    def _lay(self, spec: TextSpec, width: float | None, node: Node, *, must_fit: bool) -> Laid:
        style, least = spec.style, min(spec.min_size, spec.style.size)
        if style.min_size != least:
            style = replace(style, min_size=least)
        try:
            return lay(
                spec.words.seen,
                style,
                max_width=width,
                max_lines=spec.max_lines,
                fit=spec.fit,
                direction=self.direction,
                language=self.language,
                align=spec.align,
                balance=spec.balance,
                must_fit=must_fit,
                faces=self.faces,
            )
        except TextError as error:
            raise self.refusal(error, node) from error

    def refusal(self, error: TextError, node: Node) -> PlanError:
        """Return a text's refusal with the node, scene and language it belongs to."""
        return PlanError(
            error.code, f"{node.path} ({self.language}): {error.message}", node.where, error.remedy
        )


def counter_text(spec: CounterSpec) -> TextSpec:
    """Return the text that a counter ends as: one line, shrunk where it must."""
    return TextSpec(
        words=spec.words,
        style=spec.style,
        color=spec.color,
        align=spec.align,
        fit="shrink",
        min_size=spec.style.min_size,
        max_lines=1,
    )


def plain(words: Words) -> str:
    """Return the seen text without isolates and direction marks."""
    return strip_marks(words.seen)


def strip_marks(text: str) -> str:
    """Return a text without isolates, embeddings and direction marks."""
    return text.translate(_MARKS)


_MARKS = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
