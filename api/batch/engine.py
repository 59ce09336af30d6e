"""What runs the making of films: here, or in processes; on a cluster one day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from api.batch.model import Item, Outcome, Parcel

Parcels = Iterator[Parcel]


class Engine(Protocol):
    """Makes films of items. It retries nothing: what failed is for the ledger to count."""

    @property
    def peak_mb(self) -> float:
        """Return the most resident memory that any of its workers had so far, MB of 1e6 bytes."""
        ...

    def map(self, parcels: Parcels, /) -> Iterator[tuple[Item, Outcome]]:
        """Make films, and yield each item as it comes back.

        A parcel is taken when somebody can begin it, never before: what is not taken costs nothing.
        What was taken and is not yielded, because of `stop` or `kill`, was not begun or has no
        outcome.

        Raises:
            RenderError: nothing can be made at all.
        """
        ...

    def stop(self) -> None:
        """Begin no more items; `map` ends when those at work are back. May be called any time."""
        ...

    def kill(self) -> None:
        """End the items at work too; `map` ends at once. May be called any time."""
        ...

    def close(self) -> None:
        """End all workers."""
        ...
