"""A rate of tax that moved: its part of what lines came to, apart from all else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from renderer.bill.model import Line
from renderer.bill.values import Percent
from renderer.story.comparison import Comparison
from renderer.story.explanation import On, Rates, Term
from renderer.story.matching import Charge, Pair


@dataclass(frozen=True, slots=True)
class Share:
    """What a moved rate made of one charge.

    Args:
        all: it is all of the charge's change; the nets are equal.
        at_last_rate: this bill's lines as the last rate would have them, for the rest.
    """

    pair: Pair
    by: Decimal
    all: bool
    at_last_rate: tuple[Term, ...]


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
        share = _share(pair.now, pair.last, pair, before.amount, bills)
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


def _share(
    now: Charge, last: Charge, pair: Pair, before: Decimal, bills: Comparison
) -> Share | None:
    if bills.now.reckoning == "net":
        return None
    nets = [_net(charge, on, bills) for charge, on in ((now, On.NOW), (last, On.LAST))]
    if nets[0] is None:
        return None
    if nets[0] == nets[1]:
        return Share(pair, pair.change, True, ())
    made = [bills.now.at_rate(row, before) for row in now.rows]
    at_last_rate = sum((one for one in made if one is not None), Decimal(0))
    terms = tuple(Term(On.NOW, row, last.rows[0]) for row in now.rows)
    return Share(pair, now.amount - at_last_rate, False, terms)


def _net(charge: Charge, on: On, bills: Comparison) -> Decimal | None:
    nets = [bills.side(on).net(row) for row in charge.rows]
    known = [net for net in nets if net is not None]
    return sum(known, Decimal(0)) if len(known) == len(nets) else None
