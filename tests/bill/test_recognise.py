"""A format is recognised from the bytes, and hostile documents end in an error, soon."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.bill import Document, load_bill, parse_bill
from renderer.bill.documents import LARGEST_BYTES
from renderer.errors import BillError

CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
ORDER = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
BILL = b'{"id": "B1", "taxIncludedAmount": {"unit": "EUR", "value": 50}}'


def refusal(data: bytes) -> BillError:
    with pytest.raises(BillError) as caught:
        parse_bill([Document("it.xyz", data)])
    return caught.value


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "document-empty", "empty"),
        (b" \n\t", "document-empty", "empty"),
        (b"%PDF-1.7\n...", "pdf-not-readable", "PDF"),
        (b"PK\x03\x04....", "format-not-supported", "ZIP"),
        (f'<a:Invoice xmlns:a="{CII}"/>'.encode(), "not-a-bill", "UN/CEFACT"),
        (f'<Order xmlns="{ORDER}"/>'.encode(), "not-a-bill", "Order"),
        (b"<html><body/></html>", "format-not-supported", "web page"),
        (b"<Invoice/>", "format-not-recognised", "UBL"),
        (b"id;name;amount\n1;a;2\n", "table-without-mapping", "table"),
        (b"Dear customer,", "format-not-recognised", "neither"),
        (b"\x00\x01\x02\x03", "format-not-recognised", "neither"),
    ],
)
def test_what_is_not_read_is_named(data, code, said):
    error = refusal(data)
    assert (error.code, error.ours) == (code, False)
    assert said in error.message


def test_the_name_of_a_file_has_no_say(tmp_path):
    path = tmp_path / "bill.pdf"
    path.write_bytes(BILL)
    assert load_bill(path).charges_total.amount == 50


def test_a_byte_order_mark_before_json_is_skipped():
    assert parse_bill([Document("b", b"\xef\xbb\xbf" + BILL)]).id == "B1"


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BillError) as caught:
            load_bill(path)
        assert (caught.value.code, caught.value.where) == ("document-not-readable", str(path))


def test_a_document_beyond_the_bound_is_refused_unread(tmp_path):
    path = tmp_path / "bill.json"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(BillError) as caught:
        load_bill(path)
    assert caught.value.code == "document-too-large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"value": NaN}', "json-not-valid"),
        (b'{"value": -Infinity}', "json-not-valid"),
        (b'{"value": 1,}', "json-not-valid"),
        (b'{"a": 1, "a": 2}', "json-key-twice"),
        (b"[" * 100_000, "json-too-deep"),
        (b'{"a":' * 70 + b"1" + b"}" * 70, "json-too-deep"),
        (b'{"name": "\xff"}', "not-utf-8"),
        ('{"a": 1}'.encode("utf-16-le"), "not-utf-8"),
        ('{"a": 1}'.encode("utf-16"), "not-utf-8"),
        (b'["' + b"\\" * 200_001, "json-not-valid"),
        (b"{" + b'"x' * 50_000, "json-not-valid"),
        (b'["' + b'\\"' * 1_000_000, "json-not-valid"),
    ],
)
def test_hostile_json_is_refused(data, code):
    assert refusal(data).code == code


def test_brackets_inside_strings_do_not_count_as_nesting():
    data = BILL.replace(b"}}", b'}, "billNo": "' + b"[{" * 500 + b'"}')
    assert parse_bill([Document("b", data)]).number == "[{" * 500


@pytest.mark.parametrize("number", ["1e400", "1" * 40, "0.123456789", "-1e-300", "1E+99"])
def test_a_number_no_bill_holds_is_refused_at_its_place(number):
    error = refusal(BILL.replace(b"50", number.encode()))
    assert (error.code, error.where) == ("number-not-readable", "it.xyz#/taxIncludedAmount/value")
    assert number not in str(error)


ENTITY_BOMB = (
    '<!DOCTYPE Invoice [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + ']><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&a9;</Invoice>'
)
EXTERNAL = (
    '<?xml version="1.0"?><!-- a --><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&x;</Invoice>'
)


@pytest.mark.parametrize("text", [ENTITY_BOMB, EXTERNAL], ids=["bomb", "external"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_document_type_is_refused_in_any_encoding(text, encoding):
    assert refusal(text.encode(encoding)).code == "xml-doctype"


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" * 100_000,
        b"<a>" * 300 + b"</a>" * 300,
        b"<Invoice",
        b"<a>&x;</a>",
        b"<a \xff/>",
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b"\xff\xfe<\x00",
    ],
)
def test_broken_or_deep_xml_is_refused_with_its_line(data):
    error = refusal(data)
    assert error.code == "xml-not-valid"
    assert error.where is not None
    assert error.where.startswith("it.xyz:")


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_bill_error(data):
    assert refusal(data).code


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "customerBill",
                        "appliedCustomerBillingRate",
                        "usageConsumptionReport",
                        "preferences",
                        "taxIncludedAmount",
                        "unit",
                        "value",
                        "@type",
                        "bucket",
                        "event",
                        "eventType",
                        "id",
                        "amountDue",
                        "taxItem",
                        "appliedPayment",
                        "billingPeriod",
                        "paymentMethod",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=25,
    )
)
def test_any_json_ends_in_a_bill_or_a_bill_error(value):
    document = Document("b", json.dumps(value).encode())
    with contextlib.suppress(BillError):
        assert parse_bill([document]).documents == (document.sha256,)
