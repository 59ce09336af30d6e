"""CYCLE.yaml: what it may say, and where a mistake is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from api.batch.cycle import LARGEST, check_with, open_cycle, order_hash, order_of, read_cycle
from api.batch.cycle_file import cycle_schema
from renderer.errors import RenderError
from renderer.script import load_pack
from renderer.script.yaml_source import parse_yaml
from tests.batch.cycles import ROOT, TINY, write_cycle

GOOD = """\
schema: 1
cycle: 2026-11
bills: {customers: /bills}
output: films
"""


def refused(text: str) -> RenderError:
    with pytest.raises(RenderError) as caught:
        read_cycle(text.encode(), Path("/x/CYCLE.yaml"))
    return caught.value


def test_what_is_not_said_has_a_sound_default() -> None:
    cycle = read_cycle(GOOD.encode(), Path("/x/CYCLE.yaml"))
    assert (cycle.id, cycle.folder) == ("2026-11", Path("/x/films/2026-11"))
    assert (cycle.store, cycle.most_kept) == (Path("/x/store"), 4_000_000_000)
    assert (cycle.told.pack, cycle.told.shapes, cycle.told.attempts) == ("telco", ["wide"], 3)
    assert cycle.told.workers >= 1


def test_a_cycle_named_by_a_number_is_named_by_its_digits() -> None:
    text = GOOD.replace("2026-11", "202611")
    assert read_cycle(text.encode(), Path("/x/CYCLE.yaml")).id == "202611"


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (("output:", "outptu:"), "4:1", "Did you mean 'output'?"),
        (("output: films\n", "outputs: films\nworkers: 2\n"), "4:1", "Did you mean 'output'?"),
        (("{customers: /bills}", "{}"), "3:8", "one of customers, files and table"),
        (("{customers: /bills}", "{customers: /b, table: m.yaml}"), "3:8", "one of customers"),
        (("{customers: /bills}", "{customers: {foldr: /b}}"), "3:21", "Did you mean 'folder'?"),
        (("2026-11", "../x"), "2:8", "pattern"),
        (("2026-11", "''"), "2:8", "pattern"),
        (("schema: 1", "schema: 2"), "1:9", "1"),
        (("films\n", "films\nlimits: {wall_s: 0}\n"), "5:18", "greater than 0"),
        (("films\n", "films\nattempts: 1\n"), "5:11", "greater than or equal to 2"),
        (("films\n", "films\nactions: {pay: 'javascript:x'}\n"), "5:16", "pattern"),
        (("films\n", "films\nlanguage: {always: fr, otherwise: de}\n"), "5:11", "always or"),
        (("films\n", "films\nshapes: [wide, tall]\nheight: 720\n"), "1:1", "one shape"),
        (("films\n", "films\nshapes: [wide, wide]\n"), "1:1", "twice"),
        (("films\n", "films\nstop_when: {share: 2}\n"), "5:20", "less than or equal to 1"),
        (("films\n", "films\noutput: more\n"), "5:1", "twice"),
        (("films\n", "films\nx: [\n"), "6:1", "YAML"),
        (("output: films", "output: /bills/films"), "4:9", "among the bills"),
    ],
)
def test_a_mistake_has_its_place_and_a_way_out(
    change: tuple[str, str], place: str, message: str
) -> None:
    error = refused(GOOD.replace(*change))
    assert error.code == "cycle-not-valid"
    assert error.where == f"/x/CYCLE.yaml:{place}"
    assert message in str(error)
    assert error.remedy


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        open_cycle(tmp_path / "CYCLE.yaml")
    assert caught.value.code == "cycle-missing"
    (tmp_path / "CYCLE.yaml").write_bytes(b"#" * (LARGEST + 10))
    with pytest.raises(RenderError) as caught:
        open_cycle(tmp_path / "CYCLE.yaml")
    assert caught.value.code == "cycle-not-valid"


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"brand": "plian"}, "Did you mean 'plain'?"),
        ({"language": {"always": "fr"}}, "no such language"),
        ({"language": {"otherwise": "fr"}}, "no such language"),
        ({"voice": "espaek"}, "Did you mean 'espeak'?"),
        ({"fallback_voice": "x"}, "no such voice"),
        ({"height": 719}, "720 or 1080"),
        ({"offers": True}, "offers lead nowhere"),
    ],
)
def test_choices_that_the_pack_does_not_have_are_said_before_anything_begins(
    tmp_path: Path, told: dict[str, Any], message: str
) -> None:
    cycle = open_cycle(write_cycle(tmp_path, 0, **told))
    with pytest.raises(RenderError, match=message.replace("?", r"\?")) as caught:
        check_with(cycle, load_pack(TINY))
    assert caught.value.code == "cycle-not-valid"
    assert caught.value.where
    assert caught.value.where.startswith(f"{tmp_path}/CYCLE.yaml:1:")


def test_what_decides_films_is_in_the_order_and_nothing_else(tmp_path: Path) -> None:
    def order(**told: Any) -> str:
        cycle = open_cycle(write_cycle(tmp_path, 0, **told))
        return order_hash(order_of(cycle, load_pack(TINY), lambda kind, content: "k" * 64))

    plain = order()
    for same in (
        {"workers": 7}, {"limits": {"wall_s": 3}}, {"output": "x"}, {"store": "y"},
        {"stop_when": {"after": 2}}, {"links": {"base": "https://x.example"}}, {"attempts": 4},
    ):  # fmt: skip
        assert order(**same) == plain
    others = [
        order(cycle="next"), order(brand="plain"), order(shapes=["tall"]), order(height=1080),
        order(language={"always": "en"}), order(voice="espeak"), order(music=True),
        order(actions={"pay": "https://x.example"}), order(hls=True), order(day="2026-11-01"),
        order(fallback_voice="silent"), order(send_text_to_third_party=True), order(shards=1),
        order(offers=True),
    ]  # fmt: skip
    assert len({plain, *others}) == len(others) + 1


def test_the_schema_describes_every_field_and_takes_the_file_of_the_docs() -> None:
    schema = cycle_schema()
    Draft202012Validator.check_schema(schema)
    for name, field in schema["properties"].items():
        assert field.get("description") or "$ref" in str(field) or name == "bills", name
    text = (ROOT / "docs/batch.md").read_text(encoding="utf-8")
    example = text.split("```yaml\n", 1)[1].split("```", 1)[0]
    assert read_cycle(example.encode(), Path("/x/CYCLE.yaml")).told.cycle == "2026-11"
    assert parse_yaml(example.encode(), "x").root
    for name in schema["properties"]:
        assert f"`{name}`" in text, f"docs/batch.md does not tell {name}"
