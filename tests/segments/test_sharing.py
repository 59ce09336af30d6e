"""What films share: counted by segment and picture, and told by the nodes that keep them apart."""

from __future__ import annotations

from dataclasses import replace

from renderer.plan.model import Plan, PlanKey
from renderer.segments import Census, OwnNode, SceneSharing
from renderer.segments.sharing import LENGTH
from tests.segments.nodes import square, text, with_node


def counted(*films: Plan) -> dict[str, SceneSharing]:
    census = Census()
    for film in films:
        census.add(film)
    return {scene.scene: scene for scene in census.scenes()}


def test_the_nodes_that_make_a_scene_personal_are_named(plan: Plan) -> None:
    one = with_node(with_node(plan, text("Grace", (70, 160))), square())
    other = with_node(with_node(plan, text("Joan", (70, 160))), square())
    own = {scene: told.own for scene, told in counted(one, other).items()}
    assert own == {"one": (), "two": (OwnNode("words", 2, 70),), "three": ()}
    assert not any(told.own for told in counted(one, one).values())


def test_equal_segments_and_their_pictures_count_once(plan: Plan) -> None:
    one = with_node(plan, text("Grace", (70, 160)))
    other = with_node(plan, text("Joan", (70, 160)))
    alone, both = counted(one)["two"], counted(one, other)["two"]
    assert (both.films, both.segments, both.distinct) == (2, 6, 5)
    assert both.pictures == 2 * alone.pictures
    assert alone.pictures < both.distinct_pictures < 2 * alone.pictures
    assert counted(one, one)["two"].distinct_pictures == alone.distinct_pictures


def test_a_scene_of_another_length_is_personal_by_its_length(plan: Plan) -> None:
    first, second, third = plan.scenes
    nodes = tuple(replace(node, alive=(0, 176)) for node in second.nodes)
    longer = replace(second, frames=176, nodes=nodes)
    other = replace(plan, scenes=(first, longer, replace(third, start=240)), frames=256)
    assert counted(plan, other)["two"].own == (OwnNode(LENGTH, 2, 128),)


def test_what_differs_first_is_told_first_then_what_differs_most(plan: Plan) -> None:
    def film(early: str, late: str) -> Plan:
        named = replace(text(early, (0, 160)), id="early")
        return with_node(with_node(plan, named), text(late, (70, 160)))

    films = [film("a", "x"), film("b", "y"), film("b", "z")]
    assert counted(*films)["two"].own == (OwnNode("early", 2, 0), OwnNode("words", 3, 70))


def test_a_scene_that_only_some_films_show_is_counted_for_those(plan: Plan) -> None:
    short = replace(plan, scenes=plan.scenes[:1], frames=64)
    assert {name: told.films for name, told in counted(short, plan).items()} == {
        "one": 2,
        "two": 1,
        "three": 1,
    }


def test_a_node_that_rests_differently_is_one_way_more(plan: Plan) -> None:
    films = [with_node(plan, square(tracks={"x": (PlanKey(0, at),)})) for at in (0, 64, 128)]
    assert counted(*films)["two"].own == (OwnNode("extra", 3, 0),)


def test_films_of_two_languages_are_not_held_against_each_other(plan: Plan) -> None:
    english, german = (with_node(plan, text(words)) for words in ("Grace", "Gnade"))
    told = counted(english, replace(german, language="de"))["two"]
    assert told.own == ()
    assert told.distinct == told.segments
