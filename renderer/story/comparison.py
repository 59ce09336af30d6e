"""Two bills side by side: their amounts, and the charges that are alike in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from renderer.bill.model import Bill, ChargeKind, Line
from renderer.story.amounts import Amounts
from renderer.story.coverage import Coverage, coverage
from renderer.story.explanation import On
from renderer.story.matching import Charge, Pair


@dataclass(frozen=True, slots=True)
class Comparison:
    """What every cause may ask of the two bills.

    Args:
        alone: charges that only one bill has, by bill and kind.
        with_ids: kinds of which at least one line, on either bill, has a product id.
        numbers: phone numbers that both bills know.
        sorted_lines: what `renderer.story.causes.parts` made of a charge, as several causes ask.
    """

    now: Amounts
    last: Amounts
    pairs: tuple[Pair, ...]
    alone: Mapping[tuple[On, ChargeKind], Sequence[Charge]]
    with_ids: frozenset[ChargeKind]
    numbers: frozenset[str | None]
    sorted_lines: dict[int, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def unit(self) -> Decimal:
        """Return the smallest step in which the bills write amounts."""
        return self.now.unit

    def side(self, on: On) -> Amounts:
        """Return one bill's amounts."""
        return self.now if on is On.NOW else self.last

    def bill(self, on: On) -> Bill:
        """Return one of the two bills."""
        return self.side(on).bill

    def covers(self, on: On, line: Line) -> Coverage:
        """Say what of a period a line of a bill covers."""
        return coverage(line.period, self.bill(on).period)

    @property
    def adjacent(self) -> bool:
        """Tell whether this bill's period begins the day after the last one's ends."""
        now, last = self.now.bill.period, self.last.bill.period
        return bool(now and last and now.start.toordinal() == last.end.toordinal() + 1)

    def proves_alone(self, pair: Pair) -> bool:
        """Tell whether a charge that one bill has cannot be one of the other under another name.

        Nothing of its kind is left alone on the other side without a product id, and it has one
        itself, unless no line of its kind does. What was used is as good as an id. What is of
        another phone number, that both bills know, is another charge.
        """
        charge = pair.charge
        kind = charge.line.kind
        others = [
            other
            for other in self.alone.get((On.LAST if pair.now else On.NOW, kind), ())
            if self._may_be_of(other.line.subscription, charge.line.subscription)
        ]
        if not _identified(charge):
            return kind not in self.with_ids and not others
        return all(_identified(other) for other in others)

    def _may_be_of(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None or one == other:
            return True
        return one not in self.numbers and other not in self.numbers


def compare(now: Amounts, last: Amounts, pairs: tuple[Pair, ...]) -> Comparison:
    """Set two bills side by side."""
    alone: dict[tuple[On, ChargeKind], list[Charge]] = defaultdict(list)
    for pair in pairs:
        if pair.last is None and pair.now is not None:
            alone[On.NOW, pair.now.line.kind].append(pair.now)
        elif pair.now is None and pair.last is not None:
            alone[On.LAST, pair.last.line.kind].append(pair.last)
    lines = (*now.bill.lines, *last.bill.lines)
    with_ids = frozenset(line.kind for line in lines if line.product is not None or _used(line))
    numbers = frozenset(
        {line.subscription for line in now.bill.lines}
        & {line.subscription for line in last.bill.lines}
    )
    return Comparison(now, last, pairs, alone, with_ids, numbers)


def _identified(charge: Charge) -> bool:
    return charge.line.product is not None or _used(charge.line)


def _used(line: Line) -> bool:
    return line.kind is ChargeKind.USAGE and line.usage is not None
