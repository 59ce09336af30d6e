"""Third-party bills explained against changed copies of themselves, and through the command."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from renderer.bill import load_bill
from renderer.bill.model import Bill, Line
from renderer.bill.values import Money
from renderer.story import Explanation, explain

pytestmark = pytest.mark.inputs
INPUTS = Path(__file__).parents[3] / "shared/inputs"
ABSENT = pytest.mark.skip("the third-party bills of ../shared/inputs are not here")
MORE = Decimal(7)


def readable() -> list[Path]:
    """Every EN 16931 file: XML in both spellings, and PDFs."""
    files = sorted(p for p in INPUTS.glob("*/*") if p.suffix.lower() in (".xml", ".pdf"))
    return files or [pytest.param(INPUTS, marks=ABSENT)]  # type: ignore[list-item]


def written_out() -> list[Path]:
    """Those of them whose bytes hold the invoice as it is: XML."""
    return [path for path in readable() if getattr(path, "suffix", "").lower() != ".pdf"]


def _plus(amount: Money | None, more: Decimal) -> Money | None:
    return None if amount is None else replace(amount, amount=amount.amount + more)


def _dearer(line: Line) -> Line:
    return replace(line, net=_plus(line.net, MORE), gross=_plus(line.gross, MORE), tax_rate=None)


def _with(bill: Bill, lines: tuple[Line, ...], more: Decimal) -> Bill:
    """Return a later bill with these lines, whose totals moved by what the lines did."""
    return replace(
        bill,
        id=bill.id + "-2",
        lines=lines,
        charges_total=_plus(bill.charges_total, more),
        amount_due=_plus(bill.amount_due, more),
    )


def _adds_up(explained: Explanation) -> None:
    sums = sum((change.gross.amount for change in explained.changes), Decimal(0))
    assert explained.difference is not None
    assert explained.unexplained is not None
    assert sums + explained.unexplained.amount == explained.difference.amount


@pytest.mark.parametrize("path", readable(), ids=lambda path: path.name)
def test_a_dearer_line_a_missing_line_and_other_order_are_told_as_what_they_are(path: Path):
    bill = load_bill(path)
    assert not explain(_with(bill, bill.lines[::-1], Decimal(0)), bill).changes
    if not bill.lines:
        return
    dearer = _with(bill, (_dearer(bill.lines[0]), *bill.lines[1:]), MORE)
    up, down = explain(dearer, bill), explain(bill, dearer)
    _adds_up(up)
    assert up.unexplained == replace(bill.charges_total, amount=Decimal(0))
    assert [change.gross.amount for change in up.changes] == [MORE]
    assert [change.gross.amount for change in down.changes] == [-MORE]
    first = bill.lines[0].net or bill.lines[0].gross
    assert first is not None
    fewer = explain(_with(bill, bill.lines[1:], -first.amount), bill)
    _adds_up(fewer)
    assert not fewer.unexplained or not fewer.unexplained.amount or not bill.lines[1:]


@pytest.mark.parametrize("path", written_out(), ids=lambda path: path.name)
def test_the_command_explains_a_file_against_a_copy_with_another_number(path: Path, tmp_path: Path):
    bill = load_bill(path)
    number, data = (bill.number or "").encode(), path.read_bytes()
    assert number
    assert number in data
    copy = tmp_path / "copy.xml"
    copy.write_bytes(data.replace(number, b"9" + number))
    command = [sys.executable, "-m", "api.cli", "explain", path, "--previous", copy, "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(ran.stdout)
    assert (said["changes"], said["identities"]["changes"]) == ([], True)
