"""Bills are put, versioned, read, listed, and settled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.server.running import JSON, Running, sample

BALANCE = {"settlement": "open", "open": {"unit": "EUR", "value": "50.00"}}


def put(client, reference, data, **more):
    headers = {**JSON, **more.pop("headers", {})}
    return client.put(f"/v1/bills/{reference}", content=data, headers=headers, **more)


def test_a_bill_is_taken_as_the_billing_system_writes_it(running: Running):
    client = running.operator().everything
    answer = put(client, "fr-1", sample("fr"))
    assert answer.status_code == 201
    bill = answer.json()
    assert bill["reference"] == "fr-1"
    assert bill["cycle"] == "2026-11"
    assert bill["amount_due"] == {"unit": "EUR", "value": "87.42"}
    assert bill["open"] == bill["amount_due"]
    assert (bill["due"], bill["period_end"]) == ("2026-12-15", "2026-11-30")
    assert (bill["version"], bill["whole"], bill["settlement"]) == (1, True, "open")
    assert client.get("/v1/bills/fr-1").json() == bill


def test_won_have_no_minor_unit_and_dirhams_two(running: Running):
    client = running.operator().everything
    for language in ("ko", "ar"):
        amount = put(client, language, sample(language)).json()["amount_due"]
        assert ("." in amount["value"]) == (language == "ar")


def test_the_same_bytes_again_are_no_new_version(running: Running):
    client = running.operator().everything
    first = put(client, "x", sample())
    again = put(client, "x", sample())
    assert (again.status_code, again.json()) == (200, first.json())
    assert again.headers["ETag"] == first.headers["ETag"]


def test_other_bytes_are_a_new_version_and_move_the_balance_by_the_difference(running: Running):
    client = running.operator().everything
    put(client, "x", sample())
    paid = {"settlement": "open", "open": {"unit": "EUR", "value": "30.00"}}
    assert client.put("/v1/bills/x/balance", json=paid).status_code == 200
    assert put(client, "x", sample() + b"\n").json()["version"] == 2
    assert client.get("/v1/bills/x").json()["open"]["value"] == "30.00"
    dearer = put(client, "x", sample().replace(b"87.42", b"90.42").replace(b"72.87", b"75.87"))
    assert (dearer.json()["version"], dearer.json()["open"]["value"]) == (3, "33.00")
    # Its lines do not add up to the new total: only the short film can be told.
    assert dearer.json()["whole"] is False


def test_a_document_that_is_no_bill_is_refused_with_code_and_place(running: Running):
    client = running.operator().everything
    answer = put(client, "x", b'{"customerBill": {"id": "1"}}')
    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["where"].startswith("document#")
    assert problem["type"].endswith(f"/errors/{problem['code']}")
    assert client.get("/v1/bills/x").status_code == 404


def test_what_is_not_json_xml_or_pdf_is_not_even_read(running: Running):
    client = running.operator().everything
    answer = put(client, "x", b"a,b\n1,2\n", headers={"Content-Type": "text/csv"})
    assert (answer.status_code, answer.json()["code"]) == (415, "media-type")


def test_nobody_overwrites_what_they_did_not_see(running: Running):
    client = running.operator().everything
    tag = put(client, "x", sample()).headers["ETag"]
    none_yet = put(client, "x", sample(), headers={"If-None-Match": "*"})
    assert (none_yet.status_code, none_yet.json()["code"]) == (412, "changed-since")
    assert client.put("/v1/bills/x/balance", json=BALANCE, headers={"If-Match": tag}).is_success
    stale = client.put("/v1/bills/x/balance", json=BALANCE, headers={"If-Match": tag})
    assert stale.status_code == 412
    odd = client.put("/v1/bills/x/balance", json=BALANCE, headers={"If-Match": "abc"})
    assert odd.json()["where"] == "header/If-Match"


def test_a_balance_older_than_what_is_known_is_refused(running: Running):
    client = running.operator().everything
    put(client, "x", sample())
    now = datetime.now(UTC)
    old = {**BALANCE, "as_of": (now - timedelta(days=1)).isoformat()}
    assert client.put("/v1/bills/x/balance", json=old).json()["code"] == "balance-outdated"
    ahead = {**BALANCE, "as_of": (now + timedelta(days=1)).isoformat()}
    assert client.put("/v1/bills/x/balance", json=ahead).json()["where"] == "body/as_of"


def test_a_balance_is_in_the_bills_currency_and_in_whole_cents(running: Running):
    client = running.operator().everything
    put(client, "x", sample())
    for value, code in (("USD 5", "balance-currency"), ("EUR 5.001", "amount-too-large")):
        unit, number = value.split()
        wish = {"settlement": "open", "open": {"unit": unit, "value": number}}
        assert client.put("/v1/bills/x/balance", json=wish).json()["code"] == code


def test_a_bill_stands_as_the_operator_says(running: Running):
    client = running.operator().everything
    put(client, "x", sample())
    for settlement in ("received", "paid", "direct_debit", "credited"):
        wish = {**BALANCE, "settlement": settlement}
        assert client.put("/v1/bills/x/balance", json=wish).json()["standing"] == settlement
    settled = {"settlement": "open", "open": {"unit": "EUR", "value": "0.00"}}
    assert client.put("/v1/bills/x/balance", json=settled).json()["standing"] == "nothing_due"


def test_a_corrected_bill_replaces_the_wrong_one_of_its_account_only(running: Running):
    operator = running.operator()
    client = operator.everything
    put(client, "wrong", sample())
    put(client, "strange", sample(id="S", account="another"))
    refused = put(client, "right", sample(id="R"), params={"replaces": "strange"})
    assert (refused.status_code, refused.json()["code"]) == (409, "replaced-bill-missing")
    right = put(client, "right", sample(id="R"), params={"replaces": "wrong"}).json()
    wrong = client.get("/v1/bills/wrong").json()
    assert (wrong["replaced_by"], wrong["standing"]) == (right["id"], "replaced")


def test_a_reference_stays_with_its_account(running: Running):
    client = running.operator().everything
    put(client, "x", sample())
    moved = put(client, "x", sample(account="another"))
    assert (moved.status_code, moved.json()["code"]) == (409, "bill-moved")


def test_pages_hold_every_bill_once_though_others_come_meanwhile(running: Running):
    operator = running.operator()
    known = {operator.upload() for _ in range(5)}
    client, seen, cursor = operator.everything, [], None
    while True:
        page = client.get(
            "/v1/bills", params={"limit": 2, **({"cursor": cursor} if cursor else {})}
        )
        seen += [bill["reference"] for bill in page.json()["items"]]
        operator.upload()
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert sorted(seen) == sorted(known)


def test_a_cursor_is_for_one_list_of_one_operator(running: Running):
    operator, other = running.operator(), running.operator()
    for _ in range(2):
        operator.upload()
        other.upload()
    cursor = operator.everything.get("/v1/bills", params={"limit": 1}).json()["next"]
    for client, params in (
        (other.everything, {"cursor": cursor}),
        (operator.everything, {"cursor": cursor, "cycle": "2026-11"}),
        (operator.everything, {"cursor": cursor[:-2] + "AA"}),
        (operator.everything, {"cursor": "é"}),
    ):
        assert client.get("/v1/bills", params=params).json()["code"] == "cursor-not-valid"


def test_a_list_is_narrowed_to_a_cycle(running: Running):
    client = running.operator().everything
    put(client, "a", sample(), params={"cycle": "c1"})
    put(client, "b", sample(id="B"), params={"cycle": "c2"})
    items = client.get("/v1/bills", params={"cycle": "c2"}).json()["items"]
    assert [bill["reference"] for bill in items] == ["b"]


def test_the_document_that_the_customer_knows_is_kept_beside_the_bill(running: Running):
    operator = running.operator()
    client, reference = operator.everything, operator.upload()
    pdf = {"Content-Type": "application/pdf"}
    for content in (b"%PDF-1.7 first", b"%PDF-1.7 second"):
        answer = client.put(f"/v1/bills/{reference}/original", content=content, headers=pdf)
        assert answer.status_code == 204
    found = [
        b"".join(running.services.objects.read(one.key))
        for one in running.services.objects.walk("accounts/")
        if one.key.endswith("/original")
    ]
    assert b"%PDF-1.7 second" in found
    assert b"%PDF-1.7 first" not in found
    refused = client.put(f"/v1/bills/{reference}/original", content=b"<html>", headers=pdf)
    assert refused.status_code == 415
