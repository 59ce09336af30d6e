"""A bill that was not made to fit still gets its film: long names, one line, forty lines."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from renderer.bill import Document, load_bill, parse_bill
from renderer.planning import Choice, draft
from tests.film.films import customer_files

TOTALS = ("taxIncludedAmount", "taxExcludedAmount", "amountDue", "remainingAmount")


def sample() -> dict[str, Any]:
    return json.loads(customer_files("en")[0].read_bytes())


def named(name: str) -> dict[str, Any]:
    return json.loads(json.dumps(sample()).replace("Grace", name))


def with_lines(count: int) -> dict[str, Any]:
    """Return the sample with `count` copies of its first line, each a product of its own."""
    bill = sample()
    first = bill["appliedCustomerBillingRate"][0]
    bill["appliedCustomerBillingRate"] = [copy.deepcopy(first) for _ in range(count)]
    for at, rate in enumerate(bill["appliedCustomerBillingRate"]):
        name = f"Extra service with a rather long descriptive name {at}"
        rate |= {"id": f"L{at}", "name": name, "product": {"id": f"P{at}", "name": name}}
    whole = bill["customerBill"]
    for key in TOTALS:
        if key in whole:
            part = "taxExcludedAmount" if key == "taxExcludedAmount" else "taxIncludedAmount"
            whole[key]["value"] = first[part]["value"] * count
    for item in whole.get("taxItem", ()):
        item["taxAmount"]["value"] = first["appliedTax"][0]["taxAmount"]["value"] * count
    return bill


ODD = {
    "sixty letters": named("Maximiliane-Alexandrina Wolfeschlegelsteinhausenbergerdorff"),
    "one word of sixty letters": named("W" + "olfeschlegel" * 5),
    "one line": with_lines(1),
    "forty lines": with_lines(40),
}


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("kind", ODD)
def test_a_film_is_laid(kind: str, language: str, shape: str) -> None:
    bill = parse_bill([Document("bill.json", json.dumps(ODD[kind]).encode())])
    earlier = [load_bill([path]) for path in customer_files("en")[1:]]
    plan = draft(bill, earlier, Choice(language=language, shape=shape, voice="silent")).plan
    shown = {scene.id for scene in plan.scenes}
    assert {"greeting", "total", "changed", "due", "closing"} <= shown
