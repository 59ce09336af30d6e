"""Design tokens of the DTCG form become colours, paints, type, spaces and motion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renderer.errors import ScriptError
from renderer.script.brand import Brand, load_brand
from renderer.script.paint import Color, Paint, Shadow, Stop
from renderer.script.place import Place

HERE = Place("scenes/a.yaml", 2, 3)
PACK = Path(__file__).with_name("pack")


@pytest.fixture(name="plain")
def plain_brand() -> Brand:
    return load_brand(PACK, "plain", HERE)


def brand_of(tmp_path: Path, tokens: dict[str, Any]) -> Brand:
    (tmp_path / "brands").mkdir()
    (tmp_path / "brands/b.tokens.json").write_text(json.dumps(tokens, indent=1))
    return load_brand(tmp_path, "b", HERE)


def test_colours_are_hex_or_srgb_components(plain: Brand) -> None:
    assert plain.color("ink", HERE) == Color(0x0B, 0x10, 0x20)
    assert plain.color("brand", HERE) == Color(51, 102, 255)
    assert plain.color("#01020380", HERE) == Color(1, 2, 3, 128)


def test_an_alias_means_what_it_names(plain: Brand) -> None:
    assert plain.color("accent", HERE) == plain.color("brand", HERE)
    assert plain.space("lg", HERE) == 20.0
    assert plain.style("button", HERE, "wide", "en") == plain.style("body", HERE, "wide", "en")


def test_a_gradient_runs_where_the_extension_says(plain: Brand) -> None:
    stops = (Stop(0.0, Color(51, 102, 255)), Stop(1.0, Color(138, 92, 246)))
    assert plain.paint("brand-gradient", HERE) == Paint("linear", stops, (0.2, 0.0), (0.6, 1.0))


def test_a_ground_is_paints_over_each_other(plain: Brand) -> None:
    page = plain.ground("page", HERE).paints
    assert [paint.kind for paint in page] == ["solid", "radial"]
    assert (page[1].start, page[1].radius) == ((1.0, 0.0), 0.4)
    assert plain.ground("dark", HERE).paints == (plain.paint("brand-gradient", HERE),)


def test_a_style_has_its_shape_and_script(plain: Brand) -> None:
    wide = plain.style("display", HERE, "wide", "en")
    assert (wide.size, wide.min_size, wide.weight, wide.line_height) == (120.0, 80.0, 800, 1.1)
    assert plain.style("display", HERE, "tall", "en").size == 100.0
    assert wide.families == ("Inter", "Noto Sans Arabic")


@pytest.mark.parametrize(("language", "tracking"), [("en", -0.04), ("ar", 0.0), ("ko", 0.0)])
def test_arabic_and_hangul_are_not_tracked(plain: Brand, language: str, tracking: float) -> None:
    assert plain.style("display", HERE, "wide", language).tracking == tracking


def test_tracking_in_px_is_a_share_of_the_size(plain: Brand) -> None:
    assert plain.style("body", HERE, "wide", "en").tracking == pytest.approx(-0.01)


def test_a_shadow_and_motion_have_units(plain: Brand) -> None:
    assert plain.shadow("card", HERE) == Shadow(0.0, 10.0, 30.0, Color(0x1B, 0x1F, 0x4A, 0x17))
    assert (plain.motion()["enter"], plain.motion()["travel"]) == (0.4, 28.0)


def test_an_unknown_token_is_told_with_the_nearest(plain: Brand) -> None:
    with pytest.raises(ScriptError) as caught:
        plain.paint("brand-gradeint", HERE)
    assert caught.value.where == "scenes/a.yaml:2:3"
    assert caught.value.remedy == "Did you mean 'brand-gradient'?"


def test_a_brand_that_is_right_has_no_problems(plain: Brand) -> None:
    assert list(plain.problems()) == []


def color(value: object) -> dict[str, object]:
    return {"$type": "color", "$value": value}


@pytest.mark.parametrize(
    "tokens",
    [
        {"color": {"a": color("{color.b}"), "b": color("{color.a}")}},
        {"color": {"a": color("{color.a}")}},
        {"color": {"a": color("{color.nothing}")}},
        {"color": {"a": color("red")}},
        {"color": {"a": color({"colorSpace": "display-p3", "components": [1, 0, 0]})}},
        {"color": {"a": color({"colorSpace": "srgb", "components": [1, 0, 2]})}},
        {"space": {"a": {"$type": "dimension", "$value": "1rem"}}},
        {"space": {"a": {"$type": "dimension", "$value": {"value": 1, "unit": "rem"}}}},
        {"motion": {"a": {"$type": "duration", "$value": "1"}}},
        {"gradient": {"a": {"$type": "gradient", "$value": [{"color": "#000000", "position": 0}]}}},
        {"gradient": {"a": {"$type": "gradient", "$value": [
            {"color": "#000000", "position": 1}, {"color": "#000000", "position": 0}]}}},
        {"type": {"a": {"$type": "typography", "$value": {"fontSize": "12px"}}}},
        {"font": {"a": {"$type": "fontFamily", "$value": [1]}}},
        {"font": {"a": {"$type": "fontWeight", "$value": "fat"}}},
        {"motion": {"a": {"$type": "cubicBezier", "$value": [0, 0, 1]}}},
        {"shadow": {"a": {"$type": "shadow", "$value": {"blur": "3px"}}}},
        {"ground": {"a": {"$type": "ground", "$value": [{"kind": "conic", "stops": [
            [0, "#000000"], [1, "#FFFFFF"]]}]}}},
        {"x": {"a": {"$value": 1}}},
        {"x": {"a": {"$type": "colour", "$value": "#000000"}}},
    ],
)  # fmt: skip
def test_a_wrong_token_is_a_problem_with_its_place(tmp_path: Path, tokens: dict[str, Any]) -> None:
    problems = list(brand_of(tmp_path, tokens).problems())
    assert problems
    assert all(str(one.where).startswith("brands/b.tokens.json:") for one in problems)


def test_aliases_cannot_grow_a_token(tmp_path: Path) -> None:
    tokens: dict[str, Any] = {"a0": {"$value": [1] * 9}}
    tokens |= {f"a{n}": {"$value": [f"{{x.a{n - 1}}}"] * 9} for n in range(1, 20)}
    brand = brand_of(tmp_path, {"x": {"$type": "shadow", **tokens}})
    with pytest.raises(ScriptError, match="too large"):
        brand.tokens.resolve(brand.tokens.by_name["x.a19"].value)


def test_a_type_is_inherited_from_the_group(tmp_path: Path) -> None:
    brand = brand_of(
        tmp_path, {"color": {"$type": "color", "deep": {"ink": {"$value": "#010203"}}}}
    )
    assert brand.color("deep.ink", HERE) == Color(1, 2, 3)


def test_a_brand_without_motion_moves_by_the_usual(tmp_path: Path) -> None:
    assert brand_of(tmp_path, {}).motion()["exit"] == 0.25
