"""Faces: families, cuts, files; nothing opened that is not needed."""

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from renderer.errors import TextError
from renderer.text.faces import PACKAGED, Faces, optical_size
from renderer.text.shaping import Setting, advance


def test_every_packaged_family_is_installed_and_hashed():
    faces = Faces()
    for family in PACKAGED:
        face = faces[family]
        assert face.sha256 == hashlib.sha256(face.path.read_bytes()).hexdigest()


def test_weight_800_is_wider_than_400():
    """The trap: without living coordinates the clone silently stays at its default weight."""
    faces = Faces()
    widths = [
        advance("Rechnung", Setting(("Inter",), weight, 32), "ltr", faces) for weight in (400, 800)
    ]
    assert widths[1] > widths[0] * 1.05


@pytest.mark.parametrize(
    ("family", "text"), [("Noto Sans KR", "월정액"), ("Noto Sans Arabic", "م")]
)
def test_weights_of_other_scripts_differ_too(family, text):
    from renderer.text.shaping import outline

    faces = Faces()
    areas = []
    for weight in (400, 800):
        bounds = outline(text, Setting((family,), weight, 32), "ltr", faces).computeTightBounds()
        areas.append((bounds.left(), bounds.top(), bounds.right(), bounds.bottom()))
    assert areas[0] != areas[1]


def test_small_sizes_use_their_optical_cut():
    faces = Faces()
    small, large = (
        advance("Rechnung", Setting(("Inter",), 400, optical), "ltr", faces) for optical in (14, 32)
    )
    assert small > large
    assert [optical_size(size) for size in (8, 20, 20.4, 164)] == [14, 20, 20, 32]


def test_latin_text_never_opens_the_korean_file():
    faces = Faces()
    chain = ("Inter", "Noto Sans Arabic", "Noto Sans KR")
    advance("Bonjour Zoé, 87,42 €", Setting(chain, 500, 28), "ltr", faces)
    assert faces.opened == {"Inter"}
    advance("월정액", Setting(chain, 500, 28), "ltr", faces)
    assert "Noto Sans KR" in faces.opened


def test_unknown_family_names_the_nearest():
    with pytest.raises(TextError, match="Noto Sans Arabic") as caught:
        Faces().path("Noto Sans Arab")
    assert caught.value.code == "unknown-typeface"


def _brand_font(path: Path, fs_type: int) -> Path:
    font = TTFont(Faces().path("Noto Sans Hebrew"))
    font["OS/2"].fsType = fs_type
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = "Fjell Sans"
    font.save(path)
    return path


def test_a_brand_brings_its_own_family(tmp_path):
    faces = Faces([_brand_font(tmp_path / "fjell.ttf", 0)])
    assert faces.families[0] == "Fjell Sans"
    assert faces.has("Fjell Sans", "ש")


def test_a_font_that_forbids_embedding_is_refused(tmp_path):
    with pytest.raises(TextError) as caught:
        Faces([_brand_font(tmp_path / "fjell.ttf", 0x0002)])
    assert caught.value.code == "typeface-forbidden"


@pytest.mark.parametrize(
    "data", [b"", b"not a font", b"\0\1\0\0" + b"\xff" * 64, b"wOF2" + b"\0" * 60]
)
def test_a_broken_font_file_is_refused(tmp_path, data):
    path = tmp_path / "brand.ttf"
    path.write_bytes(data)
    with pytest.raises(TextError) as caught:
        Faces([path])
    assert caught.value.code == "bad-typeface"
    assert str(tmp_path) not in str(caught.value)
