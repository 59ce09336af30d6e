"""The engine that is no other process: for finding a fault, with nothing between it and you."""

from __future__ import annotations

from collections.abc import Iterator

from api.batch.engine import Parcels
from api.batch.maker import Maker
from api.batch.model import Item, Outcome


class InProcess:
    """Makes films in this process, one after another, without limits."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._stopped = False
        self._peak = 0.0

    @property
    def peak_mb(self) -> float:
        """Return the most memory that this process had after a film."""
        return self._peak

    def map(self, parcels: Parcels) -> Iterator[tuple[Item, Outcome]]:
        """Make films; see `Engine.map`."""
        for parcel in parcels:
            if self._stopped:
                return
            self._maker.expect(tuple(item.key for item in parcel))
            for item in parcel:
                if self._stopped:
                    return
                outcome = self._maker.make(item)
                self._peak = max(self._peak, outcome.peak_mb)
                yield item, outcome

    def stop(self) -> None:
        """End after the film at work."""
        self._stopped = True

    def kill(self) -> None:
        """End after the film at work: nobody else is here to end it sooner."""
        self._stopped = True

    def close(self) -> None:
        """Do nothing."""
