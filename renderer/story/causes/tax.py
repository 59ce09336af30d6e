"""A rate of tax that moved: its part of what lines came to, apart from all else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from renderer.bill.model import Line
from renderer.bill.values import Percent
from renderer.story.comparison import Comparison
from renderer.story.explanation import On, Rates, Term
from renderer.story.matching import Charge, Pair


class Share(NamedTuple):
    """What a moved rate made of one charge, and the rest: from its lines on the last bill to now.

    Between the two stand the lines of the bill with the lower rate, taxed at the higher one.

    Args:
        all: it is all of the charge's change; the nets are equal.
        before, after: terms from whose sum to whose sum the rate moved it.
        rest_before, rest_after: the same for what all else did.
    """

    pair: Pair
    by: Decimal
    all: bool
    before: Sequence[Term]
    after: Sequence[Term]
    rest_before: Sequence[Term] = ()
    rest_after: Sequence[Term] = ()


@dataclass(frozen=True, slots=True)
class RateMove:
    """One pair of rates, and its share of every charge that it moved."""

    rates: Rates
    shares: tuple[Share, ...]

    @property
    def by(self) -> Decimal:
        """Add up what the rate made."""
        return sum((share.by for share in self.shares), Decimal(0))


def rate_moves(bills: Comparison) -> tuple[RateMove, ...]:
    """Find charges on both bills that state both rates, where the rate moved."""
    found: dict[tuple[Percent, Percent], list[tuple[Rates, Share]]] = defaultdict(list)
    for pair in bills.pairs:
        if pair.now is None or pair.last is None:
            continue
        stated = pair.last.line.tax_rate, pair.now.line.tax_rate
        if stated[0] is None or stated[1] is None or stated[0].amount == stated[1].amount:
            continue
        before, after = _rate(pair.last.lines), _rate(pair.now.lines)
        if before is None or after is None:
            continue
        share = _share(pair, pair.last, pair.now, (before.amount, after.amount), bills)
        if share is not None and share.by:
            rates = Rates(before, after, pair.last.rows[0], pair.now.rows[0])
            found[before, after].append((rates, share))
    order = sorted(found, key=lambda rates: (rates[0].amount, rates[1].amount))
    return tuple(
        RateMove(found[key][0][0], tuple(share for _, share in found[key])) for key in order
    )


def _rate(lines: Sequence[Line]) -> Percent | None:
    rate = lines[0].tax_rate
    return rate if all(line.tax_rate == rate for line in lines) else None


def terms_of(pair: Pair, on: On) -> list[Term]:
    """List a charge's lines on one bill, as they are."""
    return [Term(on, row) for row in pair.rows(on)]


def _share(
    pair: Pair, last: Charge, now: Charge, rates: tuple[Decimal, Decimal], bills: Comparison
) -> Share | None:
    """Reckon the rate's part at the net of the bill with the lower rate, whichever that is.

    So the two parts are the opposite ones when the bills change places.
    """
    if bills.now.reckoning == "net":
        return None
    nets = _net(last, On.LAST, bills), _net(now, On.NOW, bills)
    if nets[0] is None or nets[1] is None:
        return None
    were, are = terms_of(pair, On.LAST), terms_of(pair, On.NOW)
    if nets[0] == nets[1]:
        return Share(pair, pair.change, True, were, are)
    rose = rates[0] < rates[1]
    low, on, high, other = (last, On.LAST, rates[1], now) if rose else (now, On.NOW, rates[0], last)
    made = [bills.side(on).at_rate(row, high) for row in low.rows]
    higher = sum([one for one in made if one is not None], Decimal(0))
    between = [Term(on, row, other.rows[0]) for row in low.rows]
    if rose:
        return Share(pair, higher - last.amount, False, were, between, between, are)
    return Share(pair, now.amount - higher, False, between, are, were, between)


def _net(charge: Charge, on: On, bills: Comparison) -> Decimal | None:
    nets = [bills.side(on).net(row) for row in charge.rows]
    known = [net for net in nets if net is not None]
    return sum(known, Decimal(0)) if len(known) == len(nets) else None
