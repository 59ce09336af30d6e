"""What makes a voice a context manager: leaving the block closes it."""

from __future__ import annotations

from types import TracebackType
from typing import Self


class Closing:
    """Gives `with` to a class that has `close`."""

    at_once = 1
    """Lines that the voice can speak at a time, from as many threads."""

    @property
    def cpu_s(self) -> float:
        """Return what its running programs have taken, in seconds of CPU time; most have none."""
        return 0.0

    def close(self) -> None:
        """End programs and connections; most voices have none."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
