"""Earlier bills come from files, folders, TM Forum lists and tables; strangers are left out."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from renderer.bill import find_preceding, load_bill, load_bills, open_table, preceding_bills
from renderer.bill.model import Bill
from renderer.bill.values import Money
from renderer.errors import BillError
from renderer.story import tell
from tests.bill.table_exports import SAMPLES, write_export

EARLIER = sorted((SAMPLES / "de/previous").glob("*.json"))


def bare(bill: Bill) -> Bill:
    return replace(bill, sources={}, documents=(), parts=())


@pytest.fixture(scope="module")
def bill() -> Bill:
    return load_bill(SAMPLES / "de/bill.json")


@pytest.fixture(scope="module")
def told() -> list[Bill]:
    return [bare(load_bill(path)) for path in EARLIER]


def bundles() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in EARLIER]


def write(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def apart() -> dict[str, list[Any]]:
    """Take the bundles apart as the API's two lists are."""
    return {
        "bills": [one["customerBill"] for one in bundles()],
        "rates": [rate for one in bundles() for rate in one["appliedCustomerBillingRate"]],
    }


def test_a_list_of_bills_with_all_their_rates(bill, told, tmp_path, prove):
    lists = apart()
    path = write(tmp_path / "list.json", [*lists["bills"], *lists["rates"]])
    found = preceding_bills(path, bill)
    assert [bare(one) for one in found] == told
    assert all(one.breakdown is None and one.lines for one in found)
    data = path.read_bytes()
    assert all(prove(one, {one.documents[0]: data}) > 10 for one in found)


def test_a_list_in_one_bundle_or_of_bundles(bill, told, tmp_path):
    lists = apart()
    joined = {"customerBill": lists["bills"], "appliedCustomerBillingRate": lists["rates"]}
    for data in (joined, bundles(), [joined]):
        found = preceding_bills(write(tmp_path / "list.json", data), bill)
        assert [bare(one) for one in found] == told


def test_a_list_may_hold_the_bill_itself_later_ones_and_strangers(bill, told, tmp_path):
    stranger = json.loads((SAMPLES / "fr/bill.json").read_text(encoding="utf-8"))
    now = json.loads((SAMPLES / "de/bill.json").read_text(encoding="utf-8"))
    path = write(tmp_path / "list.json", [now, *bundles(), stranger])
    first = load_bill(EARLIER[0])
    assert find_preceding([path], first).bills == ()
    found = find_preceding([path], bill)
    assert [bare(one) for one in found.bills] == told
    assert (found.strangers, found.later) == (1, 1)


def test_rates_of_a_list_name_their_bill(bill, tmp_path):
    lists = apart()
    del lists["rates"][3]["bill"]
    path = write(tmp_path / "list.json", [*lists["bills"], *lists["rates"]])
    with pytest.raises(BillError) as caught:
        preceding_bills(path, bill)
    assert caught.value.code == "rate-without-bill"
    assert caught.value.where == f"{path}#/{len(lists['bills']) + 3}"


def test_usage_in_a_list_belongs_to_the_bill_of_its_days(tmp_path):
    lists = apart()
    report = json.loads((SAMPLES / "de/bill.json").read_text(encoding="utf-8"))
    usage = json.dumps(report["usageConsumptionReport"]).replace("2026-11-30", "2026-10-31")
    mine = json.loads(usage.replace("2026-11-", "2026-10-"))
    path = write(tmp_path / "list.json", [*lists["bills"], *lists["rates"], *mine])
    used = {one.period.start.month: len(one.usage) for one in load_bills(path)}
    assert used.pop(10) > 0
    assert set(used.values()) == {0}


def test_a_list_of_one_bill_is_a_bill(bill, tmp_path):
    alone = write(tmp_path / "one.json", bundles()[0])
    assert load_bills(alone) == (load_bill(alone),)
    assert preceding_bills(alone, bill) == (load_bill(alone),)


def test_a_folder_may_hold_everybodys_bills(bill, told, tmp_path):
    for path in (*EARLIER, *(SAMPLES / "fr/previous").glob("*.json")):
        shutil.copy(path, tmp_path / f"{path.parent.parent.name}-{path.name}")
    shutil.copy(SAMPLES / "de/bill.json", tmp_path / "now.json")
    (tmp_path / ".note").write_text("no bill")
    (tmp_path / "inner").mkdir()
    found = find_preceding([tmp_path], bill)
    assert [bare(one) for one in found.bills] == told
    assert (found.strangers, found.later) == (len(EARLIER), 1)
    assert len(tell(bill, found.bills).history.bars) > 1


def test_what_is_no_bill_in_a_folder_is_an_error_that_names_it(bill, tmp_path):
    shutil.copy(EARLIER[0], tmp_path / "a.json")
    (tmp_path / "notes.txt").write_text("no bill")
    with pytest.raises(BillError) as caught:
        find_preceding([tmp_path], bill)
    assert caught.value.code == "format-not-recognised"
    assert caught.value.where == str(tmp_path / "notes.txt")


def test_a_file_of_one_bill_is_meant_whosever_it_is(bill):
    stranger = SAMPLES / "fr/bill.json"
    found = find_preceding([stranger, SAMPLES / "de/bill.json"], bill)
    assert [one.id for one in found.bills] == [load_bill(stranger).id, bill.id]


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_table_by_the_account(form, bill, told, tmp_path):
    mapping = write_export(tmp_path, ["de", "en"], form)
    for source in (mapping, open_table(mapping)):
        found = find_preceding([source], bill)
        assert [bare(one) for one in found.bills] == told
        assert (found.strangers, found.later) == (0, 1)


def test_several_sources_go_together(bill, told, tmp_path):
    (tmp_path / "folder").mkdir()
    shutil.copy(EARLIER[0], tmp_path / "folder/a.json")
    listed = write(tmp_path / "list.json", bundles()[1:3])
    found = find_preceding([tmp_path / "folder", listed, EARLIER[3]], bill)
    assert [bare(one) for one in found.bills] == told[:4]


def test_a_table_is_of_no_use_without_an_account(bill, tmp_path):
    mapping = write_export(tmp_path, ["de"], "csv")
    unknown = replace(bill, customer=replace(bill.customer, account=None))
    with pytest.raises(BillError) as caught:
        find_preceding([mapping], unknown)
    assert caught.value.code == "preceding-without-account"
    text = mapping.read_text(encoding="utf-8").replace("account: ACCOUNT, ", "")
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(BillError) as caught:
        find_preceding([mapping], bill)
    assert caught.value.code == "mapping-not-valid"
    assert "account" in (caught.value.remedy or "")


@pytest.mark.parametrize("data", ["[]", "[[]]", '{"customerBill": []}'])
def test_a_list_without_bills_is_refused(data, bill, tmp_path):
    path = tmp_path / "list.json"
    path.write_text(data)
    with pytest.raises(BillError) as caught:
        preceding_bills(path, bill)
    assert caught.value.code in ("not-a-bill", "bill-missing")


def test_a_missing_file_or_folder_is_told(bill, tmp_path):
    with pytest.raises(BillError) as caught:
        find_preceding([tmp_path / "gone"], bill)
    assert caught.value.code == "document-not-readable"


def test_a_bill_without_days_is_kept(bill, tmp_path):
    path = tmp_path / "undated"
    path.mkdir()
    plain = {"@type": "CustomerBill", "id": "X", "taxIncludedAmount": {"unit": "EUR", "value": 5}}
    write(path / "bill.json", plain)
    (found,) = find_preceding([path], bill).bills
    assert found.charges_total == Money(Decimal(5), "EUR")
    assert found.period is None
