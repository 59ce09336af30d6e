"""The content security policy of an answer: nothing, and then what a page needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SELF = "'self'"


@dataclass(frozen=True)
class Policy:
    """What a page may load and where it may send; by default nothing at all.

    Args:
        player: it plays films: scripts, styles, pictures, sound, and data from here.
        styles: it has a style sheet from here.
        forms: where its forms may lead, besides here: a payment provider's origin.
        framed_by: origins that may show it in a frame.
    """

    player: bool = False
    styles: bool = False
    forms: tuple[str, ...] | None = None
    framed_by: tuple[str, ...] = ()

    def __str__(self) -> str:
        rules: list[tuple[str, Iterable[str]]] = [("default-src", ["'none'"])]
        if self.player:
            loads = ("script-src", "style-src", "img-src", "media-src", "connect-src", "font-src")
            rules += [(one, [_SELF]) for one in loads]
        elif self.styles:
            rules.append(("style-src", [_SELF]))
        rules += [
            ("base-uri", ["'none'"]),
            ("form-action", ["'none'"] if self.forms is None else [_SELF, *self.forms]),
            ("frame-ancestors", list(self.framed_by) or ["'none'"]),
        ]
        if self.player:
            rules.append(("require-trusted-types-for", ["'script'"]))
        return "; ".join(f"{name} {' '.join(words)}" for name, words in rules)

    @property
    def header(self) -> dict[str, str]:
        """Return the policy as a header of an answer."""
        return {"Content-Security-Policy": str(self)}
