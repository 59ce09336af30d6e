"""Tables made to hurt: each with the code and place it is refused with."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

MAPPING = """\
schema: 1
tables: {rated: {file: FILE, key: KEY}}
bill:
  fields: {currency: CCY, charges_total: TOTAL, customer: {name: WHO}}
lines:
  fields: {name: WHO, gross: NET}
"""
NAMES = ("KEY", "CCY", "TOTAL", "WHO", "NET")
HEAD = b"KEY,CCY,TOTAL,WHO,NET\n"
ROW = b"1,EUR,5,Plan,5\n"
MEGABYTE = 1024 * 1024


def parquet(size: int = 1, group: int | None = None, more: int = 0, **columns: Any) -> bytes:
    told = {"KEY": "1", "CCY": "EUR", "TOTAL": "5", "WHO": "Plan", "NET": "5"}
    made = {name: pa.array([value] * size) for name, value in told.items() if name not in columns}
    made |= columns | {f"C{at}": pa.array(["x"] * size) for at in range(more)}
    out = io.BytesIO()
    pq.write_table(pa.table(made), out, row_group_size=group)
    return out.getvalue()


def repeated(text: str, rows: int) -> pa.Array:
    indices = pa.array([0] * rows, pa.int32())
    return pa.DictionaryArray.from_arrays(indices, pa.array([text]))


def damaged(at: int, change: bytes) -> bytes:
    data = bytearray(parquet(1000))
    data[at : at + len(change) or None] = change
    return bytes(data)


def large_column() -> bytes:
    out = io.BytesIO()
    names = [pa.array(["x" * 50_000] * 4000)]
    table = pa.table({"KEY": pa.array(["1"] * 4000), "WHO": names[0]})
    for name in ("CCY", "TOTAL", "NET"):
        table = table.append_column(name, pa.array(["5"] * 4000))
    pq.write_table(table, out, use_dictionary=False)
    return out.getvalue()


Made = Callable[[], bytes]
HOSTILE: dict[str, tuple[str, str, Made]] = {
    "100,000 columns": (
        "table-too-wide",
        "",
        lambda: b",".join(b"C%d" % at for at in range(100_000)) + b"\n" + b"," * 99_999 + b"\n",
    ),
    "a heading of 50 MB": ("table-not-readable", "", lambda: b"x" * 50 * MEGABYTE + b"\n"),
    "a cell of 50 MB": (
        "table-cell-not-readable",
        "/rows/0",
        lambda: HEAD + b"1,EUR,5," + b"x" * 50 * MEGABYTE + b",5\n",
    ),
    "a quoted cell of 50 MB": (
        "table-cell-not-readable",
        "/rows/0",
        lambda: HEAD + b'1,EUR,5,"' + b"x\n" * 25 * MEGABYTE + b'",5\n',
    ),
    "a quote that never closes": (
        "table-cell-not-readable",
        "/rows/1",
        lambda: HEAD + ROW + b'1,EUR,5,"' + ROW * 2 * MEGABYTE,
    ),
    "a cell of 100 kB": (
        "table-cell-not-readable",
        "/rows/1/WHO",
        lambda: HEAD + ROW + b"1,EUR,5," + b"x" * 100_000 + b",5\n",
    ),
    "invalid UTF-8": (
        "table-cell-not-readable",
        "/rows/1/WHO",
        lambda: HEAD + ROW + b"1,EUR,5,Zo\xe9,5\n",
    ),
    "invalid UTF-8 in the heading": ("table-not-readable", "", lambda: b"KEY,\xff\n1,2\n"),
    "a NUL byte": (
        "table-cell-not-readable",
        "/rows/1/WHO",
        lambda: HEAD + ROW + b"1,EUR,5,a\0b,5\n",
    ),
    "a formula": ("number-not-readable", "/rows/0/NET", lambda: HEAD + b'1,EUR,5,a,"=1+4"\n'),
    "a row too long": (
        "table-not-readable",
        "/rows/2",
        lambda: HEAD + ROW + b"\n" + ROW + b"1,EUR,5,a,b,5\n" + ROW,
    ),
    "a row too long behind 200,000": (
        "table-not-readable",
        "/rows/200000",
        lambda: HEAD + ROW.replace(b"1", b"2") * 200_000 + b"1,2\n",
    ),
    "a column twice": (
        "table-column-missing",
        "/columns/NET",
        lambda: b"KEY,CCY,TOTAL,WHO,NET,NET\n1,EUR,5,a,5,6\n",
    ),
    "a million rows of one bill": (
        "table-too-many-rows",
        "/rows/10000",
        lambda: HEAD + ROW * 1_000_000,
    ),
    "a spreadsheet": ("table-not-readable", "", lambda: b"PK\x03\x04" + bytes(100)),
    "gzip": ("table-not-readable", "", lambda: b"\x1f\x8b" + bytes(100)),
    "nothing": ("document-empty", "", lambda: b" \n"),
    "a line of 50 MB": (
        "table-cell-not-readable",
        "/rows/0",
        lambda: b'{"KEY": "' + b"x" * 50 * MEGABYTE + b'"}\n',
    ),
    "deep JSON": ("json-too-deep", "/rows/0", lambda: b'{"KEY": ' + b"[" * 100_000 + b"\n"),
    "NaN in JSON": ("json-not-valid", "/rows/0", lambda: b'{"KEY": "1", "NET": NaN}\n'),
    "a member twice": ("json-key-twice", "/rows/0", lambda: b'{"KEY": "1", "KEY": "1"}\n'),
    "an array for a row": (
        "table-not-readable",
        "/rows/1",
        lambda: b'{"KEY": "2"}\n["1"]\n',
    ),
    "an object for a cell": (
        "table-cell-not-readable",
        "/rows/0/CCY",
        lambda: b'{"KEY": "1", "CCY": {"a": "1"}}\n',
    ),
    "1e400": (
        "number-not-readable",
        "/rows/0/NET",
        lambda: b'{"KEY": "1", "CCY": "EUR", "TOTAL": 5, "WHO": "a", "NET": 1e400}\n',
    ),
    "only the magic of Parquet": ("table-not-readable", "", lambda: b"PAR1"),
    "a cut Parquet file": ("table-not-readable", "", lambda: parquet(1000)[:-100]),
    "a footer that lies": (
        "table-not-readable",
        "",
        lambda: parquet(1000)[:-8] + b"\xff\xff\xff\x7fPAR1",
    ),
    "a footer of noise": (
        "table-not-readable",
        "",
        lambda: b"PAR1" + b"\xab" * 5000 + (4000).to_bytes(4, "little") + b"PAR1",
    ),
    "damaged pages": ("table-not-readable", "", lambda: damaged(4, b"\xff" * 60)),
    "a short file of long texts": (
        "table-cell-not-readable",
        "/columns/WHO",
        lambda: parquet(100_000, WHO=repeated("x" * MEGABYTE, 100_000)),
    ),
    "a short file of long keys": (
        "table-cell-not-readable",
        "/columns/KEY",
        lambda: parquet(100_000, KEY=repeated("x" * MEGABYTE, 100_000)),
    ),
    "a column of 200 MB": ("table-not-readable", "", large_column),
    "5,000 columns of Parquet": ("table-too-wide", "", lambda: parquet(more=5000)),
    "lists in cells": (
        "table-column-kind",
        "/columns/WHO",
        lambda: parquet(WHO=pa.array([["a", "b"]])),
    ),
    "times without a day": (
        "table-column-kind",
        "/columns/WHO",
        lambda: parquet(WHO=pa.array([5], pa.time64("us"))),
    ),
    "an unknown time zone": (
        "table-cell-not-readable",
        "/rows/0/WHO",
        lambda: parquet(WHO=pa.array([5], pa.timestamp("us", "Mars/Olympus"))),
    ),
    "a day beyond the calendar": (
        "table-cell-not-readable",
        "/rows/0/WHO",
        lambda: parquet(WHO=pa.array([2**31 - 1], pa.int32()).cast(pa.date32())),
    ),
}
