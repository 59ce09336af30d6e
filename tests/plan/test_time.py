"""Narration drives time."""

from dataclasses import replace
from itertools import pairwise

import pytest

from renderer.errors import PlanError
from renderer.plan import lay
from renderer.plan.clock import SETTLED_FRAMES, set_clock
from renderer.plan.display import track_value
from tests.plan.scripts import (
    MOTION,
    chrome,
    find,
    line,
    narrate,
    rise,
    scene,
    script,
    stack,
    text,
    total_scene,
)


def laid(*scenes, **rest):
    made = script(*scenes, **rest)
    return lay(made, narrate(made))


def one_text(enter, *lines, **rest):
    return scene(stack("s", text("Hallo", "s/t", enter=enter)), *lines, **rest)


def test_scenes_are_whole_slots_without_gaps_and_lines_start_on_frames():
    plan = laid(total_scene(), scene(stack("e", text("Ende", "e/t")), line(), name="e"))
    assert all(part.frames % 16 == 0 for part in plan.scenes)
    assert all(one.start + one.frames == other.start for one, other in pairwise(plan.scenes))
    assert sum(part.frames for part in plan.scenes) == plan.frames
    assert all(spoken.start % 1600 == 0 for spoken in plan.lines)


def test_lines_follow_each_other_after_their_pause():
    plan = laid(one_text(rise(), line("a", "eins zwei", pause=1.0), line("b", "drei")))
    first, second = plan.lines
    assert first.start == 12 * 1600
    assert second.start == first.start + first.samples + 48_000


def test_something_arrives_on_the_word_that_says_it():
    said = line("a", "eins zwei 87 Euro", ("amount", "f", "87 Euro"))
    plan = laid(one_text(rise("a", "amount"), said))
    keys = find(plan, "s/t").tracks["opacity"]
    assert keys[0].frame == 12 + 2 * 12


def test_a_span_means_the_words_spoken_for_it():
    said = line(
        "a",
        "Es sind 87 €.",
        ("amount", "f", "87 €", "siebenundachtzig Euro"),
        spoken="Es sind heute schon siebenundachtzig Euro.",
    )
    plan = laid(one_text(rise("a", "amount"), said))
    assert find(plan, "s/t").tracks["opacity"][0].frame == 12 + 4 * 12


def test_end_is_when_the_last_line_ends():
    plan = laid(one_text(rise(end=True), line("a", "eins zwei drei")))
    assert find(plan, "s/t").tracks["opacity"][0].frame == 12 + 36


def test_a_delay_moves_a_moment_and_may_be_negative():
    plan = laid(one_text(rise("a", delay=-0.2), line("a", "eins")))
    assert find(plan, "s/t").tracks["opacity"][0].frame == 6


@pytest.mark.parametrize(("line_key", "span"), [("intra", None), ("intro", "amunt")])
def test_a_moment_that_is_not_spoken_is_refused_with_the_nearest(line_key, span):
    said = line("intro", "Es sind 87 €.", ("amount", "f", "87 €"))
    with pytest.raises(PlanError) as failure:
        laid(one_text(rise(line_key, span), said))
    assert failure.value.code == "unknown-moment"
    assert failure.value.where == "scenes/s.yaml:1:3"
    assert "Did you mean" in (failure.value.remedy or "")


def test_a_late_motion_makes_its_scene_longer_and_settles_before_it_leaves():
    late = replace(rise("a", duration=1.0), at=rise("a", delay=1.5).at)
    made = script(one_text(late, line("a", "eins")), one_text(rise(), line("a", "eins"), name="e"))
    with_late = lay(made, narrate(made))
    keys = find_in(with_late, "s", "s/t").tracks["opacity"]
    leave = with_late.scenes[0].frames - 8
    assert keys[-1].frame <= leave - SETTLED_FRAMES
    assert keys[-1].frame - keys[0].frame == 30


def test_a_motion_past_a_fixed_length_is_pulled_in():
    made = script(
        one_text(rise("a", delay=5.0), line("a", "eins"), length=64),
        one_text(rise(), line("a", "eins"), name="e"),
    )
    plan = lay(made, narrate(made))
    keys = find_in(plan, "s", "s/t").tracks["opacity"]
    assert plan.scenes[0].frames == 64
    assert keys[-1].frame <= 64 - 8 - SETTLED_FRAMES


def test_a_length_below_the_narration_is_refused():
    with pytest.raises(PlanError) as failure:
        laid(one_text(rise(), line("a", "eins zwei drei vier"), length=30))
    assert failure.value.code == "scene-too-short"


def test_a_line_without_a_clip_is_our_fault():
    made = script(total_scene())
    narration = narrate(made)
    with pytest.raises(PlanError) as failure:
        lay(made, replace(narration, clips={}))
    assert failure.value.code == "line-without-voice"


def test_no_scene_rests_long_after_its_voice():
    """From the last word of one scene to the first of the next are at most 2.5 s."""
    scenes = [
        one_text(rise(), line("a", "wort " * count), name=f"s{count}", ground=ground)
        for count, ground in [(3, "paper"), (4, "dark"), (5, "paper"), (6, "paper"), (7, "dark")]
    ]
    plan = laid(*scenes)
    ends = [spoken.start + spoken.samples for spoken in plan.lines]
    for end, following in zip(ends, plan.lines[1:], strict=False):
        assert following.start - end <= 2.5 * 48_000


def test_a_scene_without_voice_holds_what_it_shows():
    clock = set_clock(one_text(rise()), narrate(script()), MOTION, stays=False)
    assert 40 <= clock.leave - 12 <= 75


def test_scenes_leave_to_their_ground_and_the_last_one_stays():
    plan = laid(one_text(rise(), line()), one_text(rise(), line(), name="e"))
    first, last = (part.nodes[0] for part in plan.scenes)
    assert [key.value for key in first.tracks["opacity"]] == [1024, 0]
    assert first.tracks["opacity"][0].frame == plan.scenes[0].frames - 8
    assert last.tracks == {}


def test_two_grounds_are_joined_by_a_passage():
    plan = laid(one_text(rise(), line()), one_text(rise(), line(), name="e", ground="dark"))
    dip = plan.scenes[1]
    assert (dip.id, dip.frames, dip.nodes) == ("dip:paper-dark", 16, ())
    assert dip.ground == plan.scenes[0].ground
    assert dip.ground_to == plan.scenes[2].ground


def test_equal_chrome_goes_on_over_a_cut_between_scenes_of_one_ground():
    def framed(name, ground="paper"):
        return replace(one_text(rise(), line(), name=name, ground=ground), chrome=chrome(name))

    plan = laid(framed("a"), framed("b"), framed("c", "dark"))
    kept = [find_in(plan, name, "chrome") for name in "abc"]
    first, middle, last = kept
    frames = [part.frames for part in plan.scenes if part.nodes]
    assert track_value(first, "opacity", frames[0] - 1) == 1024
    assert track_value(middle, "opacity", 0) == 1024
    assert track_value(middle, "opacity", frames[1] - 1) < 1024
    assert track_value(last, "opacity", 0) == 0
    assert track_value(last, "opacity", frames[2] - 1) == 1024


def find_in(plan, scene_id, node_id):
    from tests.plan.scripts import walk

    part = next(part for part in plan.scenes if part.id == scene_id)
    return next(one for top in part.nodes for one in walk(top) if one.id == node_id)
