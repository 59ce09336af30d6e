"""A pack bound to a story: scenes chosen, words filled, tokens resolved, every figure proved."""

# ruff: noqa: E501  (one case a line reads better)
from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from renderer.errors import ScriptError
from renderer.script import Pack, Script, bind, load_pack
from renderer.script.binding.film import view
from renderer.script.box import AUTO, GridPlace, Length, Sides, Track
from renderer.script.model import (
    ButtonSpec,
    ChartSpec,
    Color,
    ContainerSpec,
    CounterSpec,
    Moment,
    Node,
    TableSpec,
    TextSpec,
)
from renderer.story import recompute
from renderer.story.model import Form, Story

Layout = Callable[..., Path]


def every(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from every(child)


def node(script: Script, path: str) -> Node:
    found = [one for scene in script.scenes for one in every(scene.layout) if one.path == path]
    assert len(found) == 1, path
    return found[0]


def one(folder: Path, story: Story, **choice: Any) -> Node:
    """Bind a pack of one scene and return its layout."""
    return bind(story, load_pack(folder), "en", **choice).scenes[0].layout


def refused(folder: Path, story: Story) -> ScriptError:
    with pytest.raises(ScriptError) as caught:
        bind(story, load_pack(folder), "en")
    return caught.value


def test_a_script_says_what_it_was_bound_from(story: Story, pack: Pack) -> None:
    script = bind(story, pack, "en")
    assert (script.language, script.locale, script.direction) == ("en", "en_GB", "ltr")
    assert (script.brand, script.shape, script.width, script.height) == ("plain", "wide", 1280, 720)
    assert script.pack == ("tiny", "0.3.1", pack.sha256)
    assert script.title.seen == "Your bill, explained"
    assert [scene.id for scene in script.scenes] == ["total", "changes"]


def test_direction_comes_from_the_language(story: Story, pack: Pack) -> None:
    assert bind(story, pack, "ar").direction == "rtl"


def test_a_region_falls_back_to_its_language(story: Story, pack: Pack) -> None:
    assert bind(story, pack, "ar-EG").language == "ar"


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ({"language": "sv"}, "language-missing"),
        ({"language": "en", "brand": "plane"}, "script-brand"),
        ({"language": "en", "shape": "square"}, "script-shape"),
    ],
)
def test_what_the_pack_does_not_have_is_refused(
    story: Story, pack: Pack, choice: dict[str, str], code: str
) -> None:
    with pytest.raises(ScriptError) as caught:
        bind(story, pack, **choice)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_a_scene_is_shown_only_when_its_bill_has_what_it_needs(
    first_bill: Story, pack: Pack
) -> None:
    assert [scene.id for scene in bind(first_bill, pack, "en").scenes] == ["total"]


def test_the_short_film_has_its_own_scenes(story: Story, pack: Pack) -> None:
    short = replace(story, form=Form.SHORT)
    assert [scene.id for scene in bind(short, pack, "en").scenes] == ["total"]


def test_lines_have_keys_words_and_pauses(story: Story, pack: Pack) -> None:
    total, changes = bind(story, pack, "en").scenes
    assert [line.key for line in total.lines] == ["total-intro", "total-compare"]
    assert [line.key for line in changes.lines] == ["changes-count", "change[0]", "change[1]"]
    assert changes.lines[1].words.seen == "New: Roaming in Türkiye for £15.48."
    assert [line.pause_after for line in changes.lines] == [0.35, 0.5, 0.5]


def test_a_line_whose_when_fails_is_not_spoken(first_bill: Story, pack: Pack) -> None:
    (total,) = bind(first_bill, pack, "en").scenes
    assert [line.key for line in total.lines] == ["total-intro"]


def test_a_moment_names_its_line_and_words(story: Story, pack: Pack) -> None:
    script = bind(story, pack, "en")
    enter = node(script, "total/layout/amount").enter
    assert enter is not None
    assert enter.at == Moment("total-intro", "amount", 0.1)


