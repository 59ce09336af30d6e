"""How often explanations are right, against the truth of a generated cohort.

    python -m tests.bench.explain_accuracy [--customers N] [--seed S] [--months M] [--damage KIND]
        [--misses N] [--json]

Without `--damage`, bills are as they are made, ids and all; `--damage all` measures every kind.
Money is counted in units that make currencies comparable. Of the changed money, a share is

- right: told with its cause and amount (lines may be told together that are one cause all),
- wrong: told with another cause, or with a cause where the truth has none,
- unnamed: told without a cause, where the truth has one.

`causeless` is the share that has no cause by docs/changes.md; told without one it is right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from api.cohort import Account, accounts
from api.cohort.damage import DAMAGES
from api.cohort.documents import BillFile, bill_files
from api.cohort.truth import RatedBill, TrueChange
from renderer.bill import Document, parse_bill
from renderer.bill.model import Bill
from renderer.story import explain
from renderer.story.explanation import Change

WORTH = {"GBP": 1, "EUR": 1, "AED": Decimal("0.2"), "IDR": Decimal("0.00006"),
         "KRW": Decimal("0.0007")}  # fmt: skip
Row = tuple[str, int]
"""A line by its side ("now", "last") and its place in the rated bill."""


@dataclass
class Accuracy:
    """What was found over many pairs of bills; money in comparable units."""

    pairs: int = 0
    changes: int = 0
    money: Decimal = Decimal(0)
    right: Decimal = Decimal(0)
    unnamed: Decimal = Decimal(0)
    wrong: Decimal = Decimal(0)
    amounts_unequal: int = 0
    unexplained: int = 0
    causeless: Decimal = Decimal(0)
    misses: Counter[tuple[str, str]] = field(default_factory=Counter)
    lost: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def share(self, part: Decimal) -> float:
        """Return a part of the changed money."""
        return float(part / self.money) if self.money else 0.0

    def note(self, true: str | None, told: str, money: Decimal, where: str) -> None:
        """Count something that was told otherwise than it is."""
        key = (str(true), told)
        self.misses[key] += 1
        self.lost[key] += money
        self.examples[key].append(where)


@dataclass
class _Knot:
    """True and told changes that share lines: they stand or fall together."""

    true: list[TrueChange] = field(default_factory=list)
    told: list[Change] = field(default_factory=list)


def measure(found: Iterable[Account], kinds: Sequence[str] = ()) -> Accuracy:
    """Explain every pair of neighbouring bills, and hold it against the truth."""
    result = Accuracy()
    for account in found:
        files = bill_files(account, kinds)
        bills = [parse_bill([Document(one.path, one.text.encode())]) for one in files]
        for at in range(1, len(bills)):
            where = f"{account.ledger.number} {files[at].path}"
            _pair(result, account, at, files[at - 1 : at + 1], bills[at - 1 : at + 1], where)
    return result


def _pair(
    result: Accuracy,
    account: Account,
    at: int,
    files: Sequence[BillFile],
    bills: Sequence[Bill],
    where: str,
) -> None:
    told = explain(bills[1], bills[0])
    worth = WORTH[account.ledger.market.currency]
    true = account.bills[at].changes
    result.pairs += 1
    result.changes += len(true)
    result.money += sum(abs(one.amounts.gross) for one in true) * worth
    result.unexplained += told.unexplained is None or told.unexplained.amount != 0
    result.causeless += sum(abs(one.amounts.gross) for one in true if one.cause is None) * worth
    rated = [account.bills[at - 1].rated, account.bills[at].rated]
    for knot in _knots(true, told.changes, files, rated):
        _judge(result, knot, worth, where)


def _judge(result: Accuracy, knot: _Knot, worth: Decimal, where: str) -> None:
    """Take away what is told as it is true; of the rest, what was told by a cause is wrong."""
    true = [(one.cause, one.amounts.gross) for one in knot.true]
    told = [(one.cause, one.gross.amount) for one in knot.told]
    if sum(by for _, by in true) != sum(by for _, by in told):
        result.amounts_unequal += 1
    same = list((Counter(true) & Counter(told)).elements())
    for one in same:
        true.remove(one)
        told.remove(one)
        result.right += abs(one[1]) * worth
    left: dict[str | None, Decimal] = {}
    false: dict[str | None, Decimal] = {}
    for cause in {cause for cause, _ in (*true, *told)}:
        is_true, is_told = ([by for one, by in side if one == cause] for side in (true, told))
        sums = sum(is_true, Decimal(0)), sum(is_told, Decimal(0))
        weights = [sum((abs(by) for by in side), Decimal(0)) for side in (is_true, is_told)]
        right = weights[0] if sums[0] == sums[1] else _common(*sums)
        result.right += right * worth
        left[cause] = weights[0] - right
        false[cause] = Decimal(0) if sums[0] == sums[1] else weights[1] - _common(*sums)
    named = sum((money for cause, money in false.items() if cause is not None), Decimal(0))
    result.wrong += named * worth
    result.unnamed += max(sum(left.values(), Decimal(0)) - named, Decimal(0)) * worth
    names = ", ".join(sorted(str(cause) for cause, money in false.items() if money)) or "less of it"
    if any(left.values()):
        for cause, money in left.items():
            if money:
                result.note(cause, names, money * worth, where)
    elif named:
        result.note("no change", names, named * worth, where)


def _common(one: Decimal, other: Decimal) -> Decimal:
    """Return how far two amounts go in the same direction."""
    return min(abs(one), abs(other)) if one * other > 0 else Decimal(0)


def _knots(
    true: Sequence[TrueChange],
    told: Sequence[Change],
    files: Sequence[BillFile],
    rated: Sequence[RatedBill],
) -> Iterator[_Knot]:
    """Tie changes together that have lines, or charges, in common; those of tax by their cause."""
    ties: dict[object, _Knot] = {}
    knots: list[_Knot] = []

    def tie(marks: list[object]) -> _Knot:
        knot = _Knot()
        knots.append(knot)
        for mark in marks:
            other = ties.get(mark)
            if other is not None and other is not knot:
                knot.true += other.true
                knot.told += other.told
                knots.remove(other)
                for key, value in ties.items():
                    if value is other:
                        ties[key] = knot
            ties[mark] = knot
        return knot

    for charge in _charges(rated):
        tie(charge)
    for one in true:
        tie(_marks_of_truth(one)).true.append(one)
    for other in told:
        tie(_marks_told(other, files)).told.append(other)
    yield from knots


def _charges(rated: Sequence[RatedBill]) -> list[list[object]]:
    """List the lines of both bills by the charge that they are, changed or not."""
    found: dict[str, list[object]] = defaultdict(list)
    for side, bill in zip(("last", "now"), rated, strict=True):
        for at, line in enumerate(bill.lines):
            found[line.charge].append((side, at))
    return list(found.values())


def _marks_of_truth(one: TrueChange) -> list[object]:
    if one.kind == "tax":
        return ["tax", one.cause]
    return [*(("now", at) for at in one.lines), *(("last", at) for at in one.lines_before)]


def _marks_told(one: Change, files: Sequence[BillFile]) -> list[object]:
    if one.charge == "tax":
        return ["tax", one.cause]
    last, now = files
    marks: list[object] = [("now", at) for row in one.now for at in now.origins[row]]
    return [*marks, *(("last", at) for row in one.last for at in last.origins[row])]


def report(result: Accuracy, most: int) -> dict[str, object]:
    """Say what was found as plain data, misses by kind, the heaviest first."""
    return {
        "pairs": result.pairs,
        "changes": result.changes,
        "right": round(result.share(result.right), 6),
        "unnamed": round(result.share(result.unnamed), 6),
        "wrong": round(result.share(result.wrong), 6),
        "amounts_unequal": result.amounts_unequal,
        "unexplained": result.unexplained,
        "causeless": round(result.share(result.causeless), 6),
        "misses": [
            {
                "true": true,
                "told": told,
                "count": result.misses[true, told],
                "share": round(result.share(money), 6),
                "examples": result.examples[true, told][:most],
            }
            for (true, told), money in result.lost.most_common()
        ],
    }


def _table(kind: str, content: dict[str, object]) -> str:
    rows = [
        f"{kind}: {content['pairs']} pairs, {content['changes']} changes; "
        f"right {content['right']:.4%}, unnamed {content['unnamed']:.4%}, "
        f"wrong {content['wrong']:.4%}; causeless {content['causeless']:.4%}, "
        f"unequal {content['amounts_unequal']}, unexplained {content['unexplained']}"
    ]
    misses = content["misses"]
    assert isinstance(misses, list)
    for miss in misses:
        places = "; ".join(miss["examples"])
        rows.append(
            f"  {miss['true']:>18} told as {miss['told']:<30}"
            f"{miss['count']:>6} {miss['share']:>9.4%}  {places}"
        )
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Hold explanations against the truth.")
    parser.add_argument("--customers", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--months", type=int, default=7)
    parser.add_argument("--damage", choices=[*DAMAGES, "all"])
    parser.add_argument("--misses", type=int, default=3, help="examples of each kind of miss")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    kinds: list[str | None] = [None, *DAMAGES] if asked.damage == "all" else [asked.damage]
    told = {}
    for kind in kinds:
        cohort = accounts(asked.seed, asked.customers, asked.months)
        told[kind or "intact"] = report(measure(cohort, [kind] if kind else []), asked.misses)
        if not asked.json:
            print(_table(kind or "intact", told[kind or "intact"]), flush=True)  # noqa: T201
    if asked.json:
        print(json.dumps(told, indent=1))  # noqa: T201 -- a script


if __name__ == "__main__":
    main()
