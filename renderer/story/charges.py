"""What the period's charges are made of, by kind, summing exactly to their total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from renderer.bill.model import Bill
from renderer.story.basis import common_basis
from renderer.story.evidence import Evidence
from renderer.story.facts import FactBook, Figure
from renderer.story.model import ChargeGroup, Charges

OTHER = "other"
TAX = "tax"
LINE = "line"
RECURRING = "recurring"
DISCOUNT = "discount"
TOGETHER = "recurring_and_discounts"


def tell_charges(now: Evidence, most: int) -> Charges | None:
    """Group a bill's charges by kind, heaviest first, then others and tax, at most `most` groups.

    Discounts join the recurring charges, in a group that says so, as long as these outweigh them:
    a ring cannot show less than nothing. Kinds that come to nothing are not told. Where the bill
    knows no kinds, lines of one name are a group ("line").
    `None` when the lines do not make the total.
    """
    basis = common_basis((now.bill,))
    if basis is None:
        return None
    by_kind: dict[str, list[Figure]] = defaultdict(list)
    names: dict[str, str] = {}
    keys = _keys(now.bill)
    for index, key in enumerate(keys):
        figure = now.figure(f"lines.{index}.{basis}")
        by_kind[key].append(figure)
        names[figure.fact] = f"lines.{index}.name"
    if basis == "net" and (tax := now.figure_if_any("charges_tax")):
        by_kind[TAX].append(tax)
    told = _with_discounts({kind: rows for kind, rows in by_kind.items() if _weight(rows)})
    ring = bool(told) and all(_weight(figures) > 0 for figures in told.values())
    joined = _joined(told, most)
    # What is joined follows, as it is many small parts; tax stands last, as bills have it.
    last = (OTHER, TAX)
    order = sorted(
        joined,
        key=lambda kind: (
            last.index(kind) + 1 if kind in last else 0,
            -abs(_weight(joined[kind])),
            kind,
        ),
    )
    amounts = [now.book.derive(f"charges.{kind}.amount", "sum", joined[kind]) for kind in order]
    total = now.figure("charges_total")
    shares = _shares(order, amounts, total, now.book) if ring else {}
    groups = [
        ChargeGroup(
            kind=LINE if kind.startswith(LINE) else kind,
            amount=amount,
            share=shares.get(kind),
            lines=now.book.derive(f"charges.{kind}.lines", "count", joined[kind]),
            label=_label(kind, joined[kind], names, now),
        )
        for kind, amount in zip(order, amounts, strict=True)
        if amount
    ]
    others = [group.amount for group in groups[1:]]
    return Charges(
        groups=tuple(groups),
        total=total,
        ring=ring,
        rest=now.book.derive("charges.rest", "sum", others) if others else None,
        rest_count=now.book.derive("charges.rest_count", "count", others) if others else None,
    )


def _keys(bill: Bill) -> list[str]:
    """Return the group of each line: its kind, or its own name where no line has a kind.

    EN 16931 knows no kinds of charge; there "other charges" for everything would tell nothing.
    """
    kinds = [line.kind.value for line in bill.lines]
    if set(kinds) - {OTHER, DISCOUNT} or OTHER not in kinds:
        return kinds
    first: dict[str, str] = {}
    return [
        first.setdefault(line.name, f"{LINE}.{index}") if line.kind.value == OTHER else DISCOUNT
        for index, line in enumerate(bill.lines)
    ]


def _with_discounts(by_kind: dict[str, list[Figure]]) -> dict[str, list[Figure]]:
    together = [*by_kind.get(RECURRING, ()), *by_kind.get(DISCOUNT, ())]
    if RECURRING not in by_kind or DISCOUNT not in by_kind or _weight(together) <= 0:
        return by_kind
    rest = {kind: rows for kind, rows in by_kind.items() if kind not in (RECURRING, DISCOUNT)}
    return {TOGETHER: together} | rest


def _weight(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.number for figure in figures), Decimal(0))


def _joined(by_kind: Mapping[str, list[Figure]], most: int) -> dict[str, list[Figure]]:
    """Keep the heaviest kinds and join the rest, with what is of no named kind, as "other"."""
    if len(by_kind) <= most:
        return dict(by_kind)
    named = sorted(by_kind.keys() - {OTHER}, key=lambda kind: (-abs(_weight(by_kind[kind])), kind))
    kept = named[: most - 1]
    rest = [figure for kind in by_kind if kind not in kept for figure in by_kind[kind]]
    return {kind: by_kind[kind] for kind in kept} | {OTHER: rest}


def _shares(
    kinds: Sequence[str], amounts: Sequence[Figure], total: Figure, book: FactBook
) -> dict[str, Figure]:
    return {
        kind: book.derive(f"charges.{kind}.share", "ring_share", [total, *amounts[: at + 1]])
        for at, kind in enumerate(kinds)
    }


def _label(
    kind: str, figures: Sequence[Figure], names: Mapping[str, str], now: Evidence
) -> Figure | None:
    """Name a group after its line where it is only one, or where all its lines share the name."""
    one = len(figures) == 1 or kind.startswith(LINE)
    path = names.get(figures[0].fact) if one else None
    return now.figure(path) if path else None
