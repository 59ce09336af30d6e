"""Bills in folders, files and tables: found without being read, told apart, read together."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from api.batch.cycle import open_cycle
from api.batch.model import State
from api.batch.sources import GoneError, Source, open_source
from api.batch.sources.marks import DEEPEST, LONGEST_KEY
from api.batch.sources.tables import TOGETHER
from api.cohort.cohort import Order, write_cohort
from renderer.errors import RenderError
from tests.batch.cycles import links, run, write_customers, write_cycle


def source_of(folder: Path, **bills: object) -> Source:
    return open_source(open_cycle(write_cycle(folder, 0, bills=bills)))


def keys(source: Source) -> list[str]:
    return sorted(one.key for one in source.bills())


def marks(source: Source) -> dict[str, str]:
    return {one.key: one.mark for one in source.bills()}


class TestCustomers:
    def test_every_folder_with_a_bill_is_a_customer_at_any_depth(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 3)
        deep = tmp_path / "bills/de/north"
        deep.mkdir(parents=True)
        (tmp_path / "bills/000002").rename(deep / "000002")
        (tmp_path / "bills/.hidden").mkdir()
        shutil.copy(tmp_path / "bills/000001/bill.json", tmp_path / "bills/.hidden")
        (tmp_path / "bills/tables").mkdir()
        (tmp_path / "bills/note.txt").write_text("x")
        source = source_of(tmp_path, customers="bills")
        assert keys(source) == ["000001", "000003", "de/north/000002"]
        assert source.papers("de/north/000002").read()[0].id.startswith("NL-000002")

    def test_nothing_is_looked_for_too_deep_or_round_and_round(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        (tmp_path / "bills/round").symlink_to(tmp_path / "bills")
        deep = tmp_path.joinpath("bills", *"abcdefghijkl"[: DEEPEST + 2])
        deep.mkdir(parents=True)
        shutil.copy(tmp_path / "bills/000001/bill.json", deep)
        assert keys(source_of(tmp_path, customers="bills")) == ["000001"]

    def test_earlier_bills_and_preferences_are_read_with_it(self, tmp_path: Path) -> None:
        write_cohort(Order(1, 7, 3, "en"), tmp_path / "bills", lambda: None)
        folder = tmp_path / "bills/000001"
        content = json.loads((folder / "bill.json").read_text())
        (folder / "preferences.json").write_text(json.dumps(content.pop("preferences")))
        (folder / "bill.json").write_text(json.dumps(content))
        bill, earlier = source_of(tmp_path, customers="bills").papers("000001").read()
        assert bill.preferences.language == "en-GB"
        assert len(earlier) == 2

    def test_other_names_may_be_said(self, tmp_path: Path) -> None:
        write_cohort(Order(1, 7, 2, "en"), tmp_path / "bills", lambda: None)
        customer = tmp_path / "bills/000001"
        (customer / "bill.json").rename(customer / "november.json")
        (customer / "previous").rename(customer / "before")
        told = {"folder": "bills", "bill": "nov*.json", "previous": "before"}
        source = source_of(tmp_path, customers=told)
        assert keys(source) == ["000001"]
        assert len(source.papers("000001").read()[1]) == 1

    @pytest.mark.parametrize("touched", ["bill.json", "previous/2026-10.json", "preferences.json"])
    def test_the_mark_changes_with_every_file_that_is_read(
        self, tmp_path: Path, touched: str
    ) -> None:
        write_cohort(Order(2, 7, 2, "en"), tmp_path / "bills", lambda: None)
        source = source_of(tmp_path, customers="bills")
        before, papers = marks(source), source.papers("000001")
        assert papers.mark == before["000001"]
        file = tmp_path / "bills/000001" / touched
        file.write_text((file.read_text() if file.exists() else "{}") + "\n")
        after = marks(source)
        assert after["000001"] != before["000001"]
        assert after["000002"] == before["000002"]
        assert source.papers("000001").input != papers.input

    def test_what_is_not_read_changes_no_mark(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        source = source_of(tmp_path, customers="bills")
        before = marks(source)
        (tmp_path / "bills/000001/truth.json").write_text("{}")
        assert marks(source) == before

    def test_a_customer_that_cannot_be_read_is_listed_all_the_same(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        looped = tmp_path / "bills/000001/previous"
        looped.symlink_to(looped)
        source = source_of(tmp_path, customers="bills")
        assert keys(source) == ["000001"]
        with pytest.raises(RenderError) as caught:
            source.papers("000001")
        assert caught.value.code == "document-not-readable"

    def test_a_name_that_is_no_text_is_said_and_harms_nobody(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 2)
        bad = os.fsencode(tmp_path / "bills") + b"/caf\xe9"
        (tmp_path / "bills/000002").rename(os.fsdecode(bad))
        path = write_cycle(tmp_path, 0)
        report = run(path)
        assert (report.rendered, report.codes) == (1, {"key-not-text": 1})

    def test_a_name_that_is_too_long_is_said(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        deep = tmp_path / "bills"
        for _ in range(LONGEST_KEY // 200 + 1):
            deep /= "x" * 200
        deep.mkdir(parents=True)
        shutil.copy(tmp_path / "bills/000001/bill.json", deep)
        found = {one.key: one.code for one in source_of(tmp_path, customers="bills").bills()}
        assert found == {"000001": None, ("x" * 200 + "/") * 2 + "x" * 98: "key-too-long"}

    def test_one_that_is_gone_is_told_from_a_source_that_is_gone(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 2)
        source = source_of(tmp_path, customers="bills")
        shutil.rmtree(tmp_path / "bills/000002")
        with pytest.raises(GoneError):
            source.papers("000002")
        shutil.rmtree(tmp_path / "bills/000001")
        with pytest.raises(RenderError) as caught:
            source.papers("000002")
        assert caught.value.code == "bills-not-readable"

    def test_places_are_told_without_the_folder(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        source = source_of(tmp_path, customers="bills")
        assert source.place(f"{tmp_path}/bills/000001/bill.json#/x") == "000001/bill.json#/x"


class TestFiles:
    def test_every_file_of_the_pattern_is_a_bill(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "made", 3)
        bills = tmp_path / "bills"
        (bills / "north").mkdir(parents=True)
        shutil.copy(tmp_path / "made/000001/bill.json", bills / "NL-1.json")
        shutil.copy(tmp_path / "made/000002/bill.json", bills / "north/NL-2.json")
        shutil.copy(tmp_path / "made/000003/bill.json", bills / "NL-3.txt")
        source = source_of(tmp_path, files={"folder": "bills", "pattern": "*.json"})
        assert keys(source) == ["NL-1.json", "north/NL-2.json"]
        assert source.papers("north/NL-2.json").read()[0].id.startswith("NL-000002")
        assert source.place(f"{bills}/NL-1.json#/x") == "NL-1.json#/x"

    def test_earlier_bills_are_in_a_folder_of_the_bills_name(self, tmp_path: Path) -> None:
        write_cohort(Order(1, 7, 3, "en"), tmp_path / "made", lambda: None)
        (tmp_path / "bills").mkdir()
        shutil.copy(tmp_path / "made/000001/bill.json", tmp_path / "bills/NL-1.json")
        shutil.copytree(tmp_path / "made/000001/previous", tmp_path / "earlier/NL-1")
        source = source_of(tmp_path, files={"folder": "bills", "previous": "earlier"})
        assert len(source.papers("NL-1.json").read()[1]) == 2
        before = marks(source)
        (tmp_path / "earlier/NL-1/2026-09.json").unlink()
        assert marks(source) != before

    def test_one_that_is_gone_is_told_from_a_source_that_is_gone(self, tmp_path: Path) -> None:
        write_customers(tmp_path / "bills", 1)
        source = source_of(tmp_path, files="bills")
        with pytest.raises(GoneError):
            source.papers("no.json")
        shutil.rmtree(tmp_path / "bills")
        with pytest.raises(RenderError):
            source.papers("no.json")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Write an export with the last bill of each of eight accounts, and another with all."""
    write_cohort(Order(8, 7, 3, "en"), tmp_path / "made", lambda: None)
    every, latest = tmp_path / "made/tables", tmp_path / "latest"
    latest.mkdir()
    bills = pq.read_table(every / "bills.parquet")
    last = dict(zip(bills["ACCOUNT"].to_pylist(), bills["BILL"].to_pylist(), strict=True))
    for file in every.iterdir():
        if file.suffix == ".parquet":
            table = pq.read_table(file)
            kept = pc.is_in(table["BILL"], pa.array(list(last.values())))
            pq.write_table(table.filter(kept), latest / file.name)
        else:
            shutil.copy(file, latest)
    return tmp_path


