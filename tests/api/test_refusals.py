"""Wrong input: exit 2, a code with its page, a place, a way out; nothing of the customer's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.conftest import ROOT, SAMPLES

BILL = SAMPLES / "fr/bill.json"


def spoiled(tmp_path: Path, total: str) -> Path:
    """Write a bill of a customer with a telling name, whose total does not hold."""
    bundle = json.loads(BILL.read_bytes())
    bundle["customerBill"]["amountDue"]["value"] = float(total)
    text = json.dumps(bundle, ensure_ascii=False).replace("Zoé", "Zéphyrine")
    path = tmp_path / "bill.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_total_that_does_not_hold_names_the_sum_and_its_place(billreel, tmp_path: Path) -> None:
    path = spoiled(tmp_path, "8123.45")
    done = billreel("render", path, "-o", tmp_path / "out", "--json")
    error = done.json["error"]
    assert (done.status, error["code"]) == (2, "due-does-not-add-up")
    assert error["where"] == f"{path}#/customerBill/amountDue/value"
    assert error["remedy"]
    assert (ROOT / error["help"]).is_file()
    assert not (tmp_path / "out").exists()


def test_people_read_the_same_and_nothing_of_the_customers(billreel, tmp_path: Path) -> None:
    path = spoiled(tmp_path, "8123.45")
    for form in ((), ("--json",)):
        done = billreel("render", path, "-o", tmp_path / "out", *form)
        for told in ("Zéphyrine", "8123", "8 123", "87.42", "87,42", "06 12"):
            assert told not in done.out + done.err
    assert "docs/errors/due-does-not-add-up.md" in done.said or form == ("--json",)
    assert done.status == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--lang", "sv"), "language-missing"),
        (("--brand", "none"), "script-brand"),
        (("--shape", "round"), "script-shape"),
        (("--voice", "opera"), "voice-unknown"),
        (("--pack", "nowhere"), "pack-missing"),
        (("--action", "pay"), "option-not-a-pair"),
        (("--height", "333"), "height-not-offered"),
        (("--previous", "nowhere.json"), "document-not-readable"),
        (("--preferences", "nowhere.json"), "document-not-readable"),
    ],
)
def test_an_option_that_cannot_be_is_refused(
    arguments: tuple[str, str], code: str, billreel, tmp_path: Path
) -> None:
    done = billreel("render", BILL, "-o", tmp_path / "out", *arguments, "--json")
    assert (done.status, done.json["error"]["code"]) == (2, code)
    assert (ROOT / done.json["error"]["help"]).is_file()
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_named(billreel, tmp_path: Path) -> None:
    done = billreel("inspect", tmp_path / "none.json", "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "document-not-readable")
    assert done.json["error"]["where"] == str(tmp_path / "none.json")


def test_gtts_sends_no_figure_of_a_customer_unasked(billreel, tmp_path: Path) -> None:
    done = billreel("render", BILL, "--voice", "gtts", "-o", tmp_path / "out", "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "text-stays-here")
    assert "--send-text-to-third-party" in done.json["error"]["remedy"]
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_else_is_left_as_it_is(billreel, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear")
    short = SAMPLES / "en-short/bill.json"
    done = billreel("render", short, "--voice", "silent", "-o", folder, "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "output-not-a-package")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_file_in_the_folders_place_is_left_as_it_is(billreel, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("Dear")
    short = SAMPLES / "en-short/bill.json"
    done = billreel("render", short, "--voice", "silent", "-o", tmp_path / "mine", "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "output-not-a-package")
    assert (tmp_path / "mine").read_text() == "Dear"


def test_an_earlier_bill_of_another_account_is_refused(billreel, tmp_path: Path) -> None:
    other = SAMPLES / "de/previous"
    done = billreel("render", BILL, "--previous", other, "-o", tmp_path / "out", "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "another-account")


def test_an_option_that_there_is_not_is_a_usage_error(billreel, tmp_path: Path) -> None:
    done = billreel("render", BILL, "--colour", "red")
    assert done.status == 2
    assert "--colour" in done.said
