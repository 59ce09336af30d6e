"""Two bills side by side: their amounts, and the charges that are alike in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from renderer.bill.model import Bill, ChargeKind, Line
from renderer.story.amounts import Amounts
from renderer.story.coverage import WHOLE, Coverage, coverage
from renderer.story.explanation import On
from renderer.story.matching import Charge, Pair

_OF_SEVERAL_CAUSES = frozenset({ChargeKind.USAGE, ChargeKind.CONTENT})


@dataclass(frozen=True)
class Comparison:
    """What every cause may ask of the two bills.

    Args:
        alone: charges that only one bill has, by bill and kind.
        unproved: charges without a product id that came, went or moved, by bill and kind.
        sorted_lines: what `renderer.story.causes.parts` made of a charge, as several causes ask.
    """

    now: Amounts
    last: Amounts
    pairs: tuple[Pair, ...]
    alone: Mapping[tuple[On, ChargeKind], Sequence[Charge]]
    unproved: Mapping[tuple[On, ChargeKind], Sequence[Charge]]
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
        period = line.period
        return WHOLE if period is None else coverage(period, self.side(on).bill.period)

    def gives_ids(self, kind: ChargeKind) -> bool:
        """Tell whether either bill says of any line of a kind what it is of.

        Two lines of usage, or of content, may have two causes even where both are new: one that
        joins them gives itself away where any other line of the bills has an id.
        """
        lines = (*self.now.bill.lines, *self.last.bill.lines)
        if kind in _OF_SEVERAL_CAUSES and any(line.product is not None for line in lines):
            return True
        return kind in self._kinds_said

    @cached_property
    def _kinds_said(self) -> frozenset[ChargeKind]:
        """List the kinds of which at least one line, on either bill, says what it is of."""
        lines = (*self.now.bill.lines, *self.last.bill.lines)
        return frozenset(line.kind for line in lines if _says_what(line))

    @cached_property
    def _numbers(self) -> frozenset[str | None]:
        """List the phone numbers that both bills know."""
        now, last = self.now.bill.lines, self.last.bill.lines
        numbers = frozenset(line.subscription for line in now)
        return numbers & frozenset(line.subscription for line in last)

    @cached_property
    def adjacent(self) -> bool:
        """Tell whether this bill's period begins the day after the last one's ends."""
        now, last = self.now.bill.period, self.last.bill.period
        return bool(now and last and now.start.toordinal() == last.end.toordinal() + 1)

    def proves_alone(self, pair: Pair) -> bool:
        """Tell whether a charge that one bill has cannot be one of the other under another name.

        It has a product id, and no line may hold some of it. Or no line at all has an id, and
        nothing of its kind is left alone on the other side. What was used is as good as an id.
        What is of another phone number, that both bills know, is another charge.
        """
        charge = pair.charge
        if _identified(charge):
            return self.proves_all(pair, On.NOW, On.LAST)
        kind = charge.line.kind
        others = self.alone.get((On.LAST if pair.now else On.NOW, kind), ())
        return not self.gives_ids(kind) and not self._any_of(others, charge)

    def proves_named(self, pair: Pair) -> bool:
        """Tell whether a charge of both bills says what it is of, or none of its kind does."""
        if pair.charge.line.kind not in self._kinds_said:
            return True
        return all(side is None or _identified(side) for side in (pair.last, pair.now))

    def proves_all(self, pair: Pair, *sides: On) -> bool:
        """Tell whether no other line of these bills may hold some of a charge with a product id.

        A line without one, of its kind and phone number, may, if it came, went or moved.
        """
        charge = pair.charge
        if not self.unproved or not _identified(charge):
            return True
        kind = charge.line.kind
        return not any(self._any_of(self.unproved.get((on, kind), ()), charge) for on in sides)

    def _any_of(self, others: Sequence[Charge], charge: Charge) -> bool:
        number = charge.line.subscription
        return any(self._may_be_of(other.line.subscription, number) for other in others)

    def _may_be_of(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None or one == other:
            return True
        return one not in self._numbers and other not in self._numbers


def compare(now: Amounts, last: Amounts, pairs: tuple[Pair, ...]) -> Comparison:
    """Set two bills side by side."""
    alone: dict[tuple[On, ChargeKind], list[Charge]] = defaultdict(list)
    unproved: dict[tuple[On, ChargeKind], list[Charge]] = defaultdict(list)
    for pair in pairs:
        if pair.last is None or pair.now is None:
            on = On.NOW if pair.last is None else On.LAST
            alone[on, pair.charge.line.kind].append(pair.charge)
        elif pair.last.amount == pair.now.amount:
            continue
        for on, side in ((On.LAST, pair.last), (On.NOW, pair.now)):
            if side is not None and not _identified(side):
                unproved[on, side.line.kind].append(side)
    return Comparison(now, last, pairs, alone, unproved)


def _identified(charge: Charge) -> bool:
    return all(map(_says_what, charge.lines))


def _says_what(line: Line) -> bool:
    used = line.kind is ChargeKind.USAGE and line.usage is not None
    return used or line.product is not None
