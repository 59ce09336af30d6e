"""Signals that ask a run to end: the first in peace, the second at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from api.batch.engine import Engine

_ASKED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupts:
    """Listens to signals inside a block; in another thread than the main one, to none.

    Args:
        engine: what is asked to stop, and when asked again, to end what it is at.
        note: told what a signal was taken to mean.
    """

    def __init__(self, engine: Engine, note: Callable[[str], None]) -> None:
        self._engine, self._note = engine, note
        self._before: dict[int, Any] = {}
        self.signal = 0
        """The first signal that came; 0 for none."""

    def __enter__(self) -> Interrupts:
        main = threading.current_thread() is threading.main_thread()
        for number in _ASKED if main else ():
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup does with SIGHUP
                self._before[number] = signal.signal(number, self._came)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _came(self, number: int, _frame: FrameType | None) -> None:
        if self.signal:
            self._engine.kill()
            self._note("Ending the films at work; they will be made anew.")
            return
        self.signal = number
        self._engine.stop()
        self._note("Finishing the films at work. Once more ends them at once.")
