"""`billreel check` answers every mistake of a pack with file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

LONG = "Donaudampfschifffahrtsgesellschaftskapitän " * 12

# What is wrong; the file, its text and what stands there instead; the code; where it is told.
MISTAKES = {
    "unknown key": ("scenes/total.yaml", "gap: lg", "gpa: lg", "script-key", "gpa"),
    "unknown message": (
        "scenes/total.yaml",
        "message: total-label",
        "message: total-lable",
        "message-missing",
        "total-lable",
    ),
    "missing language": (
        "pack.yaml",
        "brands: [plain]",
        "brands: [plain]  # de",
        "pack-missing",
        "de: {locale",
    ),
    "missing translation": ("locale/ar.ftl", "pay-now = ", "pay = ", "message-missing", None),
    "undefined variable": (
        "scenes/total.yaml",
        "{{ amount }}",
        "{{ amout }}",
        "script-undefined",
        '"{{ amout',
    ),
    "text that cannot fit": (
        "locale/en.ftl",
        "total-label = Your bill for",
        f"total-label = {LONG} for",
        "text-does-not-fit",
        None,
    ),
    "missing glyph": (
        "locale/en.ftl",
        "pay-now = Pay now",
        "pay-now = Pay now ᚠ",
        "missing-glyph",
        None,
    ),
    "asset outside": ("pack.yaml", "src: logo.page", "src: ../x.svg", "asset-outside", "../x.svg"),
}


def place_of(path: Path, mark: str) -> tuple[int, int]:
    """Return line and column of the first `mark` in a file."""
    before = path.read_text().partition(mark)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def spoil(pack: Path, name: str) -> None:
    file, old, new, _, _ = MISTAKES[name]
    path = pack / file
    text = path.read_text()
    assert old in text
    text = text.replace(old, new, 1)
    if name == "missing language":
        text = text.replace("  ar: {", "  de: {locale: de_DE, voice: de}\n  ar: {", 1)
    path.write_text(text)


def test_a_pack_without_mistakes_passes(billreel, tiny: Path) -> None:
    done = billreel("check", tiny, "--json")
    assert (done.status, done.json) == (0, {"problems": []})


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_answered_with_its_place(name: str, billreel, tiny: Path) -> None:
    spoil(tiny, name)
    file, _, _, code, mark = MISTAKES[name]
    done = billreel("check", tiny, "--json")
    assert done.status == 2
    found = [problem for problem in done.json["problems"] if problem["code"] == code]
    assert found, done.json
    assert all(problem["line"] >= 1 and problem["column"] >= 1 for problem in found)
    if mark is not None:
        line, column = place_of(tiny / file, mark)
        places = [(one["file"], one["line"], one["column"]) for one in found]
        assert (file, line, column) in places


@pytest.mark.parametrize("name", ["unknown key", "missing glyph"])
def test_people_read_it_as_a_compiler_writes_it(name: str, billreel, tiny: Path) -> None:
    spoil(tiny, name)
    told = billreel("check", tiny, "--json").json["problems"]
    done = billreel("check", tiny)
    assert done.status == 2
    for one in told:
        assert f"{one['file']}:{one['line']}:{one['column']}: {one['message']}" in done.said
        assert one["code"] in done.said


def test_a_pack_that_is_not_there_is_an_error(billreel, tmp_path: Path) -> None:
    done = billreel("check", tmp_path / "none", "--json")
    assert done.status == 2
    assert done.json["error"]["code"] == "pack-missing"


def test_the_telco_pack_has_no_mistakes(billreel) -> None:
    done = billreel("check", "telco")
    assert (done.status, done.said) == (0, "No mistakes found.")


def test_what_scenes_cost_is_told_by_scene_and_node(billreel) -> None:
    """A passage between grounds is drawn once for all; a name makes the greeting each one's own."""
    done = billreel("check", "telco", "--cost", "3", "--lang", "en", "--json")
    assert done.status == 0
    assert (done.json["customers"], done.json["refused"]) == (3, 0)
    scenes = {scene["scene"]: scene for scene in done.json["scenes"]}
    passage, greeting = scenes["dip:stage-page"], scenes["greeting"]
    assert (passage["films"], passage["segments"], passage["distinct"]) == (3, 3, 1)
    assert passage["own"] == []
    assert greeting["distinct"] > 1
    hello = greeting["own"][0]
    assert (hello["id"], hello["since"], hello["ways"]) == ("greeting/layout/0", 1, 3)
    assert hello["shows"] == ["bill.customer.given_name"]
    assert hello["where"].startswith("scenes/greeting.yaml:")


def test_cost_is_told_of_a_folder_of_customers(billreel, tmp_path: Path) -> None:
    assert billreel("samples", "--customers", 2, "--locale", "de", "-o", tmp_path).status == 0
    done = billreel("check", "telco", "--cost", "2", "--customers", tmp_path)
    assert done.status == 0
    assert "dip:stage-page: 2 films need 1 of 2 segments" in done.out
    empty = billreel("check", "telco", "--cost", "2", "--customers", tmp_path / "tables", "--json")
    assert (empty.status, empty.json["error"]["code"]) == (2, "bill-missing")
