"""A period that was charged in parts, day by day: a plan that changed, began or ended inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from renderer.bill.model import ChargeKind
from renderer.bill.values import Period
from renderer.story.causes import Moved, plan_changes
from renderer.story.causes.parts import Piece, Pieces, Tariff, pieces, tariff
from renderer.story.details import moved_period
from renderer.story.explanation import On
from renderer.story.facts import Figure
from renderer.story.matching import Pair
from renderer.story.model import DayCell, Part, Proration
from renderer.story.proofs import name_of
from renderer.story.reckoned import Reckoned

_MOST_DAYS = 31


@dataclass(frozen=True)
class _Share:
    """The days of one whole period that one product charges, after credits.

    Args:
        given: lines that charge them: parts, or the last bill's whole period; back: credits.
    """

    pair: Pair
    around: Period
    months: int
    given: tuple[Piece, ...]
    back: tuple[Piece, ...]
    days: tuple[date, ...]


def tell_proration(of: Reckoned) -> Proration | None:
    """Tell the heaviest product, or change of plan, that this bill charges for a part of a period.

    `None` where there is none whose parts are exact and count each day once.
    """
    moved = [Moved(pair, pair.change) for pair in of.bills.pairs]
    if plans := list(plan_changes(moved, of.bills)) if of.beside else []:
        # Half of a change of plan would be a wrong picture: it is drawn whole or not at all.
        both = [_share(one.pair, of) for one in (plans[0].old, plans[0].new)]
        told = [share for share in both if share is not None]
        if len(told) < 2 or not _meet(*told):
            return None
        return _Teller(of, told).view("plan_changed", told[1].days[0])
    joined = (_share(pair, of) for pair in _by_weight(of))
    share = next((one for one in joined if one is not None), None)
    if share is None:
        return None
    kind = _kind(share, of)
    return _Teller(of, [share]).view(kind, share.days[-1 if kind == "ended" else 0])


def _by_weight(of: Reckoned) -> list[Pair]:
    pairs = [
        pair
        for pair in of.bills.pairs
        if pair.now is not None and pair.now.line.kind is ChargeKind.RECURRING
    ]
    return sorted(
        pairs, key=lambda pair: (-_heaviest_part(pair, of), pair.charge.line.name, pair.charge.rows)
    )


def _heaviest_part(pair: Pair, of: Reckoned) -> float:
    found = pieces(pair.now, On.NOW, of.bills)
    return float(max((abs(one.amount) for one in (*found.parts, *found.backs)), default=0))


def _kind(share: _Share, of: Reckoned) -> str:
    first, last = share.days[0], share.days[-1]
    one_run = (last - first).days + 1 == len(share.days)
    new = share.pair.last is None
    if one_run and last == share.around.end and new:
        return "started"
    repeated = share.pair.now and pieces(share.pair.now, On.NOW, of.bills).wholes
    if one_run and first == share.around.start and not repeated:
        return "ended"
    return "part"


def _share(pair: Pair, of: Reckoned) -> _Share | None:
    """Collect the days of one whole period that a product is charged for on this bill."""
    now = pieces(pair.now, On.NOW, of.bills)
    partial = (*now.parts, *now.backs)
    arounds = {(one.covers.around, one.covers.months) for one in partial}
    if now.odd or len(arounds) != 1:
        return None
    ((around, months),) = arounds
    known = tariff(pair, of.bills)
    if around is None or around.days > _MOST_DAYS or not _exact(partial, known):
        return None
    given = now.parts
    if now.backs and not given:
        whole = _paid_before(pair, around, of)
        if whole is None:
            return None
        given = (whole,)
    days = _days(given, now.backs)
    return None if days is None else _Share(pair, around, months, given, now.backs, days)


def _exact(partial: Sequence[Piece], known: Tariff) -> bool:
    return known.one and all(known.price_of(part) is not None for part in partial)


def _paid_before(pair: Pair, around: Period, of: Reckoned) -> Piece | None:
    """Find the line of the last bill that charged the whole period in advance."""
    last: Pieces = pieces(pair.last, On.LAST, of.bills) if of.beside else Pieces()
    found = [one for one in last.wholes if one.line.period == around]
    return found[0] if len(found) == 1 else None


def _days(given: Sequence[Piece], back: Sequence[Piece]) -> tuple[date, ...] | None:
    """List the days that are charged, if none is twice and none is given back that was not."""
    charged = [day for one in given for day in _each_day(one.line.period)]
    returned = [day for one in back for day in _each_day(one.line.period)]
    left = set(charged) - set(returned)
    if len(set(charged)) != len(charged) or len(set(returned)) != len(returned):
        return None
    if len(left) != len(charged) - len(returned) or not left:
        return None
    return tuple(sorted(left))


def _each_day(period: Period | None) -> Iterator[date]:
    if period is not None:
        for ordinal in range(period.start.toordinal(), period.end.toordinal() + 1):
            yield date.fromordinal(ordinal)


def _meet(old: _Share, new: _Share) -> bool:
    return old.around == new.around and not set(old.days) & set(new.days)


class _Teller:
    """Tells shares of one whole period as figures."""

    def __init__(self, of: Reckoned, shares: Sequence[_Share]) -> None:
        self._of = of
        self._shares = shares
        self._around = moved_period(of.proofs.now, shares[0].months)

    def view(self, kind: str, day: date) -> Proration:
        """Tell the period, its parts and its days."""
        parts = tuple(self._part(f"proration.{at}", one) for at, one in enumerate(self._shares))
        cells = tuple(self._cells())
        return Proration(
            kind=kind,
            day=next(cell.day for cell in cells if cell.day.value == day),
            period=self._around,
            parts=parts,
            cells=cells,
            total=self._of.sum("proration.total", [part.signed for part in parts]),
        )

    def _part(self, name: str, share: _Share) -> Part:
        of, book = self._of, self._of.book
        lines = (*share.given, *share.back)
        figures = [of.proofs.amount(one.on, one.row) for one in lines]
        named = (share.back or share.given)[0] if share.pair.now is None else None
        row = named.row if named else share.pair.charge.rows[0]
        return Part(
            label=name_of(of.proofs.now, row),
            signed=of.sum(f"{name}.signed", figures),
            period=self._period(name, share),
            days=self._days(name, share),
            of_days=book.derive(f"{name}.of_days", "days", [self._around]),
            price=self._price(name, share),
            whole=False,
        )

    def _days(self, name: str, share: _Share) -> Figure:
        of, book = self._of, self._of.book
        sides = [
            [
                book.derive(
                    f"{name}.{side}.{at}", "days", [of.proofs.of(one.on).figure(_path(one))]
                )
                for at, one in enumerate(lines)
            ]
            for side, lines in (("given", share.given), ("back", share.back))
        ]
        given = book.derive(f"{name}.given", "sum", sides[0])
        if not sides[1]:
            return given
        back = book.derive(f"{name}.back", "sum", sides[1])
        return book.derive(f"{name}.days", "difference", [given, back])

    def _period(self, name: str, share: _Share) -> Figure | None:
        """Tell the days as a period, where they are one."""
        of, book = self._of, self._of.book
        if len(share.given) == 1 and not share.back:
            (one,) = share.given
            return of.proofs.of(one.on).figure(_path(one))
        if len(share.given) == 1 and len(share.back) == 1:
            (one,), (back,) = share.given, share.back
            whole = one.line.period
            if whole and back.line.period and back.line.period.end == whole.end:
                start = book.derive(
                    f"{name}.start", "start", [of.proofs.of(one.on).figure(_path(one))]
                )
                after = book.derive(
                    f"{name}.after", "start", [of.proofs.of(back.on).figure(_path(back))]
                )
                end = book.derive(f"{name}.end", "day_before", [after])
                return book.derive(f"{name}.period", "period", [start, end])
        return None

    def _price(self, name: str, share: _Share) -> Figure | None:
        of = self._of
        known = tariff(share.pair, of.bills)
        price = known.price_of((*share.back, *share.given)[0])
        if price is None:
            return None
        take = of.proofs.price if price.stated else of.proofs.amount
        return of.book.derive(f"{name}.price", "absolute", [take(price.on, price.row)])

    def _cells(self) -> Iterator[DayCell]:
        book = self._of.book
        day = book.derive("proration.cells.0", "start", [self._around])
        for at, value in enumerate(_each_day(self._shares[0].around)):
            if at:
                day = book.derive(f"proration.cells.{at}", "day_after", [day])
            part = next((k for k, one in enumerate(self._shares) if value in one.days), None)
            yield DayCell(day, part, value.weekday())


def _path(piece: Piece) -> str:
    return f"lines.{piece.row}.period"
