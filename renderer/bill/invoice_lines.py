"""The lines of an invoice, and its allowances and charges, which are lines too.

EN 16931 does not say what a line charges for, and its text is not guessed at: lines are of kind
OTHER, allowances of kind DISCOUNT. A line has its net only; tax is the document's.
"""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.documents import Raw
from renderer.bill.invoice_terms import LineKind, LineTerms
from renderer.bill.ledger import Ledger
from renderer.bill.line_ids import read_line_id, unique
from renderer.bill.model import ChargeKind, Line
from renderer.bill.reading import LONGEST_TEXT
from renderer.bill.units import unit_of_code


def read_lines(terms: Sequence[LineTerms], ledger: Ledger) -> tuple[Line, ...]:
    """Read all lines; allowances without any line break nothing down, and are left out."""
    if not has_lines(terms):
        return ()
    taken: dict[str, int] = {}
    numbers = dict.fromkeys(LineKind, 0)
    lines: list[Line] = []
    for one in terms:
        path = f"lines.{len(lines)}"
        numbers[one.kind] += 1
        if one.kind is LineKind.LINE:
            own = read_line_id(one.id, path, ledger, taken)
        else:
            own = unique(f"{one.kind}-{numbers[one.kind]}", taken)
        lines.append(_read_line(one, path, own, ledger))
    return tuple(lines)


def has_lines(terms: Sequence[LineTerms]) -> bool:
    """Tell whether there is an invoice line, not only allowances and charges."""
    return any(one.kind is LineKind.LINE for one in terms)


def _read_line(terms: LineTerms, path: str, own: str, ledger: Ledger) -> Line:
    is_allowance = terms.kind is LineKind.ALLOWANCE
    quantity = terms.quantity
    return Line(
        id=own,
        name=ledger.text(f"{path}.name", _name(terms)) or "",
        kind=ChargeKind.DISCOUNT if is_allowance else ChargeKind.OTHER,
        net=ledger.money(f"{path}.net", terms.net, flip=is_allowance) if terms.net else None,
        tax_rate=ledger.rate(f"{path}.tax_rate", terms.rate, fractions=False),
        period=ledger.period(f"{path}.period", terms.start, terms.end),
        quantity=ledger.quantity(f"{path}.quantity", quantity, unit_of_code(terms.unit))
        if quantity
        else None,
        product=ledger.text(f"{path}.product", terms.product),
        description=ledger.text(f"{path}.description", _short(terms.description)),
    )


def _name(terms: LineTerms) -> Raw | None:
    said = [one for one in terms.names if one is not None]
    return next((one for one in said if _short(one)), said[0] if said else None)


def _short(raw: Raw | None) -> Raw | None:
    """Leave out a text of its own, rather than a line's."""
    return raw if raw is not None and len(raw.text) <= LONGEST_TEXT else None
