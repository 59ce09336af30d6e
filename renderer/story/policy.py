"""How much of a bill a film may tell at once; a pack sets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from renderer.story.offer_terms import OfferTerms

HISTORY_BARS = 7
"""This bill and at most six earlier ones."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a pack's scenes have room for.

    Args:
        changes: most changes told, the joined rest among them; at least 1.
        groups: most groups of charges, the joined rest among them; at least 1.
        history_bars: most bars of the history, this bill's among them; 1 to 7.
        unexplained: how much of a difference may remain without a line that accounts for it, in
            major units, before the short film is told; at least 0.
        offers: what may be offered to a customer who agreed to it; nothing is by default.
        day: the day the film is made for, which offers are judged by; None takes the bill's day
            of issue.
    """

    changes: int = 4
    groups: int = 5
    history_bars: int = HISTORY_BARS
    unexplained: Decimal = Decimal(0)
    offers: tuple[OfferTerms, ...] = ()
    day: date | None = None

    def __post_init__(self) -> None:
        if self.changes < 1 or self.groups < 1:
            raise ValueError("a film tells at least one change and one group")
        if not 1 <= self.history_bars <= HISTORY_BARS:
            raise ValueError(f"a history has 1 to {HISTORY_BARS} bars")
        if not self.unexplained >= 0:
            raise ValueError("what may remain unexplained is at least 0")
