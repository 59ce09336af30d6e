"""`billreel explain`: the waterfall, for people and for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from tests.api.conftest import ROOT, SAMPLES

PROGRAM = "from api.cli import main; main()"
EN = SAMPLES / "en"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, "explain", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "160", "NO_COLOR": "1"},
    )


def test_the_json_adds_up_and_names_every_line_by_its_place() -> None:
    done = run(EN / "bill.json", "--previous", EN / "previous", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    amounts = [Decimal(change["gross"]["amount"]) for change in told["changes"]]
    assert sum(amounts) == Decimal(told["difference"]["amount"])
    assert told["identities"] == {"changes": True, "due": True}
    assert Decimal(told["unexplained"]["amount"]) == 0
    assert told["changes"][0]["cause"] == "promotion_ended"
    bill = json.loads((EN / "bill.json").read_text(encoding="utf-8"))
    for change in told["changes"]:
        assert change["lines"] or change["previous_lines"]
        for line in change["lines"]:
            (pointer,) = line["pointers"]
            at = bill
            for step in pointer.partition("#/")[2].split("/"):
                at = at[int(step)] if isinstance(at, list) else at[step]
            assert Decimal(str(at)) == Decimal(line["amount"]["amount"])


def test_the_table_leads_from_the_last_total_to_what_is_due() -> None:
    done = run(EN / "bill.json", "--previous", EN / "previous/2026-10.json", "-v")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split("│")[1].strip() for line in done.stdout.splitlines() if "│" in line]
    assert rows[0] == "last bill"
    assert "amount due" in rows
    assert "Welcome discount" in rows
    assert "promotion ended, 2026-11-02, 2 of 30 days" in done.stdout
    assert "/appliedCustomerBillingRate/3/taxIncludedAmount/value" in done.stdout


def test_a_breakdown_that_does_not_add_up_is_not_explained() -> None:
    short = SAMPLES / "en-short"
    done = run(short / "bill.json", "--previous", EN / "previous/2026-10.json", "--json")
    assert done.returncode == 2, "bills of two accounts"
    assert json.loads(done.stdout)["error"]["code"] == "another-account"


def test_without_an_earlier_bill_there_is_nothing_to_explain() -> None:
    done = run(EN / "bill.json", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "no-earlier-bill"
