"""A check tells every problem of a pack at once, each with its place."""

# ruff: noqa: E501  (one case a line reads better)
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from renderer.script import check_pack

Edit = Callable[[str, str, str], Path]
PACK = Path(__file__).with_name("pack")


def found(folder: Path) -> set[tuple[str, str]]:
    return {(one.code, f"{one.file}:{one.line}:{one.column}") for one in check_pack(folder)}


def place_of(folder: Path, file: str, mark: str) -> str:
    """Return file:line:column of the first `mark` in a file."""
    before = (folder / file).read_text().partition(mark)[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_a_pack_that_is_right_has_no_problems() -> None:
    assert check_pack(PACK) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "mark"),
    [
        ("scenes/total.yaml", "message: total-label", "message: total-lable", "message-missing", "total-lable"),
        ("scenes/total.yaml", "{{ amount }}", "{{ amout }}", "script-undefined", '"{{ amout'),
        ("scenes/total.yaml", "difference.direction ==", "difference.direktion ==", "script-undefined", '"{{ difference and difference.dire'),
        ("scenes/changes.yaml", "change.signed }}\", format", "change.sign }}\", format", "script-undefined", '"{{ change.sign }}'),
        ("scenes/changes.yaml", "'change[%s]' % loop.index0", "'chang[%s]' % loop.index0", "script-moment", "\"{{ 'start' if loop"),
        ("scenes/changes.yaml", "change[0].amount", "change[0].cost", "script-moment", '"change[0].cost'),
        ("scenes/total.yaml", "at: total-intro.amount", "at: total-into", "script-moment", "total-into,"),
        ("scenes/total.yaml", "style: body", "style: boddy", "script-token", "boddy"),
        ("scenes/total.yaml", "fill: brand-gradient", "fill: \"{{ 'up' if higher else 'dwn' }}\"", "script-token", "\"{{ 'up' if"),
        ("scenes/total.yaml", "gap: lg", "gap: xxl", "script-token", "xxl"),
        ("scenes/total.yaml", "radius: pill", "radius: pil", "script-token", "pil,"),
        ("scenes/total.yaml", "shadow: card", "shadow: crd", "script-token", "crd"),
        ("scenes/total.yaml", "ground: page", "ground: pag", "script-token", "pag\n"),
        ("scenes/total.yaml", "name: card", "name: kard", "asset-missing", "kard"),
        ("scenes/total.yaml", "{previous: \"{{ difference.previous }}\"}", "{}", "variable-missing", "total-compare"),
        ("pack.yaml", "src: logo.page", "src: logo.pge", "script-token", "logo.pge"),
        ("pack.yaml", "src: logo.page", "src: ../x.svg", "asset-outside", "../x.svg"),
        ("pack.yaml", "{{ bill.month }}", "{{ twice }}\"\n  again: \"{{ again }}", "script-cycle", '"{{ again'),
        ("pack.yaml", "policy:", "samples: {en: samples/en}\npolicy:", "sample-broken", "samples/en"),
        ("pack.yaml", "policy:", "samples: {en: ../x}\npolicy:", "asset-outside", "../x"),
        ("pack.yaml", "policy:", "samples: {sv: y}\npolicy:", "language-missing", "y}"),
        ("pack.yaml", "policy:", "music: sound/none.flac\npolicy:", "asset-missing", "sound/none"),
        ("pack.yaml", "brands: [plain]", "brands: [plain, fancy]", "pack-missing", "fancy"),
        ("locale/en.ftl", "pay-now = Pay now", "pay-now = Pay now\nspare = Spare", "message-unused", "spare"),
        ("brands/plain.tokens.json", '"#596178"', '"#59617"', "brand-value", '"#59617'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(
    edit: Edit, file: str, old: str, new: str, code: str, mark: str
) -> None:
    folder = edit(file, old, new)
    assert (code, place_of(folder, file, mark)) in found(folder)


def test_a_message_that_one_language_lacks_is_told(edit: Edit) -> None:
    folder = edit("locale/ar.ftl", "pay-now = ", "pay = ")
    assert ("message-missing", place_of(folder, "locale/en.ftl", "pay-now")) in found(folder)


def test_all_problems_are_told_at_once(edit: Edit) -> None:
    edit("scenes/total.yaml", "gap: lg", "gpa: lg")
    edit(
        "scenes/changes.yaml",
        'each: "{{ changes }}", as: change}',
        'each: "{{ chnges }}", as: change}',
    )
    folder = edit("locale/ar.ftl", "film-title = ", "film-titel = ")
    codes = {code for code, _ in found(folder)}
    assert {"script-key", "script-undefined", "message-missing"} <= codes


def test_a_language_without_a_file_is_told(edit: Edit) -> None:
    folder = edit("pack.yaml", "  ar: {", "  de: {locale: de_DE, voice: de}\n  ar: {")
    assert ("pack-missing", "pack.yaml:9:3") in found(folder)


def test_a_scene_that_nobody_lists_is_told(edit: Edit) -> None:
    folder = edit("pack.yaml", "[total, changes]", "[total]")
    assert ("scene-unused", "scenes/changes.yaml:1:1") in found(folder)


def test_a_pack_that_is_no_yaml_is_told(edit: Edit) -> None:
    assert found(edit("pack.yaml", "pack: tiny", "pack: tiny: x")) == {
        ("pack-yaml", "pack.yaml:1:11")
    }


def test_two_nodes_with_one_id_are_told(edit: Edit) -> None:
    folder = edit("scenes/total.yaml", "id: pay", "id: amount")
    assert ("script-value", "scenes/total.yaml:19:11") in found(folder)


def test_a_problem_reads_like_a_compiler_says_it(edit: Edit) -> None:
    (problem,) = check_pack(edit("scenes/total.yaml", "gap: lg", "gpa: lg"))
    assert str(problem) == (
        "scenes/total.yaml:9:49: there is no key 'gpa' here. Did you mean 'gap'?"
    )