def test_a_moment_of_a_line_left_out_falls_back_to_the_line_before(
    first_bill: Story, pack: Pack
) -> None:
    enter = node(bind(first_bill, pack, "en"), "total/layout/1").enter
    assert enter is not None
    assert enter.at == Moment("total-intro")


def test_motion_takes_what_is_left_out_from_the_brand(story: Story, pack: Pack) -> None:
    script = bind(story, pack, "en")
    enter = node(script, "total/layout/1").enter
    assert enter is not None
    assert (enter.duration, enter.easing) == (0.4, "ease-out")
    assert (script.motion["travel"], script.motion["count"]) == (28.0, 1.1)


def test_keyframes_name_moments_and_values(story: Story, pack: Pack) -> None:
    first, second = node(bind(story, pack, "en"), "total/layout/2").keyframes
    assert (first.at, first.values) == (Moment(end=True), {"opacity": 0.5})
    assert (second.at, second.values, second.easing) == (Moment(delay=0.2), {"x": 4.0}, "linear")


def test_a_property_may_differ_by_shape(story: Story, pack: Pack) -> None:
    specs = [bind(story, pack, "en", shape=shape).scenes[0].layout.spec for shape in pack.shapes]
    assert [spec.direction for spec in specs if isinstance(spec, ContainerSpec)] == [
        "row", "column",
    ]  # fmt: skip


def test_a_counter_ends_as_its_words(story: Story, pack: Pack) -> None:
    spec = node(bind(story, pack, "en"), "total/layout/amount").spec
    assert isinstance(spec, CounterSpec)
    assert (spec.value, spec.start, spec.fact) == (Decimal("87.42"), Decimal(0), "amount_due")
    assert spec.words.seen == "£87.42"


def test_a_style_is_of_the_shape_and_language(story: Story, pack: Pack) -> None:
    def display(language: str, shape: str) -> tuple[float, float, float]:
        spec = node(bind(story, pack, language, shape=shape), "total/layout/amount").spec
        assert isinstance(spec, CounterSpec)
        return spec.style.size, spec.style.min_size, spec.style.tracking

    assert display("en", "wide") == (120.0, 80.0, -0.04)
    assert display("en", "tall") == (100.0, 70.0, -0.04)
    assert display("ar", "wide") == (120.0, 80.0, 0.0)


def test_a_button_labels_its_own_hotspot(story: Story, pack: Pack) -> None:
    pay = node(bind(story, pack, "en"), "total/layout/pay")
    assert isinstance(pay.spec, ButtonSpec)
    assert pay.hotspot is not None
    assert pay.hotspot.label == pay.spec.words
    assert (pay.hotspot.action, pay.hotspot.pause, pay.hotspot.priority) == ("pay", True, 5)


def test_a_hotspot_opens_a_fact_of_the_story(story: Story, pack: Pack) -> None:
    hotspot = node(bind(story, pack, "en"), "changes/layout/1/0[1]").hotspot
    assert hotspot is not None
    assert (hotspot.fact, hotspot.label.seen) == ("changes.1.signed", "Calls: details")


def test_an_item_of_a_chart_has_a_hotspot_of_its_own(story: Story, pack: Pack) -> None:
    spec = node(bind(story, pack, "en"), "changes/layout/0").spec
    assert isinstance(spec, ChartSpec)
    spots = [item.hotspot for item in spec.items]
    assert (spots[0], spots[3]) == (None, None)
    assert [(spot.fact, spot.label.seen) for spot in spots if spot] == [
        ("changes.0.signed", "Roaming in Türkiye: details"),
        ("changes.1.signed", "Calls: details"),
    ]


def test_a_week_starts_as_it_does_in_the_language(story: Story) -> None:
    starts = {
        locale: view(story, "en", "wide", Locale.parse(locale))["week_start"]
        for locale in ("en_GB", "fr_FR", "de_DE", "id_ID", "ko_KR")
    }
    assert starts == {"en_GB": 0, "fr_FR": 0, "de_DE": 0, "id_ID": 6, "ko_KR": 6}