TABLES = {"mapping": "latest/mapping.yaml", "previous": ["made/tables/mapping.yaml"]}


class TestTables:
    def test_every_bill_is_found_with_those_before_it(self, tables: Path) -> None:
        source = source_of(tables, table=TABLES)
        found = keys(source)
        assert len(found) == 8
        assert source.together == TOGETHER
        source.expect(found)
        for key in found:
            alone = source_of(tables, table=TABLES).papers(key)
            together = source.papers(key)
            assert together.input == alone.input
            bill, earlier = together.read()
            before = tables / "made" / key.split("-")[1] / "previous"
            count = len(list(before.iterdir())) if before.is_dir() else 0
            assert (bill.id, len(earlier)) == (key, count)
            assert {one.customer.account for one in (bill, *earlier)} == {bill.customer.account}

    def test_a_bad_bill_does_not_spoil_those_that_are_read_with_it(self, tables: Path) -> None:
        lines = pq.read_table(tables / "latest/lines.parquet").to_pylist()
        bad = lines[0]["BILL"]
        many = [lines[0]] * 10_001 + lines[1:]
        schema = pq.read_schema(tables / "latest/lines.parquet")
        pq.write_table(pa.Table.from_pylist(many, schema), tables / "latest/lines.parquet")
        source = source_of(tables, table=TABLES)
        found = keys(source)
        source.expect(found)
        for key in found:
            if key == bad:
                with pytest.raises(RenderError) as caught:
                    source.papers(key)
                assert caught.value.code == "table-too-many-rows"
                assert source.place(caught.value.where or "").startswith("lines.parquet#")
            else:
                assert source.papers(key).read()[0].id == key

    def test_another_bill_that_changes_touches_all_and_changes_one(self, tables: Path) -> None:
        source = source_of(tables, table=TABLES)
        before = {key: source.papers(key) for key in keys(source)}
        file = tables / "latest/bills.parquet"
        rows = pq.read_table(file).to_pylist()
        rows[3]["CUSTOMER"] = "Somebody Else"
        pq.write_table(pa.Table.from_pylist(rows, pq.read_schema(file)), file)
        after = {key: source.papers(key) for key in keys(source)}
        assert not {one.mark for one in before.values()} & {one.mark for one in after.values()}
        changed = [key for key in before if before[key].input != after[key].input]
        assert changed == [rows[3]["BILL"]]

    def test_a_key_that_is_not_there_is_gone(self, tables: Path) -> None:
        with pytest.raises(GoneError):
            source_of(tables, table=TABLES).papers("NL-NONE")

    def test_a_cycle_over_tables_is_made_and_not_made_again(self, tables: Path) -> None:
        path = write_cycle(tables, 0, bills={"table": {"mapping": "latest/mapping.yaml"}})
        assert run(path).films[State.RENDERED] == 8
        assert [row["customer"] for row in links(path)] == [row["bill"] for row in links(path)]
        os.utime(tables / "latest/bills.parquet")
        report = run(path)
        assert (report.rendered, report.unchanged) == (0, 8)

    def test_other_files_may_stand_in_for_the_mappings(self, tables: Path) -> None:
        (tables / "latest/lines.parquet").rename(tables / "latest/november.parquet")
        told = {**TABLES, "files": {"lines": "latest/november.parquet"}}
        source = source_of(tables, table=told)
        assert source.papers(keys(source)[0]).read()[0].lines


def test_the_same_bill_has_the_same_input_wherever_it_lies(tmp_path: Path) -> None:
    write_customers(tmp_path / "bills", 1)
    shutil.copytree(tmp_path / "bills", tmp_path / "moved")
    here = source_of(tmp_path, customers="bills").papers("000001")
    there = source_of(tmp_path, customers="moved").papers("000001")
    assert here.input == there.input


def test_a_bill_in_two_files_is_one(tmp_path: Path) -> None:
    write_customers(tmp_path / "bills", 1)
    folder = tmp_path / "bills/000001"
    content = json.loads((folder / "bill.json").read_text())
    usage = {"usageConsumptionReport": content.pop("usageConsumptionReport")}
    (folder / "bill.json").write_text(json.dumps(content))
    (folder / "bill.usage.json").write_text(json.dumps(usage))
    source = source_of(tmp_path, customers="bills")
    bill, _ = source.papers("000001").read()
    assert len(bill.documents) == 2
