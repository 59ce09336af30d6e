"""A pack's files stay inside it, are of the kind they say, and are known by hash."""

from __future__ import annotations

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from renderer.errors import ScriptError
from renderer.script.files import Files, digest
from renderer.script.place import Place

HERE = Place("scenes/a.yaml", 2, 3)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"{0}>{1}</svg>'


def picture(kind: str, width: int = 6, height: int = 4, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


def refused(ask: Callable[[str, Place], object], name: str) -> str:
    with pytest.raises(ScriptError) as caught:
        ask(name, HERE)
    assert caught.value.where == "scenes/a.yaml:2:3"
    return caught.value.code


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_picture_has_its_size_and_hash(tmp_path: Path, kind: str, suffix: str) -> None:
    data = picture(kind)
    (tmp_path / f"a.{suffix}").write_bytes(data)
    found = Files(tmp_path).picture(f"a.{suffix}", HERE)
    assert (found.size, found.sha256) == ((6.0, 4.0), sha256(data).hexdigest())


def test_a_picture_is_what_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture("JPEG"))
    assert refused(Files(tmp_path).picture, "a.png") == "asset-kind"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", picture("PNG")[:40]])
def test_a_broken_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert refused(Files(tmp_path).picture, "a.png") == "asset-kind"


def test_a_picture_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture("PNG", 20_000, 5_000, "1"))
    assert refused(Files(tmp_path).picture, "a.png") == "asset-kind"


@pytest.mark.parametrize(
    "name",
    ["../a.png", "/etc/passwd", "x/../../a.png", "a\\..\\b.png", "", "link.png", "dir/a.png"],
)
def test_a_file_outside_the_pack_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.png").write_bytes(picture("PNG"))
    root = tmp_path / "pack"
    root.mkdir()
    (root / "link.png").symlink_to(tmp_path / "a.png")
    (root / "dir").symlink_to(tmp_path)
    assert refused(Files(root).picture, name) == "asset-outside"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(Files(tmp_path).picture, "none.png") == "asset-missing"


def test_an_icon_comes_from_the_installation(tmp_path: Path) -> None:
    assert Files(tmp_path).artwork("icons/card.svg", HERE).size[0] > 0


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", (10.0, 5.0)),
        (' width="40" height="20px"', (40.0, 20.0)),
        (' width="100%"', (10.0, 5.0)),
    ],
)
def test_artwork_has_a_size(tmp_path: Path, attributes: str, size: tuple[float, float]) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(attributes, ""))
    assert Files(tmp_path).artwork("a.svg", HERE).size == size


@pytest.mark.parametrize(
    "text",
    [
        SVG.format("", "<script>1</script>"),
        SVG.format("", "<style>a{}</style>"),
        SVG.format("", '<image href="http://127.0.0.1/x.png"/>'),
        SVG.format("", '<use xlink:href="file:///etc/passwd"/>').replace(
            " viewBox", ' xmlns:xlink="http://www.w3.org/1999/xlink" viewBox'
        ),
        SVG.format(' onload="x()"', ""),
        SVG.format("", "<foreignObject/>"),
        '<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG.format("", "<text>&x;</text>"),
        SVG.format("", "").replace('viewBox="0 0 10 5"', ""),
        SVG.format("", "").replace("0 0 10 5", "0 0 0 5"),
        "<html/>",
        "not xml",
        "",
    ],
)
def test_artwork_is_shapes_only(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.svg").write_text(text)
    assert refused(Files(tmp_path).artwork, "a.svg") == "asset-kind"


def test_a_sound_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.flac").write_bytes(b"fLaC" + bytes(20))
    (tmp_path / "b.flac").write_bytes(b"MThd" + bytes(20))
    assert Files(tmp_path).sound("a.flac", HERE).name == "a.flac"
    assert refused(Files(tmp_path).sound, "b.flac") == "asset-kind"


def test_the_hash_of_a_pack_is_of_paths_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = digest(tmp_path)
    (tmp_path / ".hidden").write_text("x")
    assert digest(tmp_path) == first
    (tmp_path / "a").write_text("2")
    second = digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, digest(tmp_path)}) == 3


def test_a_pack_with_a_link_has_no_hash(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/etc/hostname")
    with pytest.raises(ScriptError, match="symbolic link"):
        digest(tmp_path)