def test_a_waterfall_has_totals_and_steps(story: Story, pack: Pack) -> None:
    spec = node(bind(story, pack, "en"), "changes/layout/0").spec
    assert isinstance(spec, ChartSpec)
    assert [item.kind for item in spec.items] == ["total", "step", "step", "total"]
    assert [item.fact for item in spec.items][1:3] == ["changes.0.signed", "changes.1.signed"]
    assert (spec.items[2].before, spec.items[2].after) == (Decimal("90.50"), Decimal("87.42"))
    assert [item.at for item in spec.items] == [
        Moment(), Moment("change[1]"), Moment("change[1]"), Moment(end=True),
    ]  # fmt: skip
    assert spec.items[1].paint == spec.up
    assert spec.items[2].paint == spec.down
    assert spec.items[1].shown is not None
    assert spec.items[1].shown.seen == "+£15.48"


def test_a_table_has_words_in_every_cell(story: Story, pack: Pack) -> None:
    spec = node(bind(story, pack, "en"), "changes/layout/2").spec
    assert isinstance(spec, TableSpec)
    assert [[cell.seen for cell in row] for row in spec.rows] == [
        ["Roaming in Türkiye", "£15.48"], ["Calls", "£3.08"],
    ]  # fmt: skip
    assert spec.columns[0].width == Track(2.0, "fr")


def test_a_count_of_things_is_a_fact_that_can_be_recomputed(story: Story, pack: Pack) -> None:
    script = bind(story, pack, "en")
    alt = node(script, "changes/layout/0").alt
    assert alt is not None
    assert alt.seen == "2 things changed."
    (span,) = [span for span in alt.spans if span.fact]
    fact = script.facts[str(span.fact)]
    assert recompute(fact, script.facts) == 2


def test_every_fact_shown_is_known(story: Story, pack: Pack) -> None:
    script = bind(story, pack, "ar")
    spans = [span for scene in script.scenes for line in scene.lines for span in line.words.spans]
    assert {span.fact for span in spans if span.fact} <= set(script.facts)
    assert len([span for span in spans if span.fact]) >= 5


def test_chrome_stands_around_a_scene_unless_it_says_not(story: Story, pack: Pack) -> None:
    total, changes = bind(story, pack, "en").scenes
    assert total.chrome is not None
    assert changes.chrome is None


def test_files_that_nodes_name_are_known_by_hash(story: Story, pack: Pack) -> None:
    assets = bind(story, pack, "en").assets
    assert set(assets) == {"art/logo.svg", "icons/card.svg"}
    assert all(len(digest) == 64 for digest in assets.values())


def test_the_customer_chooses_pace_and_music(story: Story, pack: Pack) -> None:
    wishes = replace(story.preferences, pace=0.9, music=False)
    script = bind(replace(story, preferences=wishes), pack, "en")
    assert (script.pace, script.music) == (Decimal("0.9"), False)


def test_binding_twice_and_in_threads_gives_the_same(story: Story, pack: Pack) -> None:
    with ThreadPoolExecutor(4) as pool:
        scripts = list(pool.map(lambda _: bind(story, pack, "en"), range(4)))
    assert all(script == scripts[0] for script in scripts)


def test_lengths_sides_and_places_are_resolved(story: Story, layout: Layout) -> None:
    folder = layout("""
rect:
  width: "50%"
  height: {wide: lg, tall: auto}
  margin: {x: 4, top: md}
  padding: 7
  inset: {start: 1}
  column: "span 2"
  row: "2 / 4"
  grow: "{{ 1 if bill.due else 0 }}"
  anchor: [0, 1]
  clip: true
""")
    box = one(folder, story).box
    assert (box.width, box.height) == (Length(50.0, "%"), Length(20.0))
    assert box.margin == Sides(Length(20.0), Length(4.0), Length(0.0), Length(4.0))
    assert box.padding == Sides(*[Length(7.0)] * 4)
    assert box.inset == Sides(AUTO, AUTO, AUTO, Length(1.0))
    assert (box.column, box.row) == (GridPlace(None, 2), GridPlace(2, 2))
    assert (box.grow, box.anchor, box.clip) == (1.0, (0.0, 1.0), True)


