"""What cells say is read exactly, whatever a file stores it as, and can be computed again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.bill import Document, open_table
from renderer.bill.model import BillKind, ChargeKind, Computed, Source
from renderer.bill.reading import number_of
from renderer.bill.table_notation import (
    as_gigabytes,
    as_minutes,
    day_written,
    in_minor,
    is_pattern,
    number_written,
)
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.errors import BillError

CENTS = st.integers(-(10**13), 10**13)
START = """\
schema: 1
tables: {rated: {file: rated, key: KEY}}
bill:
  fields: {currency: CCY, charges_total: TOTAL}
lines:
  fields: {name: NAME, gross: GROSS}
"""

DAYS = "issued: {column: A, format: DD.MM.YYYY}, due: B, period: {start: C, end: D}"


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def rows(columns: dict[str, Any]) -> dict[str, Any]:
    size = len(next(iter(columns.values())))
    fixed = {"KEY": "1", "CCY": "EUR", "NAME": "Plan", "TOTAL": "5.00", "GROSS": "5.00"}
    return {name: [value] * size for name, value in fixed.items() if name not in columns} | columns


def parquet(folder: Path, columns: dict[str, Any], mapping: str = START):
    pq.write_table(pa.table(rows(columns)), folder / "rated")
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    return open_table(folder / "mapping.yaml")


def text(folder: Path, columns: dict[str, list[str]], mapping: str = START):
    told = rows(columns)
    lines = [list(told), *zip(*told.values(), strict=True)]
    data = "".join(";".join(line) + "\n" for line in lines)
    (folder / "rated").write_text(data, encoding="utf-8")
    (folder / "mapping.yaml").write_text(
        mapping.replace("key: KEY", 'key: KEY, delimiter: ";"'), encoding="utf-8"
    )
    return open_table(folder / "mapping.yaml")


def files(folder: Path) -> dict[str, bytes]:
    data = [path.read_bytes() for path in folder.iterdir()]
    return {Document("", one).sha256: one for one in data}


def refusal(call) -> tuple[str, str]:
    with pytest.raises(BillError) as caught:
        call()
    return caught.value.code, (caught.value.where or "").partition("#")[2]


@pytest.mark.parametrize(
    "column",
    [
        pa.array([Decimal("12.5000")], pa.decimal128(18, 4)),
        pa.array([Decimal("12.50")], pa.decimal256(50, 2)),
        pa.array([12.5], pa.float64()),
        pa.array([12.5], pa.float32()),
        pa.array(["12.5"], pa.string()),
        pa.array(["12.50"], pa.large_string()),
        pa.array([b"12.50"], pa.binary()),
        pa.array(["12.500"]).dictionary_encode(),
    ],
    ids=str,
)
def test_an_amount_is_the_same_whatever_a_column_stores_it_as(column, tmp_path, prove):
    bill = parquet(tmp_path, {"TOTAL": column, "GROSS": column}).bill("1")
    assert (bill.breakdown, str(bill.charges_total.amount)) == (None, "12.50")
    assert prove(bill, files(tmp_path)) > 5


@given(cents=CENTS)
def test_minor_units_are_money_to_the_cent(cents, tmp_path_factory):
    folder = tmp_path_factory.mktemp("minor")
    table = parquet(
        folder,
        {"TOTAL": [cents], "GROSS": [cents]},
        START.replace("tables", "amounts: minor\ntables"),
    )
    bill = table.bill("1")
    assert bill.charges_total.amount * 100 == cents
    assert bill.sources["charges_total"] == Computed("from_minor", ("parts.0", "currency"))
    assert bill.parts[0] == Quantity(Decimal(cents), "minor")


@pytest.mark.parametrize(
    ("currency", "amount"), [("EUR", "12.34"), ("KRW", "1234"), ("TND", "1.234")]
)
def test_minor_units_are_those_of_the_currency(currency, amount, tmp_path, prove):
    mapping = START.replace("tables", "amounts: minor\ntables")
    bill = parquet(tmp_path, {"CCY": [currency], "TOTAL": [1234], "GROSS": [1234]}, mapping).bill(
        "1"
    )
    assert str(bill.charges_total.amount) == amount
    assert prove(bill, files(tmp_path)) > 5


@pytest.mark.parametrize(
    ("value", "read"),
    [(19.99, "19.99"), (0.1, "0.10"), (1e6, "1000000.00"), (0.0001, "0.0001"), (1e-300, None),
     (0.1 + 0.2, None), (1 / 3, None), (123456789012.34, "123456789012.34")],
)  # fmt: skip
def test_floats_are_taken_while_their_digits_are_an_amount(value, read, tmp_path):
    table = parquet(tmp_path, {"GROSS": [value]})
    if read is None:
        code, where = refusal(lambda: table.bill("1"))
        assert code in ("table-number-not-exact", "number-not-readable")
        assert where == "/rows/0/GROSS"
    else:
        assert str(table.bill("1").lines[0].gross.amount) == read


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused_with_its_cell(value, tmp_path):
    table = parquet(tmp_path, {"GROSS": [5.0, value]})
    assert refusal(lambda: table.bill("1")) == ("table-cell-not-readable", "/rows/1/GROSS")


def test_a_decimal_beyond_any_bill_is_refused(tmp_path):
    wide = pa.array([Decimal(10) ** 40], pa.decimal256(60, 2))
    table = parquet(tmp_path, {"GROSS": wide})
    assert refusal(lambda: table.bill("1")) == ("number-not-readable", "/rows/0/GROSS")


@given(
    whole=st.integers(0, 10**12),
    rest=st.integers(0, 99),
    sign=st.sampled_from(["", "-", "+"]),
    group=st.sampled_from(["", ".", " ", "'", "\u00a0", "\u202f", "’"]),
    behind=st.booleans(),
)
def test_a_number_is_read_in_the_notation_of_its_country(whole, rest, sign, group, behind):
    grouped = f"{whole:,}".replace(",", group)
    written = f"{grouped},{rest:02}"
    written = written + sign if behind and sign == "-" else sign + written
    expected = Decimal(f"{'-' if sign == '-' else ''}{whole}.{rest:02}")
    assert number_written(written, ",") == expected
    assert number_written(written.translate(str.maketrans(".,", ",.")), ".") == expected


@given(st.text(max_size=20))
def test_other_text_is_no_number(written):
    number = number_written(written, ",")
    assert number is None or number_of(str(number)) == number


@pytest.mark.parametrize(
    "written",
    ["", "1.23,4", "12.34.56", "1,2,3", "--1", "-1-", "1e5", "€ 5", "1.2345,0", ",5", "٣,٥"],
)
def test_numbers_are_not_guessed(written):
    assert number_written(written, ",") is None


def test_a_decimal_comma_is_a_matter_of_text_and_proved_with_the_mapping(tmp_path, prove):
    mapping = START.replace("key: KEY", 'key: KEY, decimal: ","').replace(
        "gross: GROSS", "gross: GROSS, tax_rate: {column: RATE, unit: fraction}"
    )
    columns = {"TOTAL": ["1.005,00"], "GROSS": ["1.005,00"], "RATE": ["0,19"]}
    bill = text(tmp_path, columns, mapping).bill("1")
    assert bill.charges_total == eur("1005")
    assert bill.lines[0].tax_rate == Percent(Decimal(19))
    assert prove(bill, files(tmp_path)) > 10


def test_a_point_in_a_decimal_comma_table_groups(tmp_path):
    mapping = START.replace("key: KEY", 'key: KEY, decimal: ","')
    bill = text(tmp_path, {"TOTAL": ["1.005"], "GROSS": ["1.005"]}, mapping).bill("1")
    assert bill.charges_total == eur("1005")


def test_numbers_that_a_file_keeps_as_numbers_have_no_notation(tmp_path):
    mapping = START.replace("key: KEY", 'key: KEY, decimal: ","')
    row = {"KEY": "1", "CCY": "EUR", "NAME": "Plan", "TOTAL": 1.005, "GROSS": "1,005"}
    (tmp_path / "rated").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "mapping.yaml").write_text(mapping, encoding="utf-8")
    code, where = refusal(lambda: open_table(tmp_path / "mapping.yaml").bill("1"))
    assert (code, where) == ("amount-too-fine", "/rows/0/TOTAL")


@pytest.mark.parametrize(
    ("written", "pattern", "day"),
    [
        ("30.11.2026", "DD.MM.YYYY", date(2026, 11, 30)),
        ("3.1.2026", "DD.MM.YYYY", date(2026, 1, 3)),
        ("11/30/2026", "MM/DD/YYYY", date(2026, 11, 30)),
        ("11/30/2026 12:00:00 AM", "MM/DD/YYYY", date(2026, 11, 30)),
        ("20261130", "YYYYMMDD", date(2026, 11, 30)),
        ("30112026", "DDMMYYYY", date(2026, 11, 30)),
        ("31.11.2026", "DD.MM.YYYY", None),
        ("30.11.26", "DD.MM.YYYY", None),
        ("30/11/2026", "DD.MM.YYYY", None),
        ("30.11.2026x", "DD.MM.YYYY", None),
        ("3112026", "DDMMYYYY", None),
    ],
)
def test_a_day_is_read_by_its_format(written, pattern, day):
    assert day_written(written, pattern) == day


@pytest.mark.parametrize(
    "pattern", ["", "DD.MM.YY", "DD.MM", "%d.%m.%Y", "DD.DD.YYYY", "YYYY-MM-DD hh"]
)
def test_a_format_names_year_month_and_day(pattern):
    assert not is_pattern(pattern)


def test_days_come_as_text_days_or_moments(tmp_path, prove):
    mapping = START.replace(
        "charges_total: TOTAL",
        f"charges_total: TOTAL, {DAYS}",
    )
    columns = {
        "A": ["01.12.2026"],
        "B": pa.array([date(2026, 12, 15)]),
        "C": pa.array([datetime(2026, 10, 31, 23)], pa.timestamp("us", "UTC")),
        "D": pa.array([datetime(2026, 11, 30, 5, 6, 7, 8)], pa.timestamp("us")),
    }
    bill = parquet(tmp_path, columns, mapping).bill("1")
    assert (bill.issued, bill.due) == (date(2026, 12, 1), date(2026, 12, 15))
    assert bill.period == Period(date(2026, 10, 31), date(2026, 11, 30))
    assert prove(bill, files(tmp_path)) > 10


@pytest.mark.parametrize(
    ("columns", "code", "where"),
    [
        ({"A": ["31.11.2026"]}, "date-not-valid", "/rows/0/A"),
        ({"B": ["next week"]}, "date-not-valid", "/rows/0/B"),
        ({"C": ["2026-12-01"]}, "period-reversed", "/rows/0/D"),
    ],
)
def test_days_that_are_none_are_refused(columns, code, where, tmp_path):
    mapping = START.replace(
        "charges_total: TOTAL",
        f"charges_total: TOTAL, {DAYS}",
    )
    told = {"A": ["1.1.2026"], "B": ["2026-01-15"], "C": ["2025-12-01"], "D": ["2025-12-31"]}
    table = text(tmp_path, told | columns, mapping)
    assert refusal(lambda: table.bill("1")) == (code, where)


USAGE = (
    START
    + """\
