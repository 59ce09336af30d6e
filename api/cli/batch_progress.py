"""How a cycle goes on, for people: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.batch.model import Settled, State
from api.batch.pace import Pace, how_long
from api.cli.output import Output

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from api.batch.report import Listener

LINE_EVERY_S = 10.0
"""Between two lines where there is no terminal, seconds."""


class Silent:
    """Says nothing."""

    def listed(self, bills: int) -> None:
        """Say nothing."""

    def begun(self, waiting: int, workers: int) -> None:
        """Say nothing."""

    def came_back(self, settled: Settled) -> None:
        """Say nothing."""

    def note(self, text: str) -> None:
        """Say nothing."""


class _Count:
    """How many films of a run are done, how many of those quarantined, and how fast."""

    def __init__(self, total: int = 0, quarantined: int = 0) -> None:
        self.total, self.quarantined, self.pace = total, quarantined, Pace()

    def add(self, settled: Settled) -> None:
        """Count a film; one that will be tried again is not done."""
        if settled.state is not State.PENDING:
            self.pace.count()
        self.quarantined += settled.state is State.QUARANTINED

    def told(self) -> str:
        """Tell how far films are, in a line."""
        parts = [f"{self.pace.done:,} of {self.total:,} films"]
        an_hour = self.pace.an_hour()
        left = self.pace.left_s(max(0, self.total - self.pace.done))
        if an_hour is not None and left is not None:
            parts += [f"{an_hour:,.0f} an hour", f"{how_long(left)} left"]
        return ", ".join([*parts, f"{self.quarantined:,} quarantined"])


class Lines:
    """Writes a line at each turn, and while films are made every ten seconds."""

    def __init__(self) -> None:
        self._count = _Count()
        self._last = time.monotonic()

    def listed(self, bills: int) -> None:
        """Tell that bills are found, if it takes long."""
        if time.monotonic() - self._last >= LINE_EVERY_S:
            self._say(f"{bills:,} bills found")

    def begun(self, waiting: int, workers: int) -> None:
        """Tell that films are made."""
        self._count = _Count(waiting, self._count.quarantined)
        self._say(f"{waiting:,} films wait, {_workers(workers)}")

    def came_back(self, settled: Settled) -> None:
        """Tell of many films at once."""
        self._count.add(settled)
        if time.monotonic() - self._last >= LINE_EVERY_S:
            self._say(self._count.told())

    def note(self, text: str) -> None:
        """Say it."""
        self._say(text)

    def _say(self, text: str) -> None:
        self._last = time.monotonic()
        print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def _workers(workers: int) -> str:
    return "no workers but this process" if not workers else f"{workers} at a time"


class Bar:
    """A bar of Rich's."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._task = progress, _task(progress)
        self._count = _Count()

    def listed(self, bills: int) -> None:
        """Show how many bills are found."""
        self._progress.update(self._task, description=f"{bills:,} bills found")

    def begun(self, waiting: int, workers: int) -> None:
        """Show a bar as long as there are films that wait."""
        self._count = _Count(waiting, self._count.quarantined)
        self._progress.update(
            self._task, description=f"films, {_workers(workers)}", total=waiting, completed=0
        )

    def came_back(self, settled: Settled) -> None:
        """Move it on."""
        self._count.add(settled)
        done, told = self._count.pace.done, self._count.told()
        self._progress.update(self._task, completed=done, told=told)

    def note(self, text: str) -> None:
        """Say it above the bar."""
        self._progress.console.print(text, highlight=False)


def _task(progress: Progress) -> TaskID:
    return progress.add_task("bills", total=None, told="")


@contextmanager
def listener_of(output: Output) -> Iterator[Listener]:
    """Choose how to tell: nothing with `--json`, a bar on a terminal, else lines."""
    if output.as_json:
        yield Silent()
    elif not sys.stderr.isatty():
        yield Lines()
    else:
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[told]}"),
        )
        with Progress(*columns, console=output.aside) as progress:
            yield Bar(progress)
