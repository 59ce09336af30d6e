"""Sorts the lines of a charge into whole periods, parts of one, and days given back."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renderer.bill.model import ChargeKind, Line
from renderer.story.comparison import Comparison
from renderer.story.coverage import NEITHER, Coverage
from renderer.story.explanation import Day, On, PartOf, Price
from renderer.story.matching import Charge, Pair

_GIVING = frozenset({ChargeKind.DISCOUNT, ChargeKind.CREDIT})
"""Kinds whose lines are below nothing."""


class Piece(NamedTuple):
    """One line of a charge, and what of a period it covers.

    Args:
        back: it takes back what a line of its kind gives: days that were not used.
    """

    on: On
    row: int
    line: Line
    amount: Decimal
    covers: Coverage
    back: bool


class Pieces(NamedTuple):
    """The lines of a charge on one bill, sorted; `odd` cover no period that is known.

    Parts that make a whole period together are `wholes`.
    """

    wholes: tuple[Piece, ...] = ()
    parts: tuple[Piece, ...] = ()
    backs: tuple[Piece, ...] = ()
    odd: tuple[Piece, ...] = ()

    @property
    def each(self) -> tuple[Piece, ...]:
        """Return all of them."""
        return (*self.wholes, *self.parts, *self.backs, *self.odd)

    @property
    def only_wholes(self) -> bool:
        """Tell whether it is charged for whole periods and nothing else."""
        return bool(self.wholes) and not (self.parts or self.backs or self.odd)

    @property
    def whole_amount(self) -> Decimal:
        """Add up what whole periods cost."""
        return sum((one.amount for one in self.wholes), Decimal(0))


NO_PIECES = Pieces()


def pieces(charge: Charge | None, on: On, bills: Comparison) -> Pieces:
    """Sort the lines of a charge on one bill."""
    if charge is None:
        return NO_PIECES
    known = bills.sorted_lines.get(id(charge))
    if not isinstance(known, Pieces):
        known = bills.sorted_lines[id(charge)] = _sorted(charge, on, bills)
    return known


def _sorted(charge: Charge, on: On, bills: Comparison) -> Pieces:
    amounts = bills.side(on).parts
    gives = charge.line.kind in _GIVING
    found = [
        _piece(on, row, line, amounts[row], bills, gives=gives)
        for row, line in zip(charge.rows, charge.lines, strict=True)
    ]
    wholes = [one for one in found if one.covers.whole and not one.back]
    parts = [one for one in found if one.covers.part and not one.back]
    if len(parts) > 1 and _tile(parts):
        wholes, parts = [*wholes, *parts], []
    known = len(wholes) + len(parts)
    backs = odd = NO_PIECES.odd
    if known < len(found):
        backs = tuple([one for one in found if one.back and one.covers is not NEITHER])
        odd = tuple([one for one in found if one.covers is NEITHER])
    return Pieces(tuple(wholes), tuple(parts), backs, odd)


def _piece(
    on: On, row: int, line: Line, amount: Decimal, bills: Comparison, *, gives: bool
) -> Piece:
    back = amount > 0 if gives else amount < 0
    return Piece(on, row, line, amount, bills.covers(on, line), back)


def _tile(parts: list[Piece]) -> bool:
    """Tell whether parts make a whole period together, each of its days once."""
    around = parts[0].covers.around
    if around is None or any(one.covers.around != around for one in parts):
        return False
    periods = sorted(
        (one.line.period.start, one.line.period.end) for one in parts if one.line.period
    )
    ends = [around.start.toordinal() - 1, *(end.toordinal() for _, end in periods)]
    starts = [*(start.toordinal() for start, _ in periods), around.end.toordinal() + 1]
    return all(start == end + 1 for start, end in zip(starts, ends, strict=True))


class Tariff(NamedTuple):
    """What whole periods of one charge cost, wherever one of the two bills tells it."""

    prices: tuple[tuple[Price, Decimal, Line], ...]
    unit: Decimal

    def price_of(self, part: Piece) -> Price | None:
        """Find the price of which a part is exact: price times its days over the whole's."""
        if part.line.period is None or not (part.covers.part or part.back):
            return None
        days = part.line.period.days
        of = part.covers.around.days if part.covers.around else days
        for price, _, line in self._own_first(part):
            whole, mine = _comparable(price, line, part.line)
            if whole is None or mine is None:
                continue
            if abs(abs(mine) - abs(whole) * days / of) <= self.unit:
                return price
        return None

    @property
    def one(self) -> bool:
        """Tell whether all that is known says one price, tax aside where its rate moved."""
        if len(self.prices) <= 1:
            return True
        rates = {line.tax_rate for _, _, line in self.prices}
        if len(rates) > 1:
            nets = [_stated_net(price, line) for price, _, line in self.prices]
            known = {abs(net) for net in nets if net is not None}
            return len(known) <= 1
        return len({abs(amount) for _, amount, _ in self.prices}) <= 1

    def _own_first(self, part: Piece) -> list[tuple[Price, Decimal, Line]]:
        """Order prices: the part's own, then those of its own bill."""
        return sorted(
            self.prices,
            key=lambda one: (one[0].on is not part.on, one[0].row != part.row, not one[0].stated),
        )


