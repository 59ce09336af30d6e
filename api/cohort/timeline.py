"""From the ledger: on which days a service is there, as billing knows it, and at what price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from api.cohort.cycles import DAY, Cycle
from api.cohort.events import Begin, Change, End, Event, Pause, Reprice

Days = tuple[date, date]
"""From the first to the last of them."""


@dataclass
class Timeline:
    """One service's days and prices."""

    begin: date = date.max
    ordered: date = date.max
    end: date = date.max
    told: date = date.max
    pauses: list[Days] = field(default_factory=list)
    prices: list[tuple[date, Decimal]] = field(default_factory=list)

    def days(self, cycle: Cycle, known: date) -> list[Days]:
        """List the days of a period that it is there, as far as was known on a day."""
        if self.ordered > known:
            return []
        last = self.end if self.told <= known else date.max
        first, last = max(self.begin, cycle.start), min(last, cycle.end)
        if last < first:
            return []
        runs = [(first, last)]
        for start, end in self.pauses:
            if start <= known and start <= last and end >= first:
                around = [(first, start - DAY), (end + DAY, last)]
                runs = [(one, other) for one, other in around if one <= other]
        return runs

    def priced(self, runs: Iterable[Days]) -> Iterator[tuple[Days, Decimal]]:
        """Part runs of days where the price becomes another."""
        for first, last in runs:
            start, price = first, self._price(first)
            for day, next_price in self.prices:
                if start < day <= last:
                    yield (start, day - DAY), price
                    start, price = day, next_price
            yield (start, last), price

    def _price(self, day: date) -> Decimal:
        return next(price for since, price in reversed(self.prices) if since <= day)


def timelines(events: Sequence[Event]) -> dict[str, Timeline]:
    """Read the ledger as one timeline a service."""
    found: dict[str, Timeline] = {}
    for event in events:
        match event:
            case Begin():
                found[event.service] = Timeline(
                    event.day, event.ordered, prices=[(event.day, event.price)]
                )
            case End():
                one = found[event.service]
                one.end, one.told = event.day, event.told
            case Change():
                one = found[event.service]
                one.end, one.told = event.day - DAY, event.ordered
                found[event.other] = Timeline(
                    event.day, event.ordered, prices=[(event.day, event.price)]
                )
            case Pause():
                found[event.service].pauses.append((event.day, event.until))
            case Reprice():
                found[event.service].prices.append((event.day, event.price))
    for one in found.values():
        one.prices.sort()
    return found


def less(days: Sequence[Days], other: Sequence[Days]) -> list[Days]:
    """List the days of some runs that are not among others."""
    if list(days) == list(other):
        return []
    taken = {day for run in other for day in _each(run)}
    runs: list[Days] = []
    for day in sorted(day for run in days for day in _each(run) if day not in taken):
        if runs and runs[-1][1] == day - DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _each(run: Days) -> Iterator[date]:
    day, last = run
    while day <= last:
        yield day
        day += DAY
