"""The comparer itself: strict to 1/255, and a missing reference fails."""

import numpy as np
import pytest
from PIL import Image

from tests.golden import compare as golden


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Put references and failures into a folder of this test's own."""
    monkeypatch.setattr(golden, "_ROOT", tmp_path)
    monkeypatch.setattr(golden, "REFERENCES", tmp_path / "images")
    monkeypatch.setattr(golden, "FAILURES", tmp_path / "out")
    monkeypatch.setattr(golden, "LISTS", tmp_path / "lists")
    monkeypatch.delenv("BILLREEL_GOLDEN", raising=False)
    (tmp_path / "images").mkdir()
    return tmp_path


def _grey(level):
    frame = np.full((4, 6, 4), level, np.uint8)
    frame[..., 3] = 255
    return frame


def test_a_missing_reference_fails_and_leaves_the_picture(places):
    with pytest.raises(pytest.fail.Exception, match="no reference"):
        golden.compare("a/b", _grey(9))
    assert (places / "out" / "a" / "b.actual.png").is_file()


def test_what_was_accepted_passes(places):
    with pytest.raises(pytest.fail.Exception):
        golden.compare("a", _grey(9))
    assert golden.accept(["a"]) == 1
    golden.compare("a", _grey(9))
    golden.compare("a", _grey(10))
    with Image.open(places / "images" / "a.png") as picture:
        assert picture.size == (6, 4)


def test_two_steps_off_fails_and_shows_why(places):
    with pytest.raises(pytest.fail.Exception):
        golden.compare("a", _grey(9))
    golden.accept(["a"])
    with pytest.raises(pytest.fail.Exception, match="24 pixels are off, by up to 2"):
        golden.compare("a", _grey(11))
    with Image.open(places / "out" / "a.png") as picture:
        assert picture.size == (18, 4)


def test_another_size_fails(places):
    with pytest.raises(pytest.fail.Exception):
        golden.compare("a", _grey(9))
    golden.accept(["a"])
    with pytest.raises(pytest.fail.Exception, match="its reference"):
        golden.compare("a", _grey(9)[:, :3])


def test_blue_and_red_are_not_mixed_up(places):
    frame = _grey(0)
    frame[..., 0] = 255
    with pytest.raises(pytest.fail.Exception):
        golden.compare("a", frame)
    with Image.open(places / "out" / "a.actual.png") as picture:
        assert picture.getpixel((0, 0)) == (0, 0, 255)


def test_a_list_that_differs_fails_and_leaves_the_difference(places, monkeypatch):
    with pytest.raises(pytest.fail.Exception, match="no reference"):
        golden.compare_list("a/b", b'{"x":1}')
    monkeypatch.setenv("BILLREEL_GOLDEN", "write")
    golden.compare_list("a/b", b'{"x":1}')
    golden.compare("a/b", _grey(9))
    monkeypatch.delenv("BILLREEL_GOLDEN")
    golden.compare_list("a/b", b'{ "x": 1 }')
    golden.compare("a/b", _grey(9))
    with pytest.raises(pytest.fail.Exception, match="laid otherwise"):
        golden.compare_list("a/b", b'{"x":2}')
    assert '+ "x": 2' in (places / "out" / "a" / "b.diff").read_text()