def test_a_paint_is_a_token_or_hex(story: Story, layout: Layout) -> None:
    spec: Any = one(
        layout('rect: {fill: "#FF000080", stroke: {color: up, width: 2, dash: [4, 2]}}'), story
    ).spec
    assert spec.surface.fill.stops[0].color == Color(255, 0, 0, 128)
    assert (spec.surface.stroke.width, spec.surface.stroke.dash) == (2.0, (4.0, 2.0))


@pytest.mark.parametrize(
    "yaml",
    [
        "group: {fill: brand}\nchildren: [{ellipse: {fill: up}}]",
        "line: {stroke: {color: line, width: 2}, cap: round, width: 100}",
        'path: {d: "M0 0L9 9Z", view: [9, 9], fill: up, mirror: true}',
        'svg: {src: art/logo.svg, color: up}\nalt: ""',
        "icon: {name: phone, color: up}",
        "progress: {value: '{{ usage[0].used }}', max: '{{ usage[0].included }}', form: ring, fill: up, track: line}\nalt: pay-now\nchildren: [{text: {message: pay-now}}]",
        "chart: {type: donut, each: '{{ charges.groups }}', as: group, value: '{{ group.amount }}', paint: up, thickness: 30}\nalt: pay-now",
        "chart: {type: line, each: '{{ history.bars }}', as: bar, value: '{{ bar.total }}', label: {value: '{{ bar.month }}', format: month-short}, stroke: {color: up, width: 3}, dot: up}\nalt: pay-now",
        "chart: {type: bar, each: '{{ history.bars }}', as: bar, value: '{{ bar.total }}', orientation: horizontal, radius: md}\nalt: pay-now",
    ],
)  # fmt: skip
def test_every_kind_binds(story: Story, layout: Layout, yaml: str) -> None:
    kind = yaml.split(":")[0]
    assert one(layout(yaml), story).kind == kind


@pytest.mark.parametrize(
    ("yaml", "code", "place"),
    [
        ("text: {message: pay-now, style: boddy}", "script-token", "scenes/total.yaml:6:35"),
        ("text: {message: pay-now, color: inc}", "script-token", "scenes/total.yaml:6:35"),
        ("rect: {width: huge}", "script-token", "scenes/total.yaml:6:17"),
        ("rect: {width: '{{ [] }}'}", "script-value", "scenes/total.yaml:6:17"),
        ("text: {message: pay-nov}", "message-missing", "scenes/total.yaml:6:19"),
        ("text: {value: '{{ 3 }}', format: count}", "figure-without-fact", "scenes/total.yaml:6:17"),
        ("text: {value: '{{ bill.iban }}', format: text}", "script-undefined", "scenes/total.yaml:6:17"),
        ("text: {value: '{{ bill.due }}', format: money}", "wrong-format", "scenes/total.yaml:6:43"),
        ("counter: {value: '{{ bill.due }}', format: date-long}", "wrong-format", "scenes/total.yaml:6:46"),
        ("rect: {}\nenter: {effect: rise, at: total-intr}", "script-moment", "scenes/total.yaml:7:29"),
        ("rect: {}\nenter: {effect: rise, at: total-intro.month}", "script-moment", "scenes/total.yaml:7:29"),
        ("icon: {name: nothing}", "asset-missing", "scenes/total.yaml:6:16"),
        ("svg: {src: ../brands/plain.tokens.json}\nalt: ''", "asset-outside", "scenes/total.yaml:6:14"),
        ("image: {src: art/logo.svg}\nalt: ''", "asset-kind", "scenes/total.yaml:6:16"),
        ("chart: {type: bar, each: '{{ [] }}', value: '{{ 1 }}'}\nalt: pay-now", "script-chart", "scenes/total.yaml:6:28"),
        ("chart: {type: bar, each: '{{ bill }}', value: '{{ 1 }}'}\nalt: pay-now", "script-value", "scenes/total.yaml:6:28"),
        ("chart: {type: donut, each: '{{ changes }}', as: c, value: '{{ c.signed }}', paint: up}\nalt: pay-now", "script-chart", "scenes/total.yaml:6:61"),
        ("chart: {type: bar, each: '{{ [bill.amount_due, usage[0].used] }}', as: c, value: '{{ c }}'}\nalt: pay-now", "script-chart", "scenes/total.yaml:6:84"),
        ("progress: {value: '{{ usage[0].used }}', max: '{{ bill.amount_due }}'}\nalt: pay-now", "script-chart", "scenes/total.yaml:6:49"),
        ("rect: {}\nhotspot: {action: details, label: pay-now, fact: nothing}", "figure-without-fact", "scenes/total.yaml:7:52"),
    ],
)  # fmt: skip
def test_a_mistake_stops_binding_with_its_place(
    story: Story, layout: Layout, yaml: str, code: str, place: str
) -> None:
    failure = refused(layout(yaml), story)
    assert (failure.code, failure.where) == (code, place)


