"""A pointer leads back to the raw text, in any document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.bill.documents import Document
from renderer.bill.json_node import JsonNode
from renderer.bill.pointer import resolve
from renderer.bill.reading import agrees, date_of, number_of, rate_of, text_of
from renderer.bill.strict_json import parse_json
from renderer.errors import BillError

SCALARS = (
    st.text() | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=20,
)


def leaves(node: JsonNode) -> list[JsonNode]:
    if isinstance(node.value, dict):
        return [leaf for name in node.value for leaf in leaves(node.get(name))]
    if isinstance(node.value, list):
        return [leaf for item in node.items() for leaf in leaves(item)]
    return [node]


@settings(max_examples=50)
@given(st.dictionaries(st.text(max_size=6), TREES, max_size=4))
def test_every_leaf_of_a_json_document_resolves_to_its_raw_text(tree):
    data = json.dumps(tree).encode()
    document = Document("d", data)
    for leaf in leaves(JsonNode(document, "", parse_json(document))):
        raw = leaf.raw()
        assert resolve(data, raw.pointer) == raw.text


def test_a_number_keeps_the_text_it_was_written_with():
    data = b'{"a/b": [{"~": 87.40}, 5e1, -0]}'
    assert resolve(data, "/a~1b/0/~0") == "87.40"
    assert resolve(data, "/a~1b/1") == "5e1"
    assert resolve(data, "/a~1b/2") == "-0"


@pytest.mark.parametrize("pointer", ["/b", "/a/2", "/a/01", "/a/-", "/a", "a", "", "/a/0/x"])
def test_a_pointer_that_leads_to_no_single_value_is_refused(pointer):
    with pytest.raises(BillError) as caught:
        resolve(b'{"a": [1, 2]}', pointer)
    assert caught.value.code == "pointer-not-found"


@pytest.mark.parametrize(
    ("path", "raw"),
    [("/ubl:r/cbc:a[2]", " 2 "), ("/ubl:r/cbc:a[1]/@b", "x"), ("/ubl:r/cac:c", "onetwo")],
)
def test_an_xpath_resolves_to_the_text_as_it_is_written(path, raw):
    data = (
        b'<r xmlns="urn:r" xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:'
        b'CommonBasicComponents-2" xmlns:g="urn:oasis:names:specification:ubl:schema:xsd:'
        b'CommonAggregateComponents-2"><c:a b="x">1</c:a><c:a> 2 </c:a>'
        b"<g:c>one<!-- not this -->two</g:c></r>"
    )
    assert resolve(data, path) == raw


@pytest.mark.parametrize("path", ["/ubl:r/cbc:a", "/ubl:r/cbc:z", "///", "1 + 1", "/no:such"])
def test_an_xpath_that_leads_to_no_single_value_is_refused(path):
    data = (
        b'<r xmlns="urn:r" xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:'
        b'CommonBasicComponents-2"><c:a>1</c:a><c:a>2</c:a></r>'
    )
    with pytest.raises(BillError) as caught:
        resolve(data, path)
    assert caught.value.code == "pointer-not-found"


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_agrees_with_how_it_is_written(number):
    assert number_of(str(number)) == number


@pytest.mark.parametrize("text", ["1,5", "1 000", "٣", "1e400", "NaN", "", "0x1", "1_000", "--1"])
def test_what_is_no_plain_decimal_number_is_not_read(text):
    assert number_of(text) is None


@pytest.mark.parametrize(("text", "rate"), [("0.2", 20), ("20", 20), ("1", 100), ("0", 0)])
def test_a_rate_is_read_as_fraction_or_per_cent(text, rate):
    assert rate_of(text) == rate


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-30", "2026-11-30"),
        ("2026-11-30T23:59:59.999Z", "2026-11-30"),
        ("2026-11-30T00:30:00+09:00", "2026-11-30"),
        (" 2026-11-30+01:00 ", "2026-11-30"),
        ("2020-01-00T00:00:00Z", None),
        ("2026-02-30", None),
        ("30.11.2026", None),
        ("2026-11-301", None),
        ("2026-11", None),
    ],
)
def test_a_day_is_the_one_the_writers_clock_shows(text, day):
    read = date_of(text)
    assert (read and read.isoformat()) == day


@given(st.text())
def test_tidy_text_is_one_line_without_controls_and_tidying_twice_changes_nothing(text):
    tidy = text_of(text)
    assert agrees(text, tidy)
    assert text_of(tidy) == tidy
    assert not set(tidy) & set("\n\r\t\0\u202e\u2066\u2069")
