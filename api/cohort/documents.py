"""An account's files: its bills as TMF678 with TMF677, and the truth beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from api.cohort.account import Account, Billed
from api.cohort.damage import damage
from api.cohort.events import Begin, Change, Event, Ledger, Moved, NewRate, Pause, Reprice
from api.cohort.tmf import bill_id, bundle, text
from api.cohort.truth import TrueChange

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BillFile:
    """One bill as it is written.

    Args:
        path: below the account's folder: `bill.json` is the last, the others are earlier ones.
        bundle: its resources; amounts are `Decimal`.
        origins: for each line, the places of the rated lines it is made of.
    """

    path: str
    bundle: Json
    origins: tuple[tuple[int, ...], ...]

    @property
    def text(self) -> str:
        """Return the file's JSON."""
        return text(self.bundle)


def bill_files(account: Account, kinds: Sequence[str] = ()) -> Sequence[BillFile]:
    """Write every bill of an account, oldest first, damaged in some of the ways of `DAMAGES`."""
    found: list[BillFile] = []
    for at, billed in enumerate(account.bills):
        written = bundle(account, at)
        rng = Random(f"{written['customerBill']['id']}/damage")  # noqa: S311 -- repeatable
        damaged = damage(written["appliedCustomerBillingRate"], kinds, rng)
        written["appliedCustomerBillingRate"] = damaged.rates
        month = account.ledger.cycles[billed.rated.bill].month
        last = at == len(account.bills) - 1
        path = "bill.json" if last else f"previous/{month}.json"
        found.append(BillFile(path, written, tuple(damaged.origins)))
    return found


def truth_text(account: Account, files: Sequence[BillFile]) -> str:
    """Write what happened, bill by bill, as JSON."""
    ledger = account.ledger
    content = {
        "account": f"A-{ledger.number}",
        "currency": ledger.market.currency,
        "basis": "net" if ledger.traits.net else "gross",
        "advance": ledger.traits.ahead,
        "events": [_event(ledger, one) for one in sorted(ledger.events, key=lambda one: one.day)],
        "bills": [
            _bill(ledger, billed, before, file)
            for billed, before, file in zip(
                account.bills, (None, *account.bills), files, strict=False
            )
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _bill(ledger: Ledger, billed: Billed, before: Billed | None, file: BillFile) -> Json:
    rated = billed.rated
    told: Json = {"bill": bill_id(ledger, rated.bill), "file": file.path}
    if any(origin != (at,) for at, origin in enumerate(file.origins)):
        told["origins"] = [list(origin) for origin in file.origins]
    if before is None:
        return told | {"first": True}
    unit = ledger.market.unit
    return told | {
        "previous": bill_id(ledger, before.rated.bill),
        "difference": _written(billed.difference or Decimal(0), unit),
        "unexplained": _written(Decimal(0), unit),
        "changes": [_change(one, unit) for one in billed.changes],
    }


def _change(change: TrueChange, unit: Decimal) -> Json:
    return {
        "cause": change.cause,
        "charge": change.kind,
        "subscription": change.subscription,
        "products": list(change.products),
        "net": _written(change.amounts.net, unit),
        "tax": _written(change.amounts.tax, unit),
        "gross": _written(change.amounts.gross, unit),
        "days": [str(day) for day in change.days],
        "lines": list(change.lines),
        "lines_before": list(change.lines_before),
    }


def _event(ledger: Ledger, event: Event) -> Json:
    """Say what happened: which kind of event, on which day, to which products."""
    told: Json = {"event": type(event).__name__.lower(), "day": str(event.day)}
    match event:
        case Moved():
            return told
        case NewRate(rate=rate):
            return told | {"rate": f"{rate:f}"}
    service = ledger.services[event.service]
    told |= {"subscription": service.subscription, "product": service.product}
    match event:
        case Change(other=other, price=price):
            return told | {"other": ledger.services[other].product, "price": f"{price:f}"}
        case Begin(price=price) | Reprice(price=price):
            return told | {"price": f"{price:f}"}
        case Pause(until=until):
            return told | {"until": str(until)}
    return told


def _written(amount: Decimal, unit: Decimal) -> str:
    return f"{amount.quantize(unit):f}"
