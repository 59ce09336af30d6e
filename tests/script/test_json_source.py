"""JSON is read strictly, and every value knows its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.errors import ScriptError
from renderer.script.json_source import parse_json
from renderer.script.tree import plain

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip


@given(_VALUES, st.sampled_from([None, 1, "\t"]))
def test_whatever_json_writes_is_read_back(value: object, indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    assert plain(parse_json(text.encode(), "b.json").root) == value


def test_a_value_knows_its_line_and_column() -> None:
    document = parse_json(b'{\n\t"a": {\n\t\t"b": [1, "x"]\n\t}\n}', "b.json")
    assert str(document.place(("a", "b", 1))) == "b.json:3:12"
    assert str(document.place(("a", "b"), key=True)) == "b.json:3:3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1,\n "a": 2}', "b.json:2:2"),
        ('{"a": 1,}', "b.json:1:9"),
        ("[1 2]", "b.json:1:4"),
        ("{'a': 1}", "b.json:1:2"),
        ("[1] x", "b.json:1:4"),
        ("[01]", "b.json:1:3"),
        ("[NaN]", "b.json:1:2"),
        ('["\\q"]', "b.json:1:6"),
        ("[" * 1_000, "b.json:1:66"),
        ("", "b.json:1:1"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, place: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse_json(text.encode(), "b.json")
    assert caught.value.where == place
