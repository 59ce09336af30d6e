"""Preferences are read strictly, beside the bill or from a file of their own."""

from __future__ import annotations

import json
from datetime import date

import pytest

from renderer.bill import Document, load_bill, parse_bill
from renderer.bill.model import Bill, Consent, Source
from renderer.errors import BillError

BILL = {"id": "B1", "taxIncludedAmount": {"unit": "EUR", "value": 50}}
FULL = {
    "language": "ar-AE",
    "channel": "sms",
    "pace": 1.1,
    "music": False,
    "captions": True,
    "address": "formal",
    "note": "Thank you\nfor three years.",
    "consents": [
        {"purpose": "bill-video", "given": True, "recorded": "2026-04-20", "source": "portal"}
    ],
    "givenName": "Zoé",
    "customerSince": "2019-11-05",
}


def with_preferences(told: object) -> Bill:
    return parse_bill([Document("b", json.dumps(BILL).encode())], json.dumps(told).encode())


def refusal(told: object) -> BillError:
    with pytest.raises(BillError) as caught:
        with_preferences(told)
    return caught.value


def test_every_preference_is_read_with_its_source():
    bill = with_preferences(FULL)
    told = bill.preferences
    assert (told.language, told.channel, told.pace) == ("ar-AE", "sms", 1.1)
    assert (told.music, told.captions, told.address) == (False, True, "formal")
    assert told.note == "Thank you for three years."
    assert told.consents == (Consent("bill-video", True, date(2026, 4, 20), "portal"),)
    assert (bill.customer.given_name, bill.customer.since) == ("Zoé", date(2019, 11, 5))
    note = bill.sources["preferences.note"]
    assert isinstance(note, Source)
    assert (note.document, note.pointer) == (bill.documents[1], "/note")


def test_they_may_stand_in_the_bundle_or_in_a_file_like_it(tmp_path):
    inside = {"customerBill": BILL, "preferences": FULL}
    (tmp_path / "both.json").write_text(json.dumps(inside))
    (tmp_path / "bill.json").write_text(json.dumps(BILL))
    one = load_bill(tmp_path / "both.json")
    other = load_bill(tmp_path / "bill.json", tmp_path / "both.json")
    (tmp_path / "told.json").write_text(json.dumps(FULL))
    beside = load_bill([tmp_path / "bill.json", tmp_path / "told.json"])
    assert one.preferences == other.preferences == beside.preferences
    assert one.sources["preferences.note"].pointer == "/preferences/note"


def test_without_any_all_is_unset():
    bill = parse_bill([Document("b", json.dumps(BILL).encode())])
    assert (bill.preferences.language, bill.preferences.consents) == (None, ())


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"langauge": "fr"}, "/langauge"),
        ({"language": "français!"}, "/language"),
        ({"channel": "fax"}, "/channel"),
        ({"pace": 3}, "/pace"),
        ({"pace": "1.0"}, "/pace"),
        ({"music": "yes"}, "/music"),
        ({"note": "x" * 161}, "/note"),
        ({"note": 5}, "/note"),
        ({"givenName": ""}, "/givenName"),
        ({"givenName": "\ud83d"}, "/givenName"),
        ({"customerSince": 0}, "/customerSince"),
        ({"customerSince": "2019-02-30"}, "/customerSince"),
        ({"consents": [{"purpose": "a"}]}, "/consents/0/given"),
        ({"consents": [FULL["consents"][0] | {"given": 1}]}, "/consents/0/given"),
        ({"consents": FULL["consents"] * 51}, "/consents"),
    ],
)
def test_a_wrong_preference_is_refused_at_its_place_without_its_value(changed, pointer):
    error = refusal(FULL | changed)
    assert (error.code, error.where) == ("preferences-not-valid", f"preferences#{pointer}")
    for value in changed.values():
        assert repr(value) not in error.message


@pytest.mark.parametrize("told", [[], "fr", 5, None, [FULL]])
def test_preferences_that_are_no_object_are_refused(told):
    assert refusal(told).code == "preferences-not-valid"


def test_preferences_given_twice_are_refused():
    both = json.dumps({"customerBill": BILL, "preferences": FULL}).encode()
    with pytest.raises(BillError) as caught:
        parse_bill([Document("b", both)], json.dumps(FULL).encode())
    assert caught.value.code == "preferences-not-valid"
