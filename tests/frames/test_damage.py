"""Damage: which boxes, and the few rectangles that cover them."""

from random import Random

import skia

from renderer.frames.damage import area, differences, meet, rectangles
from renderer.frames.marks import Mark, Place
from tests.frames.lists import rect

EVERYWHERE = Place((), skia.Matrix(), None)


def mark(*box):
    return Mark(rect(0, 0, 1, 1), EVERYWHERE, 1.0, box)


def test_marks_in_both_rows_are_no_damage():
    one, two, three = mark(0, 0, 1, 1), mark(1, 0, 2, 1), mark(2, 0, 3, 1)
    assert differences([one, two, three], [one, two, three]) == []


def test_a_mark_that_comes_or_goes_is_damage_and_its_neighbours_are_not():
    one, two, three = mark(0, 0, 1, 1), mark(1, 0, 2, 1), mark(2, 0, 3, 1)
    assert differences([one, three], [one, two, three]) == [two.box]
    assert differences([one, two, three], [one, three]) == [two.box]
    assert sorted(differences([one, two], [one, three])) == [two.box, three.box]


def test_marks_that_change_their_order_are_damage():
    one, two = mark(0, 0, 5, 1), mark(1, 0, 2, 1)
    assert differences([one, two], [two, one]) != []


def test_what_is_drawn_twice_may_be_drawn_once_less():
    one, two = mark(0, 0, 5, 1), mark(1, 0, 2, 1)
    assert differences([one, two, one], [one, two]) != []


def test_rectangles_cover_every_pixel_on_even_sides():
    random = Random(5)  # noqa: S311
    for _ in range(100):
        boxes = []
        for _ in range(random.randint(1, 30)):
            x, y = random.randint(-50, 330), random.randint(-50, 190)
            boxes.append((x, y, x + random.randint(0, 90), y + random.randint(0, 60)))
        covers = rectangles(boxes, 318, 178)
        for cover in covers:
            assert all(side % 2 == 0 for side in cover)
            assert 0 <= cover[0] < cover[2] <= 318
            assert 0 <= cover[1] < cover[3] <= 178
        for left, top, right, bottom in boxes:
            for x, y in (
                (left, top),
                (right - 1, top),
                (left, bottom - 1),
                (right - 1, bottom - 1),
            ):
                if left < right and top < bottom and 0 <= x < 318 and 0 <= y < 178:
                    assert any(meet(cover, (x, y, x + 1, y + 1)) for cover in covers)


def test_two_small_things_far_apart_are_two_small_rectangles():
    covers = rectangles([(0, 0, 20, 20), (1200, 700, 1220, 710)], 1280, 720)
    assert len(covers) == 2
    assert sum(map(area, covers)) <= 4 * 32 * 32


def test_what_lies_beside_the_frame_is_no_damage():
    assert rectangles([(-40, 0, 0, 50), (1280, 5, 1300, 10), (5, 5, 5, 9)], 1280, 720) == ()