def test_a_digit_of_no_fact_is_refused(story: Story, layout: Layout) -> None:
    folder = layout("text: {message: free}")
    with (folder / "locale/en.ftl").open("a") as file:
        file.write("free = Only 5 left\n")
    assert refused(folder, story).code == "figure-without-fact"


def test_a_figure_outside_the_story_is_refused(story: Story, layout: Layout) -> None:
    folder = layout("text: {message: pay-now}")
    facts = {name: fact for name, fact in story.facts.items() if name != "amount_due"}
    assert refused(folder, replace(story, facts=facts)).code == "figure-without-fact"


def test_repeats_cannot_multiply_without_end(story: Story, layout: Layout) -> None:
    rows = "{{ " + str([0] * 99) + " }}"
    folder = layout(f"""
stack: {{}}
children:
  - repeat: {{each: "{rows}"}}
    stack: {{}}
    children:
      - repeat: {{each: "{rows}"}}
        rect: {{}}
""")
    assert refused(folder, story).code == "script-bomb"


def test_two_lines_with_one_key_are_refused(story: Story, layout: Layout) -> None:
    folder = layout("rect: {}", "[total-intro, total-intro]")
    assert refused(folder, story).where == "scenes/total.yaml:4:26"


@pytest.mark.parametrize(
    "yaml",
    [
        "text: {message: '{{ customer.name }}'}",
        "text: {message: 'x-{{ customer.name }}'}",
        "text: {message: pay-now, style: '{{ bill.amount_due }}'}",
        "rect: {fill: '{{ customer.name ~ 1 }}'}",
        "rect: {fill: '{{ customer.name + 1 }}'}",
        "rect: {fill: '{{ customer.name.value }}'}",
        "rect: {fill: '{{ \"%s\" % customer.name }}'}",
    ],
)
def test_no_message_of_an_error_holds_a_value_of_the_bill(
    story: Story, layout: Layout, yaml: str
) -> None:
    failure = refused(layout(yaml), story)
    assert "Neil" not in str(failure)
    assert "Neil" not in str(failure.__cause__)
    assert "87" not in str(failure)


def test_text_keeps_its_properties(story: Story, pack: Pack) -> None:
    spec = node(bind(story, pack, "en"), "total/layout/1").spec
    assert isinstance(spec, TextSpec)
    assert (spec.fit, spec.max_lines, spec.min_size, spec.align) == ("shrink", 2, 20.0, "start")
