"""The files of a pack: inside it, of the kind their name says, known by sha256."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lxml import etree

from renderer.assets import data_root, inside
from renderer.errors import RenderError
from renderer.script.place import Place
from renderer.script.problem import error

MAX_FILE = 32 * 1024 * 1024
MAX_SVG = 512 * 1024
MAX_FILES = 5_000
PICTURES = {"PNG": ".png", "JPEG": ".jpg .jpeg", "WEBP": ".webp"}
SOUNDS = {b"fLaC": ".flac", b"OggS": ".ogg", b"RIFF": ".wav"}

_SVG = "{http://www.w3.org/2000/svg}"
_UNSAFE = frozenset({"script", "foreignObject", "iframe", "style"})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a node names.

    Args:
        name: path in the pack, or in the installation's assets.
        size: (width, height) in px; (0, 0) for sounds.
    """

    name: str
    sha256: str
    size: tuple[float, float] = (0.0, 0.0)


class Files:
    """Finds the files that a pack names, first in the pack, then in the installation's assets."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[tuple[str, str], Asset] = {}

    def picture(self, name: str, place: Place) -> Asset:
        """Return a PNG, JPEG or WebP picture."""
        return self._asset(name, "picture", place)

    def artwork(self, name: str, place: Place) -> Asset:
        """Return an SVG."""
        return self._asset(name, "artwork", place)

    def sound(self, name: str, place: Place) -> Asset:
        """Return a FLAC, Ogg or WAV sound."""
        return self._asset(name, "sound", place)

    def _asset(self, name: str, kind: str, place: Place) -> Asset:
        if (name, kind) not in self._known:
            try:
                path = self.path(name)
                if path.stat().st_size > MAX_FILE:
                    raise RenderError("asset-kind", f"{name} is too large")
                data = path.read_bytes()
                size = _READERS[kind](name, data)
            except RenderError as cause:
                raise error(cause.code, cause.message, place, cause.remedy or "") from cause
            self._known[name, kind] = Asset(name, sha256(data).hexdigest(), size)
        return self._known[name, kind]

    def path(self, name: str) -> Path:
        """Return where an asset's file is.

        Raises:
            RenderError: `asset-missing` or `asset-outside`.
        """
        try:
            return inside(self.root, name)
        except RenderError as cause:
            if cause.code != "asset-missing":
                raise
            return inside(data_root() / "assets", name)


def _picture(name: str, data: bytes) -> tuple[float, float]:
    from renderer.script.pictures import measure  # here: few packs have pictures, Pillow is large

    kind, size = measure(name, data)
    _suffix(name, PICTURES[kind])
    return size


def _suffix(name: str, allowed: str) -> None:
    if Path(name).suffix.lower() not in allowed.split():
        raise RenderError(
            "asset-kind",
            f"{name} is something else than its name says",
            remedy=f"Its name should end in {allowed.replace(' ', ' or ')}.",
        )


def _artwork(name: str, data: bytes) -> tuple[float, float]:
    """Return an SVG's size; refuse what could reach outside it."""
    _suffix(name, ".svg")
    if len(data) > MAX_SVG:
        raise RenderError("asset-kind", f"{name} is larger than {MAX_SVG // 1024} kB")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise RenderError("asset-kind", f"{name} is not SVG") from cause
    if root.tag != _SVG + "svg":
        raise RenderError("asset-kind", f"{name} is not SVG", remedy="Its root must be <svg>.")
    if b"<!DOCTYPE" in data:
        raise RenderError("asset-kind", f"{name} has a document type", remedy="Remove it.")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname in _UNSAFE:
            raise RenderError(
                "asset-kind",
                f"{name} holds more than shapes",
                remedy="Export it as plain paths, without scripts or styles.",
            )
        for key, value in element.attrib.items():
            local = str(key).rpartition("}")[2]
            if local.startswith("on") or (local == "href" and not str(value).startswith("#")):
                raise RenderError(
                    "asset-kind",
                    f"{name} points outside itself",
                    remedy="Keep everything inside the file.",
                )
    return _svg_size(name, root)


def _svg_size(name: str, root: etree._Element) -> tuple[float, float]:
    width, height = (_px(root.get(key)) for key in ("width", "height"))
    if width and height:
        return width, height
    box = (root.get("viewBox") or "").replace(",", " ").split()
    try:
        _, _, wide, tall = (float(part) for part in box)
    except ValueError:
        wide = tall = 0.0
    if wide <= 0 or tall <= 0:
        raise RenderError("asset-kind", f"{name} has no size", remedy="Give it a viewBox.")
    return wide, tall


def _px(text: str | None) -> float:
    try:
        return max(0.0, float((text or "0").removesuffix("px")))
    except ValueError:
        return 0.0


def _sound(name: str, data: bytes) -> tuple[float, float]:
    if data[:4] not in SOUNDS:
        raise RenderError(
            "asset-kind", f"{name} is no sound that can be read", remedy="FLAC, Ogg and WAV are."
        )
    _suffix(name, SOUNDS[data[:4]])
    return (0.0, 0.0)


_READERS = {"picture": _picture, "artwork": _artwork, "sound": _sound}


def content(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a pack by its path, sorted; hidden ones are not part of it.

    Raises:
        ScriptError: a link in the pack, or more files than a pack may have.
    """
    found = 0
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if any(part.startswith(".") for part in name.split("/")):
            continue
        if path.is_symlink():
            raise error(
                "asset-outside",
                "a pack holds a symbolic link",
                Place(name),
                "Put the file itself there.",
            )
        if path.is_file():
            found += 1
            if found > MAX_FILES or path.stat().st_size > MAX_FILE:
                raise error("asset-kind", "the pack has too many or too large files", Place(name))
            yield name, path.read_bytes()


def stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return path, size and time of change (ns) of all that is in a pack, to tell whether it is
    still what was read; hidden files are not part of it.
    """
    found: list[tuple[str, int, int]] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(root / below) as entries:
            for entry in entries:
                name = f"{below}{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                else:
                    status = entry.stat(follow_symlinks=False)
                    found.append((name, status.st_size, status.st_mtime_ns))
        if len(found) > MAX_FILES:
            break  # no pack: `content` refuses it
    return tuple(sorted(found))


def digest(root: Path) -> str:
    """Return the sha256 of a pack's content: sorted paths and bytes, each with its length."""
    total = sha256()
    for name, data in content(root):
        total.update(f"{len(name.encode())}:{name}{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()
