"""The same customers as tables are the same bills, in every format, found by key or in one pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from renderer.bill import Document, load_bill, open_table
from renderer.bill.model import Bill
from renderer.errors import BillError
from tests.bill.table_exports import (
    SAMPLES,
    WRITERS,
    bundles,
    tables_of,
    write_csv,
    write_export,
    write_parquet,
)

LANGUAGES = ("ar", "de", "en", "fr", "id", "ko")
HEAD = "INVOICE,ACCOUNT,CCY,TOTAL,TEXT,NET\n"
MAPPING = """\
schema: 1
tables: {rated: {file: rated.csv, key: INVOICE}}
bill:
  fields: {currency: CCY, charges_total: TOTAL, customer: {account: ACCOUNT}}
lines:
  fields: {name: TEXT, gross: NET}
"""
TWO = (
    MAPPING.replace(
        "{rated: {file: rated.csv, key: INVOICE}}",
        "{bills: {file: bills.csv, key: INVOICE}, rated: {file: rated.csv, key: INVOICE}}",
    )
    .replace("bill:\n", "bill:\n  table: bills\n")
    .replace("lines:\n", "lines:\n  table: rated\n")
)


def fraction(language: str) -> str:
    text = (SAMPLES / language / "bill.json").read_text(encoding="utf-8")
    return "fraction" if '"taxRate": 0.' in text else "percent"


def bare(bill: Bill) -> Bill:
    """Leave out where values stand."""
    return replace(bill, sources={}, documents=(), parts=())


def export(folder: Path, mapping: str = MAPPING, **tables: str) -> Path:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    path = folder / "mapping.yaml"
    path.write_text(mapping, encoding="utf-8")
    return path


def where(call) -> tuple[str, str]:
    with pytest.raises(BillError) as caught:
        call()
    return caught.value.code, (caught.value.where or "").partition("#")[2]


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_customer_is_the_same_bill_as_tmf678_and_as_a_table(language, form, tmp_path, prove):
    mapping = write_export(tmp_path, [language], form, fraction(language))
    told = load_bill(SAMPLES / language / "bill.json")
    bill = open_table(mapping).bill(told.id)
    assert bare(bill) == bare(told)
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    known = {Document("", path.read_bytes()).sha256: path.read_bytes() for path in files}
    assert prove(bill, known) > 60


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_all_bills_in_one_pass_are_those_found_by_key(form, tmp_path):
    mapping = write_export(tmp_path, ["de", "en"], form)
    table = open_table(mapping)
    keys = list(table.keys())
    assert len(keys) == sum(1 for one in ("de", "en") for _ in bundles(one))
    assert keys == sorted(keys)
    assert list(table.bills()) == [table.bill(key) for key in keys]


def test_an_accounts_bills_are_found_among_others(tmp_path):
    table = open_table(write_export(tmp_path, ["de", "en"], "parquet"))
    last = load_bill(SAMPLES / "en/bill.json")
    found = list(table.bills_of(last.customer.account))
    assert [one.id for one in found] == [one["customerBill"]["id"] for one in bundles("en")]
    assert {one.customer.account for one in found} == {last.customer.account}


def test_a_table_may_come_in_parts(tmp_path):
    mapping = write_export(tmp_path, ["en"], "csv")
    whole = open_table(mapping).bill("NL-2026-11-4711")
    rows = [row for one in bundles("en") for row in tables_of(one)["lines"]]
    (tmp_path / "parts").mkdir()
    write_csv(tmp_path / "parts/b.csv", rows[20:])
    write_csv(tmp_path / "parts/a.csv", rows[:20])
    (tmp_path / "parts/.hidden").write_text("no part")
    parts = open_table(mapping, {"lines": tmp_path / "parts"})
    assert bare(parts.bill("NL-2026-11-4711")) == bare(whole)
    assert len(list(parts.bills())) == len(list(bundles("en")))


def test_a_row_may_say_its_kind_of_record(tmp_path):
    rows = (
        "KIND,INVOICE,CCY,TOTAL,TEXT,NET\nH,1,EUR,50,,\nL,1,,,Plan,60\nL,1,,,Less,-10\nX,1,,,?,9\n"
    )
    mapping = MAPPING.replace("bill:\n", "bill:\n  only: {KIND: [H]}\n")
    mapping = mapping.replace("lines:\n", "lines:\n  only: {KIND: [L]}\n")
    mapping = mapping.replace(", customer: {account: ACCOUNT}", "")
    table = open_table(export(tmp_path, mapping, rated=rows))
    assert [line.name for line in table.bill("1").lines] == ["Plan", "Less"]
    assert list(table.bills()) == [table.bill("1")]


@pytest.mark.parametrize(
    "keys", [("1", "2", "10"), ("1", "10", "2"), ("007", "8", "0010"), ("é", "ü")]
)
def test_tables_may_be_sorted_as_text_or_as_numbers(keys, tmp_path):
    bills = HEAD + "".join(f"{key},A,EUR,5,,\n" for key in keys)
    lines = HEAD + "".join(f"{key},A,EUR,5,Plan,5\n" * 2 for key in keys[1:])
    table = open_table(export(tmp_path, TWO, bills=bills, rated=lines))
    assert list(table.keys()) == list(keys)
    assert [len(bill.lines) for bill in table.bills()] == [0] + [2] * (len(keys) - 1)


@pytest.mark.parametrize(
    ("bills", "lines", "code"),
    [
        (("1", "3", "2"), (), "table-not-sorted"),
        (("2", "10", "1"), (), "table-not-sorted"),
        (("1", "2"), ("1", "3"), "table-row-without-bill"),
        (("1", "3"), ("1", "2"), "table-row-without-bill"),
        (("1", "2"), ("2", "1"), "table-not-sorted"),
        (("1", "1"), (), "table-bill-twice"),
        (("1", ""), (), "table-key-missing"),
    ],
)
def test_rows_out_of_order_or_without_bill_are_refused(bills, lines, code, tmp_path):
    head = HEAD + "".join(f"{key},A,EUR,5,,\n" for key in bills)
    rows = HEAD + "".join(f"{key},A,EUR,5,Plan,5\n" for key in lines)
    table = open_table(export(tmp_path, TWO, bills=head, rated=rows))
    assert where(lambda: list(table.bills()))[0] == code


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ("1,A,EUR,50,Plan,50\n1,A,EUR,60,More,10\n", "table-header-differs", "/rows/1/TOTAL"),
        ("1,A,EUR,50,Plan,50\n1,A,USD,50,More,10\n", "currencies-mixed", "/rows/1/CCY"),
        ("1,A,EUR,50,Plan,50\n1,B,EUR,50,More,10\n", "table-header-differs", "/rows/1/ACCOUNT"),
        ("1,A,,50,Plan,50\n", "currency-missing", "/rows/0/CCY"),
        ("1,A,EURO,50,Plan,50\n", "currency-unknown", "/rows/0/CCY"),
        ("1,A,EUR,,Plan,50\n", "total-missing", "/rows/0"),
        ("1,A,EUR,50.001,Plan,50\n", "amount-too-fine", "/rows/0/TOTAL"),
        ("2,A,EUR,5,x,5\n1,A,EUR,50,Plan,\n", "table-amount-missing", "/rows/1"),
        ("1,A,EUR,50,Plan,NaN\n", "number-not-readable", "/rows/0/NET"),
        ("1,A,EUR,50,Plan,1e400\n", "number-not-readable", "/rows/0/NET"),
        ("1,A,EUR,50,Plan,=1+49\n", "number-not-readable", "/rows/0/NET"),
        ('1,A,EUR,50,Plan,"50,0"\n', "number-not-readable", "/rows/0/NET"),
        ("1,A,EUR,50," + "x" * 2000 + ",50\n", "text-too-long", "/rows/0/TEXT"),
        ("2,A,EUR,50,Plan,50\n", "table-bill-missing", "/columns/INVOICE"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_row_and_column(rows, code, place, tmp_path):
    table = open_table(export(tmp_path, rated=HEAD + rows))
    assert where(lambda: table.bill("1")) == (code, place)


def test_lines_that_do_not_add_up_are_told_by_row_and_column(tmp_path):
    rows = HEAD + "1,A,EUR,50,Plan,30\n\n1,A,EUR,50,More,21\n"
    bill = open_table(export(tmp_path, rated=rows)).bill("1")
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "lines"
    places = [one.partition("#")[2] for one in bill.breakdown.pointers]
    assert places == ["/rows/0/TOTAL", "/rows/0/NET", "/rows/1/NET"]


def test_totals_that_do_not_add_up_refuse_the_bill(tmp_path):
    mapping = MAPPING.replace("charges_total: TOTAL", "charges_total: TOTAL, amount_due: DUE")
    rows = "INVOICE,ACCOUNT,CCY,TOTAL,DUE,TEXT,NET\n1,A,EUR,50,51,Plan,50\n"
    table = open_table(export(tmp_path, mapping, rated=rows))
    assert where(lambda: table.bill("1")) == ("due-does-not-add-up", "/rows/0/DUE")


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path):
    mapping = export(
        tmp_path, MAPPING.replace("gross: NET", "gross: NETT"), rated=HEAD + "1,A,EUR,5,x,5\n"
    )
    with pytest.raises(BillError) as caught:
        open_table(mapping).bill("1")
    assert caught.value.code == "table-column-missing"
    assert caught.value.remedy == "Did you mean 'NET'?"


def test_a_key_of_another_type_is_found_too(tmp_path):
    rows = [{"INVOICE": i // 3, "CCY": "EUR", "TOTAL": 3, "TEXT": "x", "NET": 1} for i in range(60)]
    types = {name: pa.int64() for name in ("INVOICE", "TOTAL", "NET")}
    write_parquet(tmp_path / "rated.csv", rows, **types)
    mapping = MAPPING.replace(", customer: {account: ACCOUNT}", "")
    table = open_table(export(tmp_path, mapping))
    assert len(table.bill("7").lines) == 3
    assert where(lambda: table.bill("07"))[0] == "table-bill-missing"
    assert where(lambda: table.bill("x"))[0] == "table-bill-missing"
    assert len(list(table.bills())) == 20
