"""`--table` and `--bill`: a bill out of tables, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderer.bill import load_bill
from tests.api.conftest import SAMPLES
from tests.bill.table_exports import write_export

KEY = "NL-2026-11-4711"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    return write_export(tmp_path, ["en"], "parquet")


def test_inspect_shows_a_bill_of_a_table(billreel, mapping: Path) -> None:
    told = load_bill(SAMPLES / "en/bill.json")
    done = billreel("inspect", "--table", mapping, "--bill", KEY, "--json")
    assert done.status == 0
    assert done.json["id"] == told.id
    assert len(done.json["lines"]) == len(told.lines)
    assert len(done.json["documents"]) == 6


def test_a_table_of_the_mapping_may_be_another_file(billreel, mapping: Path) -> None:
    lines = mapping.with_name("lines.parquet").rename(mapping.with_name("november.parquet"))
    gone = billreel("inspect", "--table", mapping, "--bill", KEY, "--json")
    assert gone.json["error"]["code"] == "document-not-readable"
    done = billreel("inspect", "--table", mapping, "--bill", KEY, "--file", f"lines={lines}")
    assert (done.status, KEY in done.said) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--table", "MAPPING"), "bill-missing"),
        (("--bill", KEY), "bill-missing"),
        ((), "bill-missing"),
        (("MAPPING", "--table", "MAPPING", "--bill", KEY), "several-bills"),
        (("--table", "MAPPING", "--bill", "none"), "table-bill-missing"),
        (("--table", "MAPPING", "--bill", KEY, "--file", "line=x"), "mapping-not-valid"),
        (("--table", "MAPPING", "--bill", KEY, "--file", "x"), "option-not-a-pair"),
        (("LINES",), "table-without-mapping"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_the_way_out(
    arguments, code, billreel, mapping: Path
) -> None:
    places = {"MAPPING": str(mapping), "LINES": str(mapping.with_name("lines.parquet"))}
    done = billreel("inspect", *(places.get(one, one) for one in arguments), "--json")
    assert (done.status, done.json["error"]["code"]) == (2, code)
    assert done.json["error"]["remedy"]
