"""TMF678 AppliedCustomerBillingRate: the lines of a bill.

Only rates of this bill count: those that name another bill, or are not billed yet, are left out.
v4 says amounts are positive, so a rebate may be stated as a positive amount. Credits are turned
where the lines add up to the total only then; nothing is guessed when neither way adds up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from renderer.bill.bounds import bounded
from renderer.bill.charge_kind import CREDITS, characteristic, charge_kind
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.line_ids import read_line_id
from renderer.bill.model import Line
from renderer.bill.reading import read_number
from renderer.bill.tmf_evidence import read_told
from renderer.bill.tmf_money import amount_of, read_rate
from renderer.bill.values import Money

_GROSS, _NET = "taxIncludedAmount", "taxExcludedAmount"


def read_lines(
    bill: JsonNode,
    rates: Sequence[JsonNode],
    ledger: Ledger,
    charges_total: Money,
    charges_net: Money | None,
) -> tuple[Line, ...]:
    """Read the lines of a bill from the rates that are on it."""
    mine = bounded([rate for rate in rates if _is_on(rate, bill)])
    turned = _turned(mine, ledger, {_GROSS: charges_total, _NET: charges_net})
    seen: dict[str, int] = {}
    return tuple(
        read_line(rate, f"lines.{at}", ledger, seen, flip=at in turned)
        for at, rate in enumerate(mine)
    )


def _is_on(rate: JsonNode, bill: JsonNode) -> bool:
    billed = rate.get("isBilled")
    if billed is not None and billed.value is False:
        return False
    named = rate.get("bill", "customerBill")
    if named is None or bill.get("id") is None:
        return True
    said = named.says("id")
    return not said or said in (bill.says("id"), bill.says("billNo"))


def _turned(
    rates: Sequence[JsonNode], ledger: Ledger, totals: Mapping[str, Money | None]
) -> frozenset[int]:
    """Find the credits stated as positive amounts, if only turning them makes the lines add up."""
    if ledger.negative or not rates:
        return frozenset()
    credited = {at for at, rate in enumerate(rates) if charge_kind(rate)[0] in CREDITS}
    for name, total in totals.items():
        raws = [amount_of(rate, name, ledger) for rate in rates]
        amounts = [read_number(raw) for raw in raws if raw is not None]
        if total is None or len(amounts) < len(rates):
            continue
        positive = frozenset(at for at in credited if amounts[at] > 0)
        stated = sum(amounts, Decimal(0))
        excess = 2 * sum((amounts[at] for at in positive), Decimal(0))
        if stated != total.amount and stated - excess == total.amount:
            return positive
    return frozenset()


def read_line(
    rate: JsonNode, path: str, ledger: Ledger, seen: dict[str, int], *, flip: bool
) -> Line:
    """Read one rate as a line at a path of the bill; with `flip`, its amounts are turned."""
    kind, said = charge_kind(rate)
    if said is not None:
        ledger.sources[f"{path}.kind"] = source(said.raw())
    net, tax, gross = _amounts(rate, path, ledger, flip=flip)
    taxes = rate.each("appliedTax")
    rate_raw = taxes[0].scalar("taxRate") if len(taxes) == 1 else None
    covers = rate.get("periodCoverage")
    name = ledger.text(f"{path}.name", rate.scalar("name", "description"))
    product = rate.get("product")
    number = characteristic(rate, "msisdn")
    told = read_told(rate, path, ledger)
    return Line(
        id=read_line_id(rate.scalar("id"), path, ledger, seen),
        name=name or (ledger.text(f"{path}.name", product.scalar("name")) if product else "") or "",
        kind=kind,
        net=net,
        tax=tax,
        gross=gross,
        tax_rate=read_rate(f"{path}.tax_rate", rate_raw, ledger, net, tax),
        period=ledger.period(
            f"{path}.period", covers.scalar("startDateTime"), covers.scalar("endDateTime")
        )
        if covers
        else None,
        product=ledger.text(f"{path}.product", product.scalar("id", "name")) if product else None,
        subscription=ledger.text(f"{path}.subscription", number.raw()) if number else None,
        description=ledger.text(f"{path}.description", rate.scalar("description")),
        quantity=told.quantity,
        usage=told.usage,
        country=told.country,
        reason=told.reason,
        price=told.price,
    )


def _amounts(
    rate: JsonNode, path: str, ledger: Ledger, *, flip: bool
) -> tuple[Money | None, Money | None, Money | None]:
    """Read net, tax and gross; two of them make the third."""
    net_raw, gross_raw = (amount_of(rate, name, ledger) for name in (_NET, _GROSS))
    if net_raw is None and gross_raw is None:
        raise rate.wrong("a rate with taxExcludedAmount or taxIncludedAmount")
    net = ledger.money(f"{path}.net", net_raw, flip=flip) if net_raw else None
    gross = ledger.money(f"{path}.gross", gross_raw, flip=flip) if gross_raw else None
    raws = [raw for one in rate.each("appliedTax") if (raw := amount_of(one, "taxAmount", ledger))]
    tax: Money | None = None
    if len(raws) == 1:
        tax = ledger.money(f"{path}.tax", raws[0], flip=flip)
    elif raws:
        tax = ledger.total(f"{path}.tax", dict(ledger.money_part(raw, flip=flip) for raw in raws))
    paths = (f"{path}.net", f"{path}.tax", f"{path}.gross")
    return ledger.completed(paths, net, tax, gross)
