"""mapping.yaml: every mistake is told with its place, and what the guide shows works."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from renderer.bill import Document, open_table
from renderer.bill.table_mapping import mapping_schema, read_mapping
from renderer.bill.values import Money, Percent, Quantity
from renderer.errors import BillError
from tests.bill.table_exports import MAPPING

GUIDE = (Path(__file__).parents[2] / "docs/tables.md").read_text(encoding="utf-8")
SMALL = """\
schema: 1
tables:
  rated: {file: rated.csv, key: INVOICE}
bill:
  fields:
    currency: {constant: EUR}
    charges_total: TOTAL
    customer: {account: ACCOUNT}
    issued: {column: DATE, format: DD.MM.YYYY}
lines:
  fields:
    name: TEXT
    kind: {column: TYPE, values: {RC: recurring}}
    net: NET
    quantity: {column: Q, unit: MB, as: GB}
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def read(text: str):
    return read_mapping(Document("m.yaml", text.encode()), Path())


@pytest.mark.parametrize(
    ("right", "wrong", "where", "says"),
    [
        ("schema: 1", "schema: 2", "m.yaml:1:9", "'1'"),
        ("lines:", "line:", "m.yaml:10:1", "Did you mean 'lines'?"),
        ("name: TEXT", "nam: TEXT", "m.yaml:12:5", "Did you mean 'name'?"),
        ("account: ACCOUNT", "acount: ACCOUNT", "m.yaml:8:16", "Did you mean 'account'?"),
        ("values: {RC", "value: {RC", "m.yaml:13:26", "Did you mean 'values'?"),
        ("RC: recurring", "RC: recuring", "m.yaml:13:39", "'recurring'"),
        ("as: GB", "has: GB", "m.yaml:15:37", "Did you mean 'as'?"),
        ("DD.MM.YYYY", "DD.MM.YY", "m.yaml:9:36", "DD.MM.YYYY"),
        (", key: INVOICE", "", "m.yaml:3:10", "'key' is missing"),
        ("charges_total: TOTAL", "number: N", "m.yaml:6:5", "map charges_total"),
        ("net: NET", "tax: NET", "m.yaml:12:5", "map net or gross"),
        ("name: TEXT", "name: {}", "m.yaml:12:11", "either column or constant"),
        ("name: TEXT", "name: !!str TEXT", "m.yaml:12:11", "no anchors"),
        ("fields:", "fields: &f", "m.yaml:5:11", "no anchors"),
        ("schema: 1", "schema: 1\nschema: 1", "m.yaml:2:1", "twice"),
        ("schema: 1", "schema: {", "m.yaml", "not YAML"),
        ("lines:\n", "lines:\n  table: rates\n", "m.yaml:11:10", "Did you mean 'rated'?"),
        (
            "rated: {file: rated.csv, key: INVOICE}",
            "rated: {file: a, key: I}\n  more: {file: b, key: I}",
            "m.yaml:5:1",
            "which table",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_way_out(right, wrong, where, says):
    assert read(SMALL)
    with pytest.raises(BillError) as caught:
        read(SMALL.replace(right, wrong, 1))
    assert caught.value.code == "mapping-not-valid"
    assert (caught.value.where or "").startswith(where)
    assert says.lower() in f"{caught.value.message} {caught.value.remedy}".lower()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "a", "schema: [" + "[" * 3000, "a: " * 2000, "#" * 70_000, "- " * 20_000, "\0: 1"],
)
def test_what_is_no_mapping_is_refused(text):
    with pytest.raises(BillError) as caught:
        read(text)
    assert caught.value.code == "mapping-not-valid"


def test_codes_are_text_whatever_yaml_makes_of_them():
    told = read(SMALL.replace("{RC: recurring}", "{NO: recurring, 01: usage, null: other}"))
    assert list(told.told.lines.fields.kind.values) == ["NO", "01", "null"]


def test_the_guides_mappings_are_valid():
    found = blocks("yaml")
    assert len(found) == 2
    for text in (*found, MAPPING.replace("@UNIT@", "percent"), SMALL):
        assert read(text).columns
        jsonschema.validate(YAML(typ="safe", pure=True).load(text), mapping_schema())


def test_the_guides_example_is_a_bill_that_adds_up(tmp_path, prove):
    (tmp_path / "rated.csv").write_text(blocks("csv")[0], encoding="utf-8")
    (tmp_path / "mapping.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    bill = open_table(tmp_path / "mapping.yaml").bill("INV-1")
    assert bill.breakdown is None
    assert bill.charges_total == Money(Decimal("1011.50"), "EUR")
    assert [str(line.net.amount) for line in bill.lines] == ["50.00", "820.00", "5.00", "-25.00"]
    assert bill.lines[2].quantity == Quantity(Decimal(2), "GB")
    assert bill.lines[0].tax_rate == Percent(Decimal(19))
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    known = {Document("", data).sha256: data for data in files}
    assert set(bill.documents) == set(known)
    assert prove(bill, known) > 40
