"""What offers would have saved on a customer's own last bills, line by line, never guessed.

A saving is the sum of the charges that an offer would have made needless, less its price for as
many months. It is told only where all of that is certain: every bill of the time is there and
is of one month, what was used fits into what the offer includes, the charges are of one
subscription, and no credit may already have given some of them back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from renderer.bill.currency import minor_unit
from renderer.bill.model import Bill, BillKind, ChargeKind, Line
from renderer.story.evidence import Evidence
from renderer.story.facts import Fact, FactBook, Figure
from renderer.story.model import Saving
from renderer.story.offer_terms import Included, OfferTerms
from renderer.story.operations import compute
from renderer.story.permission import withheld

_MONTH = range(28, 32)
"""Days of a bill that a month's price may be set against."""
_USES = (ChargeKind.USAGE, ChargeKind.ROAMING)


def tell_savings(
    now: Evidence, earlier: Sequence[Evidence], offers: Sequence[OfferTerms], day: date | None
) -> tuple[tuple[Saving, ...], str]:
    """Tell what each offer would have saved, where it would have, or why none may be made.

    Facts are recorded of the offers told only.
    """
    reason = withheld(now.bill, day) if offers else ""
    if reason:
        return (), reason
    found = (_saving(offer, (now, *earlier)) for offer in offers)
    return tuple(one for one in found if one is not None), ""


def stated_in(savings: Sequence[Saving], facts: Mapping[str, Fact]) -> list[str]:
    """List the documents that state the prices of what is offered, by sha256."""
    sources = [facts[one.price.fact].source for one in savings]
    return [source.document for source in sources if source]


def _saving(offer: OfferTerms, bills: Sequence[Evidence]) -> Saving | None:
    told = bills[: offer.bills]
    currency = told[0].bill.currency
    if len(told) < offer.bills or currency not in offer.prices or not _months(told):
        return None
    replaced = [
        [at for at, line in enumerate(one.bill.lines) if offer.replaced(line)] for one in told
    ]
    if not _certain(offer, [one.bill for one in told], replaced):
        return None
    book = told[0].book
    trial = FactBook(dict(book.facts))
    saving = _reckon(offer, [replace(one, book=trial) for one in told], replaced)
    if saving is not None:
        book.facts.update(trial.facts)
    return saving


def _months(told: Sequence[Evidence]) -> bool:
    """Tell whether bills are of a month each, one after the other, and all add up."""
    following: date | None = None
    for one in told:
        period = one.bill.period
        if period is None or period.days not in _MONTH:
            return False
        if one.bill.kind is not BillKind.INVOICE or one.bill.breakdown is not None:
            return False
        if following is not None and period.end + timedelta(days=1) != following:
            return False
        following = period.start
    return True


def _certain(offer: OfferTerms, bills: Sequence[Bill], replaced: Sequence[Sequence[int]]) -> bool:
    pairs = list(zip(bills, replaced, strict=True))
    lines = [bill.lines[at] for bill, rows in pairs for at in rows]
    numbers = {line.subscription for line in lines}
    if len(numbers) != 1:
        return False
    (number,) = numbers
    others = {line.subscription for bill in bills for line in bill.lines} - {None}
    if number is None and len(others) > 1:
        return False
    if offer.product and any(line.product == offer.product for one in bills for line in one.lines):
        return False
    if _given_back(pairs):
        return False
    return offer.included is None or all(
        _holds(offer.included, bill, [bill.lines[at] for at in rows], number)
        for bill, rows in pairs
    )


def _given_back(pairs: Sequence[tuple[Bill, Sequence[int]]]) -> bool:
    """Tell whether a credit may have given back some of the charges replaced."""
    products = {bill.lines[at].product for bill, rows in pairs for at in rows}
    return any(
        line.kind is ChargeKind.CREDIT and (line.product is None or line.product in products)
        for bill, rows in pairs
        for at, line in enumerate(bill.lines)
        if at not in rows
    )


def _holds(included: Included, bill: Bill, lines: Sequence[Line], number: str | None) -> bool:
    """Tell whether what an offer includes holds what was used on a bill."""
    if included.on_top:
        uses = [line for line in lines if line.kind in _USES or line.usage is not None]
        if any(line.usage is None for line in uses):
            return False
        used = [line.quantity for line in uses if line.usage == included.usage]
    else:
        used = [
            one.used
            for one in bill.usage
            if one.kind == included.usage and one.subscription in (None, number)
        ]
        if not used:
            return False
    known = [one.amount for one in used if one is not None and one.unit == included.amount.unit]
    return len(known) == len(used) and sum(known, Decimal(0)) <= included.amount.amount


def _reckon(
    offer: OfferTerms, told: Sequence[Evidence], replaced: Sequence[Sequence[int]]
) -> Saving | None:
    now, book = told[0], told[0].book
    name = f"offers.{offer.id}"
    charges: list[Figure] = []
    for one, rows in zip(told, replaced, strict=True):
        for at in rows:
            gross = _gross(one, at)
            if gross is None:
                return None
            charges.append(gross)
    price = book.source(f"{name}.price", *offer.prices[now.bill.currency])
    spent = book.derive(f"{name}.spent", "sum", charges)
    cost = book.derive(f"{name}.cost", "sum", [price] * len(told))
    amount = book.derive(f"{name}.saving", "difference", [spent, cost])
    if not amount > 0:
        return None
    totals = [one.figure("charges_total") for one in told]
    held = offer.included
    return Saving(
        offer=offer.id,
        price=price,
        amount=amount,
        spent=spent,
        cost=cost,
        bills=book.derive(f"{name}.bills", "count", totals),
        included=book.source(f"{name}.included", held.amount, held.source) if held else None,
        seller=now.figure_if_any("seller"),
    )


def _gross(evidence: Evidence, at: int) -> Figure | None:
    """Take what a line costs with its tax: stated, or at the line's or the bill's one rate."""
    line = evidence.bill.lines[at]
    path, book = f"lines.{at}", evidence.book
    if line.gross is not None:
        return evidence.figure(f"{path}.gross")
    rate = f"{path}.tax_rate" if line.tax_rate is not None else _one_rate(evidence.bill)
    if rate is None:
        return None
    name = f"{evidence.name}.{path}.with_tax"
    if name in book.facts:
        return Figure(name, book.facts[name].value)
    net = evidence.figure(f"{path}.net")
    unit = str(minor_unit(evidence.bill.currency))
    tax = book.derive(f"{name}.tax", "percent_of", [net, evidence.figure(rate)], unit)
    return book.derive(name, "sum", [net, tax])


def _one_rate(bill: Bill) -> str | None:
    """Find the rate of a bill whose whole tax is one rate of all its lines' nets."""
    if len(bill.taxes) != 1 or bill.charges_tax is None or bill.charges_net is None:
        return None
    (tax,) = bill.taxes
    if tax.rate is None:
        return None
    unit = str(minor_unit(bill.currency))
    reckoned = compute("percent_of", [bill.charges_net, tax.rate], unit)
    return "taxes.0.rate" if reckoned == tax.amount == bill.charges_tax else None