usage:
  fields:
    kind: {constant: data}
    used: {column: USED, unit: {column: UNIT}, as: GB}
    left: {column: LEFT, unit: GB}
"""
)


@pytest.mark.parametrize(
    ("used", "unit", "told"),
    [("18400", "MB", "18.4"), ("18400000000", "byte", "18.4"), ("18.4", "GB", "18.4"),
     ("0.0184", "TB", "18.4"), ("18399999999", "bytes", "18.4"), ("1", "kB", "0.000001")],
)  # fmt: skip
def test_data_is_told_in_gigabytes(used, unit, told, tmp_path, prove):
    columns = {"USED": [used], "UNIT": [unit], "LEFT": ["5"]}
    (allowance,) = text(tmp_path, columns, USAGE).bill("1").usage
    assert allowance.used == Quantity(Decimal(told), "GB")
    assert allowance.included == Quantity(Decimal(told) + 5, "GB")
    assert prove(text(tmp_path, columns, USAGE).bill("1"), files(tmp_path)) > 8


def test_a_gigabyte_may_have_1024_megabytes(tmp_path, prove):
    mapping = USAGE.replace("as: GB}", "as: GB, thousand: 1024}")
    columns = {"USED": ["2560"], "UNIT": ["MB"], "LEFT": ["5"]}
    bill = text(tmp_path, columns, mapping).bill("1")
    assert bill.usage[0].used == Quantity(Decimal("2.5"), "GB")
    assert prove(bill, files(tmp_path)) > 8


def test_time_is_told_in_minutes():
    assert as_minutes(Quantity(Decimal(90), "s")) == Quantity(Decimal("1.5"), "min")
    assert as_minutes(Quantity(Decimal(100), "s")) == Quantity(Decimal("1.67"), "min")
    assert as_minutes(Quantity(Decimal(2), "h")) == Quantity(Decimal(120), "min")
    assert as_minutes(Quantity(Decimal(2), "GB")) is None
    assert as_gigabytes(Quantity(Decimal(2), "min"), 1000) is None


def test_what_is_no_data_is_not_told_in_gigabytes(tmp_path):
    table = text(tmp_path, {"USED": ["3"], "UNIT": ["piece"], "LEFT": ["5"]}, USAGE)
    assert refusal(lambda: table.bill("1")) == ("table-unit-differs", "/rows/0/USED")


def test_used_and_left_in_two_units_are_refused(tmp_path):
    mapping = USAGE.replace("unit: GB}", "unit: MB}")
    table = text(tmp_path, {"USED": ["3"], "UNIT": ["GB"], "LEFT": ["5"]}, mapping)
    assert refusal(lambda: table.bill("1")) == ("usage-units-differ", "/rows/0/LEFT")


@pytest.mark.parametrize(
    ("lines", "amounts"),
    [
        ("lines:\n  credits: positive\n  fields: {kind: TYPE,", ["7.00", "-2.00"]),
        ("lines:\n  fields: {kind: TYPE,", ["7.00", "2.00"]),
        (
            "lines:\n  fields: {sign: {column: SIGN, values: {C: credit, D: charge}},",
            ["7.00", "-2.00"],
        ),
    ],
)
def test_credits_are_negative_however_they_are_stated(lines, amounts, tmp_path, prove):
    mapping = START.replace("lines:\n  fields: {", lines + " ")
    columns = {"TYPE": ["recurring", "discount"], "SIGN": ["D", "C"], "GROSS": ["7.00", "2.00"]}
    bill = text(tmp_path, columns, mapping).bill("1")
    assert [str(line.gross.amount) for line in bill.lines] == amounts
    assert prove(bill, files(tmp_path)) > 5


def test_a_column_may_be_stated_with_the_other_sign(tmp_path, prove):
    mapping = START.replace("gross: GROSS", "gross: {column: GROSS, negate: true}")
    bill = text(tmp_path, {"GROSS": ["-5.00"]}, mapping).bill("1")
    assert (bill.breakdown, bill.lines[0].gross) == (None, eur("5"))
    assert prove(bill, files(tmp_path)) > 5


def test_a_credit_note_is_negative(tmp_path, prove):
    mapping = START.replace(
        "charges_total: TOTAL",
        "charges_total: TOTAL, kind: {column: DOC, values: {C: credit_note}}",
    )
    for sign in ("", "-"):
        columns = {"DOC": ["C"], "TOTAL": [f"{sign}5.00"], "GROSS": [f"{sign}5.00"]}
        bill = text(tmp_path, columns, mapping).bill("1")
        assert (bill.kind, bill.breakdown) == (BillKind.CREDIT_NOTE, None)
        assert bill.amount_due == bill.lines[0].gross == eur("-5")
        assert prove(bill, files(tmp_path)) > 5


def test_payments_balance_and_rounding_lead_to_what_is_due(tmp_path, prove):
    mapping = (
        START.replace(
            "charges_total: TOTAL", "charges_total: TOTAL, carried_over: OLD, rounding: ROUND"
        )
        + "payments:\n  only: {T: [P]}\n  fields: {amount: GROSS}\n"
    )
    mapping = mapping.replace("lines:\n", "lines:\n  only: {T: [L]}\n")
    columns = {"T": ["L", "P", "P"], "GROSS": ["5.00", "3.00", "1.50"],
               "OLD": ["2.00"] * 3, "ROUND": ["0.01"] * 3}  # fmt: skip
    bill = text(tmp_path, columns, mapping).bill("1")
    assert (bill.paid, bill.amount_due) == (eur("4.50"), eur("2.51"))
    assert prove(bill, files(tmp_path)) > 8


def test_codes_that_the_mapping_does_not_know_are_refused(tmp_path):
    mapping = START.replace(
        "gross: GROSS", "gross: GROSS, kind: {column: T, values: {RC: recurring}}"
    )
    table = text(tmp_path, {"T": ["RC", "XX"], "GROSS": ["4", "1"]}, mapping)
    assert refusal(lambda: table.bill("1")) == ("table-value-unmapped", "/rows/1/T")
    other = text(tmp_path, {"T": ["RC", "XX"], "GROSS": ["4", "1"]},
                 mapping.replace("recurring}", "recurring}, other: other"))  # fmt: skip
    assert [one.kind for one in other.bill("1").lines] == [ChargeKind.RECURRING, ChargeKind.OTHER]


def test_a_country_is_a_code(tmp_path):
    mapping = START.replace("gross: GROSS", "gross: GROSS, country: C")
    table = text(tmp_path, {"C": ["Turkey"]}, mapping)
    assert refusal(lambda: table.bill("1")) == ("table-value-unmapped", "/rows/0/C")


def test_constants_have_their_source_in_the_mapping(tmp_path):
    mapping = START.replace("currency: CCY", "currency: {constant: EUR}")
    bill = text(tmp_path, {"GROSS": ["5"]}, mapping).bill("1")
    document = Document("", (tmp_path / "mapping.yaml").read_bytes()).sha256
    assert bill.sources["currency"] == Source(document, "/bill/fields/currency/constant", "EUR")
    assert bill.documents[-1] == document


def test_preferences_that_are_none_are_refused_at_their_column(tmp_path):
    mapping = START.replace("charges_total: TOTAL", "charges_total: TOTAL, preferences: {pace: P}")
    assert text(tmp_path, {"P": ["1.1"]}, mapping).bill("1").preferences.pace == 1.1
    table = text(tmp_path, {"P": ["9"]}, mapping)
    assert refusal(lambda: table.bill("1")) == ("preferences-not-valid", "/rows/0/P")


@pytest.mark.parametrize(
    ("encoding", "name"), [("windows-1252", "Zoé – Œuvre"), ("utf-8", "Zoé 조이")]
)
def test_text_is_read_in_the_tables_encoding(encoding, name, tmp_path):
    data = f"KEY,CCY,TOTAL,NAME,GROSS\n1,EUR,5,{name},5\n".encode(encoding)
    (tmp_path / "rated").write_bytes(data)
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(START.replace("key: KEY", f"key: KEY, encoding: {encoding}"))
    assert open_table(mapping).bill("1").lines[0].name == name


def test_a_table_may_have_no_heading_and_words_for_nothing(tmp_path):
    (tmp_path / "rated").write_text('1|EUR|5|"Plan|X"|5\n1|EUR|5|NULL|NULL\n')
    names = "columns: [KEY, CCY, TOTAL, NAME, GROSS], delimiter: '|', nothing: ['NULL']"
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(START.replace("key: KEY", f"key: KEY, {names}"))
    table = open_table(mapping)
    assert refusal(lambda: table.bill("1")) == ("table-amount-missing", "/rows/1")
    (tmp_path / "rated").write_text('1|EUR|5|"Plan|X"|5\n')
    assert open_table(mapping).bill("1").lines[0].name == "Plan|X"


@given(st.decimals(-(10**13), 10**13, places=6))
def test_an_amount_keeps_its_value_and_the_decimals_of_its_currency(amount):
    written = in_minor(amount, "EUR")
    assert written == amount
    exponent = written.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent <= -2


def test_ids_and_names_said_twice_stay_apart(tmp_path):
    mapping = START.replace("gross: GROSS", "gross: GROSS, id: ID")
    bill = text(tmp_path, {"ID": ["7", "7", ""], "GROSS": ["2", "2", "1"]}, mapping).bill("1")
    assert [one.id for one in bill.lines] == ["7", "7#2", "lines.2"]
    assert replace(bill.lines[0], id="") == replace(bill.lines[1], id="")
