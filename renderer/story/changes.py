"""What changed from the last bill's charges to this one's, in steps that sum exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from renderer.story.amounts import written_unit
from renderer.story.details import Told, tell_detail
from renderer.story.evidence import Evidence
from renderer.story.explanation import Change, Explanation
from renderer.story.facts import FactBook, Figure
from renderer.story.model import ChangeView, Difference
from renderer.story.months import month_of
from renderer.story.proofs import Proofs, name_of

OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Step:
    """A change with its figures, before it has its place between the two totals."""

    kind: str
    charge: str
    signed: Figure
    joins: tuple[Figure, ...]
    name: str
    label: Figure | None = None
    was: Figure | None = None
    cause: str | None = None
    net: Figure | None = None
    tax: Figure | None = None
    told: Told = field(default_factory=Told)


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


def tell_unexplained(
    explained: Explanation, difference: Difference, book: FactBook
) -> Figure | None:
    """Tell what of a difference no line accounts for: all of it, where the lines make no total."""
    if explained.basis is not None or not difference.signed:
        return None
    return book.derive("unexplained", "same", [difference.signed])


def tell_changes(
    explained: Explanation, now: Evidence, last: Evidence, most: int
) -> tuple[ChangeView, ...]:
    """Tell an explanation as steps from the last bill's charges to this one's, at most `most`."""
    if explained.basis is None:
        return ()
    unit = str(written_unit((now.bill, last.bill)))
    proofs = Proofs(now, last, explained.basis, unit)
    # What is joined needs no words of its own: most bills of forty lines join most of them.
    told = most if len(explained.changes) <= most else most - 1
    steps = [
        _step(change, f"changes.{at}", proofs, detailed=at < told)
        for at, change in enumerate(explained.changes)
    ]
    if len(steps) > most:
        steps[most - 1 :] = _joined(steps[most - 1 :], now.book)
    return _between_totals(steps, now, last)


def _step(change: Change, name: str, proofs: Proofs, *, detailed: bool) -> _Step:
    signed = _signed(
        proofs.figures(change.plus), proofs.figures(change.minus), f"{name}.signed", proofs.book
    )
    if not detailed:
        return _Step(change.kind, change.charge, signed, (signed,), name)
    return _Step(
        kind=change.kind,
        charge=change.charge,
        signed=signed,
        joins=(signed,),
        name=name,
        label=name_of(proofs.of(change.label[0]), change.label[1]) if change.label else None,
        was=None if change.was is None else name_of(proofs.last, change.was),
        cause=None if change.cause is None else change.cause.value,
        **_net_and_tax(change, signed, name, proofs),
        told=tell_detail(change, name, proofs),
    )


def _signed(plus: Sequence[Figure], minus: Sequence[Figure], name: str, book: FactBook) -> Figure:
    """Take what came less what went; their sums are facts of their own where they are several."""
    if not minus:
        return book.derive(name, "sum", plus)
    stem = name.rpartition(".")[0]
    kept = "net_previous" if name.endswith(".net") else "previous"
    before = _one(minus, book, f"{stem}.{kept}")
    if not plus:
        return book.derive(name, "negate", [before])
    kept = "net_current" if name.endswith(".net") else "current"
    return book.derive(name, "difference", [_one(plus, book, f"{stem}.{kept}"), before])


def _one(figures: Sequence[Figure], book: FactBook, name: str) -> Figure:
    return figures[0] if len(figures) == 1 else book.derive(name, "sum", figures)


def _net_and_tax(change: Change, signed: Figure, name: str, proofs: Proofs) -> dict[str, Figure]:
    if change.net is None or not (change.now or change.last):
        return {}
    plus, minus = proofs.nets(change.plus), proofs.nets(change.minus)
    net = _signed(plus, minus, f"{name}.net", proofs.book)
    return {"net": net, "tax": proofs.book.derive(f"{name}.tax", "difference", [signed, net])}


def _joined(rest: Sequence[_Step], book: FactBook) -> list[_Step]:
    """Join the smaller steps to one; nothing is left to tell when they cancel each other out."""
    parts = tuple(step.signed for step in rest)
    signed = book.derive("changes.other.signed", "sum", parts)
    return [_Step(OTHER, OTHER, signed, parts, "changes.other")] if signed else []


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
                cause=step.cause,
                net=step.net,
                tax=step.tax,
                was=step.was,
                **step.told,
            )
        )
        before = after
    return tuple(views)
