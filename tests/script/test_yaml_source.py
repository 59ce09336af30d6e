"""YAML is read as 1.2 says, every value knows its place, and nothing in it can run away."""

from __future__ import annotations

import pytest

from renderer.errors import ScriptError
from renderer.script.tree import plain
from renderer.script.yaml_source import MAX_BYTES, MAX_DEPTH, parse_yaml


def read(text: str) -> object:
    return plain(parse_yaml(text.encode(), "a.yaml").root)


def test_words_that_older_yaml_took_for_booleans_stay_words() -> None:
    assert read("[no, yes, on, off, n, y]") == ["no", "yes", "on", "off", "n", "y"]


def test_numbers_are_those_of_the_core_schema() -> None:
    assert read("[1, -2, 0o17, 0xff, 1.5, 1e3, .5]") == [1, -2, 15, 255, 1.5, 1000.0, 0.5]


def test_what_only_looks_like_a_number_stays_text() -> None:
    assert read("[1_000, 2026-11-01, 1:30, .inf, .nan]") == [
        "1_000", "2026-11-01", "1:30", ".inf", ".nan",
    ]  # fmt: skip


def test_quoted_values_are_text() -> None:
    assert read("""['1', "true", 'null']""") == ["1", "true", "null"]


def test_every_value_knows_its_line_and_column() -> None:
    document = parse_yaml(b"a:\n  b: [1, {c: x}]\n", "a.yaml")
    assert str(document.place(("a", "b", 1, "c"))) == "a.yaml:2:14"
    assert str(document.place(("a", "b", 1, "c"), key=True)) == "a.yaml:2:11"


def test_a_step_that_is_not_in_the_document_is_skipped() -> None:
    document = parse_yaml(b"a:\n  b: 1\n", "a.yaml")
    assert str(document.place(("a", "<tag>", "b"))) == "a.yaml:2:6"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1"),
        ("a:\n\t- b\n", "a.yaml:2:1"),
        ("a: [1, 2\n", "a.yaml:2:1"),
        ("a: b: c\n", "a.yaml:1:5"),
        ("a: !!python/object:os.system x\n", "a.yaml:1:4"),
        ("a: !mine x\n", "a.yaml:1:4"),
        ("a: {<<: {b: 1}}\n", "a.yaml:1:5"),
        ("? [1]\n: 2\n", "a.yaml:1:3"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1"),
        ("a: *nowhere\n", "a.yaml:1:4"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, place: str) -> None:
    with pytest.raises(ScriptError) as caught:
        read(text)
    assert caught.value.where == place


def test_a_key_that_stands_twice_is_named() -> None:
    with pytest.raises(ScriptError, match="'a' stands here twice"):
        read("{a: 1, a: 2}")


def test_aliases_cannot_grow_a_file() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(ScriptError, match="grows too large"):
        read("\n".join(lines))


def test_a_value_cannot_hold_itself() -> None:
    with pytest.raises(ScriptError):
        read("a: &a [*a]")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 2, 3_000])
def test_depth_is_bounded(depth: int) -> None:
    with pytest.raises(ScriptError):
        read("[" * depth + "]" * depth)


def test_size_is_bounded() -> None:
    with pytest.raises(ScriptError, match="larger than"):
        read("# " + "x" * MAX_BYTES)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", b"# nothing\n"])
def test_bytes_that_hold_no_document_are_refused(data: bytes) -> None:
    with pytest.raises(ScriptError):
        parse_yaml(data, "a.yaml")
