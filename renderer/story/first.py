"""A first bill: what it contains, and what a whole period will cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from renderer.bill.model import BillKind, ChargeKind
from renderer.story.causes.parts import Piece, pieces, tariff
from renderer.story.details import moved_period
from renderer.story.explanation import On
from renderer.story.facts import Figure
from renderer.story.matching import Pair
from renderer.story.model import FirstBill, Part
from renderer.story.proofs import name_of
from renderer.story.reckoned import Reckoned

_PERIODIC = frozenset(
    {ChargeKind.RECURRING, ChargeKind.CONTENT, ChargeKind.DEVICE, ChargeKind.DISCOUNT}
)
_EARLIER = timedelta(days=31)
"""How long before service began a customer may have become one, at most."""


@dataclass(frozen=True)
class _Contents:
    """The lines of a first bill that are charged by the period, and the part it began with."""

    parts: tuple[Piece, ...]
    wholes: tuple[Piece, ...]
    began: Piece | None


def tell_first(of: Reckoned) -> FirstBill | None:
    """Tell a first bill, where it shows that service began; `None` where it does not."""
    if of.bills.now.bill.kind is not BillKind.INVOICE:
        return None
    contents = _contents(of)
    day = _day(contents, of)
    regular = _regular(of)
    if day is None or regular is None:
        return None
    part = _part(contents, of)
    advance = _advance(contents, of)
    once = [
        row for row, line in enumerate(of.bills.now.bill.lines) if line.kind is ChargeKind.ONE_TIME
    ]
    one_time = of.sum("first.one_time", of.amounts(once)) if once else None
    total = of.proofs.now.figure("charges_total")
    return FirstBill(
        day=day,
        regular=regular,
        higher=total > regular,
        part=part,
        advance=advance,
        one_time=one_time,
        one_time_label=name_of(of.proofs.now, once[0]) if len(once) == 1 else None,
        other=_other(total, [*(one.signed for one in (part, advance) if one), one_time], of),
    )


def _contents(of: Reckoned) -> _Contents:
    found = [
        piece
        for pair in of.bills.pairs
        if pair.charge.line.kind in _PERIODIC
        for piece in pieces(pair.now, On.NOW, of.bills).each
        if piece.line.period is not None
    ]
    parts = tuple(one for one in found if one.covers.part and not one.back)
    wholes = tuple(one for one in found if one.covers.whole and not one.back)
    charged = [one for one in parts if one.line.kind is ChargeKind.RECURRING]
    began = min(charged, key=lambda one: (_start(one), -one.amount, one.row), default=None)
    return _Contents(parts, wholes, began)


def _start(piece: Piece) -> int:
    return piece.line.period.start.toordinal() if piece.line.period else 0


def _day(contents: _Contents, of: Reckoned) -> Figure | None:
    """Find the day service began: nothing is charged for days before it."""
    bill, now = of.bills.now.bill, of.proofs.now
    since, began = bill.customer.since, contents.began
    earliest = min((_start(one) for one in (*contents.parts, *contents.wholes)), default=None)
    if bill.period is None or earliest is None:
        return None
    if began is not None and began.line.period is not None and began.covers.around is not None:
        start, around = began.line.period.start, began.covers.around
        fits = began.line.period.end == around.end and earliest == start.toordinal()
        known = since is None or start - _EARLIER <= since <= start
        if fits and known and _seen_to_begin(began, contents, of):
            return of.book.derive("first.day", "start", [now.figure(f"lines.{began.row}.period")])
        return None
    if since is None or not bill.period.start <= since <= bill.period.end:
        return None
    return now.figure("customer.since") if earliest >= since.toordinal() else None


def _seen_to_begin(began: Piece, contents: _Contents, of: Reckoned) -> bool:
    """Tell whether a part starts inside this bill's period, or right before what is in advance."""
    period, of_bill = began.line.period, of.bills.now.bill.period
    if period is None or of_bill is None:
        return False
    following = period.end.toordinal() + 1
    return of_bill.start <= period.start <= of_bill.end or any(
        _start(one) == following for one in contents.wholes
    )


def _part(contents: _Contents, of: Reckoned) -> Part | None:
    began = contents.began
    if began is None:
        return None
    period = of.proofs.now.figure(f"lines.{began.row}.period")
    around = moved_period(of.proofs.now, began.covers.months)
    return Part(
        label=name_of(of.proofs.now, began.row) if len(contents.parts) == 1 else None,
        signed=of.sum("first.part.signed", of.amounts([one.row for one in contents.parts])),
        period=period,
        days=of.book.derive("first.part.days", "days", [period]),
        of_days=of.book.derive("first.part.of_days", "days", [around]),
        whole=False,
    )


def _advance(contents: _Contents, of: Reckoned) -> Part | None:
    if not contents.wholes:
        return None
    rows = [one.row for one in contents.wholes]
    same = len({one.line.period for one in contents.wholes}) == 1
    return Part(
        label=name_of(of.proofs.now, rows[0]) if len(rows) == 1 else None,
        signed=of.sum("first.advance.signed", of.amounts(rows)),
        period=of.proofs.now.figure(f"lines.{rows[0]}.period") if same else None,
    )


def _regular(of: Reckoned) -> Figure | None:
    """Add up what a whole period of everything periodic costs, where all of it is known."""
    prices: list[Figure] = []
    for pair in of.bills.pairs:
        if pair.charge.line.kind not in _PERIODIC:
            continue
        if all(line.period is None for line in pair.charge.lines):
            if pair.charge.line.kind in (ChargeKind.DEVICE, ChargeKind.CONTENT):
                continue
            return None
        price = _whole_price(pair, of)
        if price is None:
            return None
        prices.append(price)
    return _taxed(of.sum("first.regular.lines", prices), of) if prices else None


def _whole_price(pair: Pair, of: Reckoned) -> Figure | None:
    """Take what a whole period of one charge costs: its whole line, or the price that is stated."""
    found = pieces(pair.now, On.NOW, of.bills)
    if len(found.wholes) == 1:
        return of.proofs.amount(On.NOW, found.wholes[0].row)
    known = tariff(pair, of.bills)
    if found.wholes or not found.parts or not known.one:
        return None
    price = known.price_of(found.parts[0])
    if price is None:
        return None
    stated = of.proofs.price(On.NOW, price.row)
    if (stated.number < 0) is (found.parts[0].amount < 0):
        return stated
    return of.book.derive(f"first.price.{price.row}", "negate", [stated])


def _taxed(net: Figure, of: Reckoned) -> Figure | None:
    """Add the tax to prices that have none, where the whole bill has one rate."""
    if of.proofs.reckoning != "net":
        return net
    bill, now = of.bills.now.bill, of.proofs.now
    if bill.charges_tax is None:
        return net
    if len(bill.taxes) != 1 or bill.taxes[0].rate is None or bill.charges_net is None:
        return None
    rate = bill.taxes[0].rate.amount
    if abs(bill.charges_net.amount * rate / 100 - bill.charges_tax.amount) > of.bills.unit:
        return None
    tax = of.book.derive(
        "first.regular.tax", "percent_of", [net, now.figure("taxes.0.rate")], of.proofs.unit
    )
    return of.sum("first.regular", [net, tax])


def _other(total: Figure, told: Sequence[Figure | None], of: Reckoned) -> Figure | None:
    known = [one for one in told if one is not None]
    if not known:
        return None
    rest = of.book.derive("first.other", "difference", [total, of.sum("first.told", known)])
    return rest if rest else None
