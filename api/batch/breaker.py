"""When a run stops by itself: something is wrong with more than some bills."""

from __future__ import annotations

from dataclasses import dataclass

from api.batch.model import Item, Kind
from api.batch.verdict import FINE

IN_A_ROW = 25
"""Films that fail one after another, none made between, before a run stops whatever the share."""


@dataclass
class Breaker:
    """Counts what films come back as the first time they are tried.

    Those that failed before come last, and together: they say nothing of the others. A worker that
    somebody else ended says nothing of its film, and counts only in a row.

    Args:
        share: of films that failed, above which the run stops; 1 is never.
        after: films tried before the share counts.
    """

    share: float
    after: int
    tried: int = 0
    failed: int = 0
    in_a_row: int = 0

    def count(self, item: Item, kind: Kind) -> None:
        """Count one."""
        if kind in FINE:
            self.in_a_row = 0
        if item.tries or item.killed or kind is Kind.BLOCKED:
            return
        self.tried += kind is not Kind.KILLED
        if kind not in FINE:
            self.in_a_row += 1
            self.failed += kind is not Kind.KILLED

    def why(self) -> str | None:
        """Say why the run should stop; None while it may go on."""
        if self.share >= 1:
            return None
        if self.tried >= self.after and self.failed > self.share * self.tried:
            return f"{self.failed} of the first {self.tried} films failed"
        if self.in_a_row >= IN_A_ROW:
            return f"{self.in_a_row} films failed one after another"
        return None
