"""What changed from the last bill's charges to this one's, in steps that sum exactly.

Accounting only: a step says which charge went up or down by how much, never why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from renderer.story.basis import Basis, common_basis
from renderer.story.evidence import Evidence
from renderer.story.facts import FactBook, Figure
from renderer.story.matching import Charge, Pair, pair_charges
from renderer.story.model import ChangeView, Difference
from renderer.story.months import month_of

TAX = "tax"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Move:
    """A charge that moved: the figures each bill has for it, none where it does not charge it."""

    by: Decimal
    charge: str
    label: Figure | None
    earlier: tuple[Figure, ...]
    later: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A move worked out, before it has its place between the two totals."""

    kind: str
    charge: str
    label: Figure | None
    signed: Figure
    joins: tuple[Figure, ...]
    name: str


def tell_difference(
    now: Evidence, last: Evidence, changes: Sequence[ChangeView] = ()
) -> Difference:
    """Set this bill's charges against the last one's, and count the changes between them."""
    book = now.book
    current, previous = now.figure("charges_total"), last.figure("charges_total")
    signed = book.derive("difference.signed", "difference", [current, previous])
    return Difference(
        direction="same" if not signed else "higher" if signed > 0 else "lower",
        amount=book.derive("difference.amount", "absolute", [signed]),
        signed=signed,
        current=current,
        previous=previous,
        previous_month=month_of(last),
        current_month=month_of(now),
        count=book.derive("difference.count", "sum", [one.lines for one in changes])
        if changes
        else None,
    )


def tell_changes(now: Evidence, last: Evidence, most: int) -> tuple[ChangeView, ...]:
    """Tell the steps from the last bill's charges to this one's, heaviest first, at most `most`.

    Nothing is told when the two bills have no common basis on which their lines make their totals.
    """
    basis = common_basis((last.bill, now.bill))
    if basis is None:
        return ()
    pairs = pair_charges(last.bill, now.bill, basis)
    moves = [_of_lines(pair, now, last, basis) for pair in pairs if pair.change]
    if basis == "net":
        moves += _of_tax(now, last)
    moves.sort(key=_rank)
    steps = [_step(move, now.book, f"changes.{at}") for at, move in enumerate(moves)]
    if len(steps) > most:
        steps[most - 1 :] = _joined(steps[most - 1 :], now.book)
    return _between_totals(steps, now, last)


def _of_lines(pair: Pair, now: Evidence, last: Evidence, basis: Basis) -> _Move:
    earlier, later = _figures(pair.earlier, last, basis), _figures(pair.later, now, basis)
    if pair.later:
        line, label = pair.later.line, now.figure(f"lines.{pair.later.rows[0]}.name")
    elif pair.earlier:
        line, label = pair.earlier.line, last.figure(f"lines.{pair.earlier.rows[0]}.name")
    else:
        raise ValueError("a pair has a side")
    return _Move(pair.change, line.kind.value, label, earlier, later)


def _figures(charge: Charge | None, evidence: Evidence, basis: Basis) -> tuple[Figure, ...]:
    rows = charge.rows if charge else ()
    return tuple(evidence.figure(f"lines.{row}.{basis}") for row in rows)


def _of_tax(now: Evidence, last: Evidence) -> list[_Move]:
    earlier, later = (one.figure_if_any("charges_tax") for one in (last, now))
    by = (later.number if later else Decimal(0)) - (earlier.number if earlier else Decimal(0))
    sides = [() if tax is None else (tax,) for tax in (earlier, later)]
    return [_Move(by, TAX, None, *sides)] if by else []


def _rank(move: _Move) -> tuple[object, ...]:
    """Order by weight; the rest makes equals stand in an order the document has no say in."""
    label = str(move.label.value) if move.label else ""
    ids = [figure.number for figure in move.later or move.earlier]
    return (-abs(move.by), move.by < 0, move.charge, label, ids)


def _step(move: _Move, book: FactBook, name: str) -> _Step:
    signed_id = f"{name}.signed"
    if not move.earlier:
        kind, signed = "added", book.derive(signed_id, "sum", move.later)
    elif not move.later:
        removed = _one(move.earlier, book, f"{name}.previous")
        kind, signed = "removed", book.derive(signed_id, "negate", [removed])
    else:
        sides = [
            _one(move.later, book, f"{name}.current"),
            _one(move.earlier, book, f"{name}.previous"),
        ]
        kind, signed = "", book.derive(signed_id, "difference", sides)
    if not kind or move.charge == TAX:
        kind = "more" if signed > 0 else "less"
    return _Step(kind, move.charge, move.label, signed, (signed,), name)


def _one(figures: tuple[Figure, ...], book: FactBook, name: str) -> Figure:
    return figures[0] if len(figures) == 1 else book.derive(name, "sum", figures)


def _joined(rest: Sequence[_Step], book: FactBook) -> list[_Step]:
    """Join the smaller steps to one; nothing is left to tell when they cancel each other out."""
    parts = tuple(step.signed for step in rest)
    signed = book.derive("changes.other.signed", "sum", parts)
    return [_Step(OTHER, OTHER, None, signed, parts, "changes.other")] if signed else []


def _between_totals(
    steps: Sequence[_Step], now: Evidence, last: Evidence
) -> tuple[ChangeView, ...]:
    book = now.book
    before = last.figure("charges_total")
    views: list[ChangeView] = []
    for step in steps:
        after = book.derive(f"{step.name}.after", "sum", [before, step.signed])
        views.append(
            ChangeView(
                kind=step.kind,
                charge=step.charge,
                label=step.label,
                signed=step.signed,
                amount=book.derive(f"{step.name}.amount", "absolute", [step.signed]),
                before=before,
                after=after,
                lines=book.derive(f"{step.name}.lines", "count", step.joins),
            )
        )
        before = after
    return tuple(views)
