"""What a run tells while it is at work, and at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from api.batch.model import Kind, Outcome, Settled, State


class Listener(Protocol):
    """Is told how a run goes on."""

    def listed(self, bills: int) -> None:
        """Hear how many bills were found so far."""
        ...

    def begun(self, waiting: int, workers: int) -> None:
        """Hear that films are made now, and how many wait."""
        ...

    def came_back(self, settled: Settled) -> None:
        """Hear of one film."""
        ...

    def note(self, text: str) -> None:
        """Hear something that its reader should know."""
        ...


@dataclass
class Report:
    """What a run did.

    Args:
        outcomes: how many films came back how.
        films: how many stand how, in the whole cycle, after it.
        stopped: why it ended before all was done; None when it did not.
        signal: number of the signal that ended it, 0 for none.
        edition: the edition's folder, and whether it is new; None before all is done.
        cpu_s: of all workers' films, seconds; wall_s: of the run.
        peak_mb: most memory a worker had, MB of 1e6 bytes.
        size: bytes of the packages that were made.
    """

    cycle: str
    folder: Path
    outcomes: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    films: dict[State, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    stopped: str | None = None
    signal: int = 0
    edition: tuple[Path, bool] | None = None
    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_mb: float = 0.0
    size: int = 0

    @property
    def rendered(self) -> int:
        """Return how many films this run added."""
        return self.outcomes[Kind.MADE] + self.outcomes[Kind.FOUND]

    @property
    def unchanged(self) -> int:
        """Return how many films were there and are what they should be."""
        return self.films[State.RENDERED] - self.rendered

    def count(self, outcome: Outcome) -> None:
        """Count a film that came back."""
        self.outcomes[outcome.kind] += 1
        self.cpu_s += outcome.cpu_s
        self.peak_mb = max(self.peak_mb, outcome.peak_mb)
        if outcome.kind is Kind.MADE and outcome.made:
            self.size += outcome.made.size