def tariff(pair: Pair, bills: Comparison) -> Tariff:
    """Collect what both bills tell of the price of a whole period."""
    prices: list[tuple[Price, Decimal, Line]] = []
    for on, charge in ((On.NOW, pair.now), (On.LAST, pair.last)):
        if charge is None:
            continue
        for row, line in zip(charge.rows, charge.lines, strict=True):
            if line.price is not None:
                prices.append((Price(on, row, True), line.price.amount, line))
        prices += [
            (Price(on, one.row, False), _written(one.line), one.line)
            for one in pieces(charge, on, bills).wholes
            if one.covers.whole
        ]
    return Tariff(tuple(prices), bills.unit)


def _written(line: Line) -> Decimal:
    side = line.gross or line.net
    return Decimal(0) if side is None else side.amount


def _stated_net(price: Price, line: Line) -> Decimal | None:
    if price.stated:
        return line.price.amount if line.price is not None and line.gross is None else None
    return None if line.net is None else line.net.amount


def _comparable(price: Price, line: Line, part: Line) -> tuple[Decimal | None, Decimal | None]:
    """Return the price and the part's amount as both are written: gross, or net."""
    same_rate = line.tax_rate == part.tax_rate
    if price.stated and line.price is not None:
        if (line.gross is None) is not (part.gross is None) or not same_rate:
            return None, None
        return line.price.amount, _written(part)
    if line.gross is not None and part.gross is not None and same_rate:
        return line.gross.amount, part.gross.amount
    if line.net is not None and part.net is not None:
        return line.net.amount, part.net.amount
    return None, None


def first_day(piece: Piece) -> Day | None:
    """Take the first day of a line."""
    period = piece.line.period
    return None if period is None else Day(piece.on, piece.row, "first", period.start)


def last_day(piece: Piece) -> Day | None:
    """Take the last day of a line."""
    period = piece.line.period
    return None if period is None else Day(piece.on, piece.row, "last", period.end)


def day_before(piece: Piece) -> Day | None:
    """Take the day before the first of a line: the last one that was used."""
    period = piece.line.period
    if period is None or period.start.toordinal() <= 1:
        return None
    before = period.start.fromordinal(period.start.toordinal() - 1)
    return Day(piece.on, piece.row, "before", before)


def part_of(piece: Piece) -> PartOf | None:
    """Say which days of which whole period a line covers, if it is a part of one."""
    around, period = piece.covers.around, piece.line.period
    if around is None or period is None:
        return None
    return PartOf(piece.on, piece.row, period.days, around, piece.covers.months)
