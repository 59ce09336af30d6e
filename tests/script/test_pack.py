"""Packs load whole, or the first mistake is told with file, line, column and a way out."""

# ruff: noqa: E501  (one case a line reads better)
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from renderer.errors import ScriptError
from renderer.script import Pack, load_pack
from renderer.script.vocabulary.pack import PackProps
from renderer.script.vocabulary.scene import SceneProps
from renderer.story import Policy

Edit = Callable[[str, str, str], Path]


def test_a_pack_says_what_it_is(pack: Pack) -> None:
    assert (pack.id, pack.version) == ("tiny", "0.3.1")
    assert (pack.languages, pack.brands, pack.shapes) == (
        ("en", "ar"),
        ("plain",),
        ("wide", "tall"),
    )
    assert pack.policy == Policy(changes=4)
    assert set(pack.scenes) == {"total", "changes"}


def test_one_scene_alone_does_not_wait_for_the_others(edit: Edit) -> None:
    broken = edit("scenes/total.yaml", "gap: lg", "gpa: lg")
    pack = load_pack(broken, only="changes")
    assert set(pack.scenes) == {"changes"}
    assert pack.scene_names == ("total", "changes")
    with pytest.raises(ScriptError) as caught:
        load_pack(broken, only="total")
    assert caught.value.where == "scenes/total.yaml:9:49"


def test_a_pack_of_the_installation_has_a_name() -> None:
    with pytest.raises(ScriptError) as caught:
        load_pack("no-such-pack")
    assert caught.value.code == "pack-missing"
    assert "telco" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "remedy"),
    [
        ("pack.yaml", "languages:", "langauges:", "pack.yaml:7:1", "Did you mean 'languages'?"),
        ("pack.yaml", "voice: en-gb", "voice: [x]", "pack.yaml:8:30", None),
        ("pack.yaml", "version: 0.3.1", "version: 1", "pack.yaml:2:10", None),
        ("pack.yaml", "schema: 1", "schema: 2", "pack.yaml:3:9", None),
        ("pack.yaml", "[total, changes]", "[total, changed]", "pack.yaml:5:17", "Add it to the pack."),
        ("pack.yaml", "{changes: 4}", "{change: 4}", "pack.yaml:24:10", "Did you mean 'changes'?"),
        ("scenes/total.yaml", "scene: total", "scene: sum", "scenes/total.yaml:1:8", None),
        ("scenes/total.yaml", "gap: lg", "gpa: lg", "scenes/total.yaml:9:49", "Did you mean 'gap'?"),
        ("scenes/total.yaml", "tall: column", "tall: colum", "scenes/total.yaml:9:22", "Did you mean 'column'?"),
        ("scenes/total.yaml", "tall: column", "narrow: column", "scenes/total.yaml:9:22", None),
        ("scenes/total.yaml", "effect: count", "effect: bounce", "scenes/total.yaml:13:23", None),
        ("scenes/total.yaml", "- rect:", "- rectangle:", "scenes/total.yaml:16:7", "Did you mean 'rect'?"),
        ("scenes/total.yaml", "style: display}", "style: display, from: x y}", None, None),
        ("scenes/total.yaml", "{action: pay,", "{action: buy,", "scenes/total.yaml:20:25", None),
        ("scenes/total.yaml", "max_lines: 2", "max_lines: 0", "scenes/total.yaml:14:87", None),
        ("scenes/total.yaml", "chapter: chapter-total", "", "scenes/total.yaml:1:1", None),
        ("scenes/changes.yaml", "alt: {message: changes-count, with: {count: \"{{ changes | length }}\"}}", "opacity: 1", "scenes/changes.yaml:13:7", "Give it `alt: message-id`, or `alt: \"\"`."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_is(
    edit: Edit, file: str, old: str, new: str, where: str | None, remedy: str | None
) -> None:
    folder = edit(file, old, new)
    if where is None:
        assert load_pack(folder).id == "tiny"  # only a story can tell
        return
    with pytest.raises(ScriptError) as caught:
        load_pack(folder)
    assert caught.value.where == where
    if remedy:
        assert caught.value.remedy == remedy


def test_a_hotspot_needs_a_label(edit: Edit) -> None:
    folder = edit(
        "scenes/changes.yaml", ", label: {message: change-label", ", lable: {message: change-label"
    )
    with pytest.raises(ScriptError) as caught:
        load_pack(folder)
    assert caught.value.remedy == "Did you mean 'label'?"


@pytest.mark.parametrize("model", [PackProps, SceneProps])
def test_the_vocabulary_has_a_json_schema(model: type[PackProps] | type[SceneProps]) -> None:
    schema = model.model_json_schema(by_alias=True)
    assert schema["additionalProperties"] is False
    assert "wide" in json.dumps(schema)


def test_a_scene_file_that_is_a_link_is_refused(edit: Edit) -> None:
    folder = edit("pack.yaml", "pack: tiny", "pack: tiny")
    scene = folder / "scenes/total.yaml"
    scene.rename(folder.parent / "total.yaml")
    scene.symlink_to(folder.parent / "total.yaml")
    with pytest.raises(ScriptError, match="symbolic link"):
        load_pack(folder)
