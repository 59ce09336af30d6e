"""`Pack`: a folder of data read and checked for shape, its templates not filled yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from renderer.assets import data_root
from renderer.errors import ScriptError
from renderer.script.brand import Brand, load_brand
from renderer.script.files import Files, digest
from renderer.script.offers.file import NAME as OFFERS
from renderer.script.offers.file import Offers, read_offers
from renderer.script.place import Place, did_you_mean
from renderer.script.problem import Problem, error, problem_of
from renderer.script.tree import Document
from renderer.script.validation import validate
from renderer.script.vocabulary.pack import LanguageProps, PackProps
from renderer.script.vocabulary.scene import SceneProps
from renderer.script.words import Translator
from renderer.script.yaml_source import MAX_BYTES, parse_yaml
from renderer.story import Policy

_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")


@dataclass(frozen=True)
class SceneFile:
    """One scene as its file says it."""

    props: SceneProps
    document: Document


@dataclass(frozen=True, eq=False)
class Pack:
    """A template pack.

    Args:
        root: its folder.
        props, document: `pack.yaml`.
        scenes: by id, every scene that `pack.yaml` lists, or the only one that was asked for.
        offers: `offers.yaml`, None for a pack without one.
    """

    root: Path
    props: PackProps
    document: Document
    scenes: Mapping[str, SceneFile]
    offers: Offers | None = None
    _brands: dict[str, Brand] = field(default_factory=dict, repr=False)
    _translators: dict[str, Translator] = field(default_factory=dict, repr=False)

    @property
    def id(self) -> str:
        """Return the pack's name."""
        return self.props.pack

    @property
    def version(self) -> str:
        """Return the pack's semantic version."""
        return self.props.version

    @property
    def languages(self) -> tuple[str, ...]:
        """Return its languages, as BCP 47 tags."""
        return tuple(self.props.languages)

    @property
    def brands(self) -> tuple[str, ...]:
        """Return its brands, the default first."""
        return tuple(self.props.brands)

    @property
    def scene_names(self) -> tuple[str, ...]:
        """Return the ids of all its scenes, those that were not read included."""
        teaser = [self.props.teaser] if self.props.teaser else []
        return tuple(dict.fromkeys([*self.props.scenes, *self.props.short, *teaser]))

    @property
    def shapes(self) -> tuple[str, ...]:
        """Return its shapes, the default first."""
        return tuple(self.props.shapes)

    @property
    def policy(self) -> Policy:
        """Return how much of a bill the pack's scenes have room for."""
        return Policy(**self.props.policy.model_dump())

    @property
    def samples(self) -> Mapping[str, Path]:
        """Return the folders of sample customers by language."""
        return {tag: self.root / path for tag, path in self.props.samples.items()}

    @cached_property
    def sha256(self) -> str:
        """Return the hash of the pack's content."""
        return digest(self.root)

    @cached_property
    def files(self) -> Files:
        """Return what finds the pack's files."""
        return Files(self.root)

    def language(self, tag: str) -> tuple[str, LanguageProps]:
        """Return the pack's language for a BCP 47 tag: itself, else its primary language.

        Raises:
            ScriptError: `language-missing`: the pack does not have it.
        """
        for name in (tag, tag.split("-")[0]):
            if name in self.props.languages:
                return name, self.props.languages[name]
        raise error(
            "language-missing",
            f"the pack {self.id} has no language '{tag[:20]}'",
            self.document.place(("languages",)),
            f"It has {', '.join(self.languages)}.",
        )

    def brand(self, brand_id: str) -> Brand:
        """Return one of the pack's brands.

        Raises:
            ScriptError: `script-brand`: the pack does not list it, or its file is wrong.
        """
        if brand_id not in self.brands:
            raise error(
                "script-brand",
                f"the pack {self.id} has no brand '{brand_id[:40]}'",
                self.document.place(("brands",)),
                did_you_mean(brand_id, self.brands),
            )
        if brand_id not in self._brands:
            place = self.document.place(("brands", self.brands.index(brand_id)))
            self._brands[brand_id] = load_brand(self.root, brand_id, place)
        return self._brands[brand_id]

    def translator(self, tag: str) -> Translator:
        """Return what words messages in one of the pack's languages.

        Raises:
            ScriptError: `pack-missing`: there is no file of that language.
        """
        if tag not in self._translators:
            name = f"locale/{tag}.ftl"
            place = self.document.place(("languages", tag), key=True)
            text = read_text(self.root, name, place)
            self._translators[tag] = Translator(tag, self.props.languages[tag].locale, text, name)
        return self._translators[tag]


def read_bytes(root: Path, name: str, place: Place) -> bytes:
    """Read a file of a pack that must be there.

    Raises:
        ScriptError: `pack-missing`, or `asset-outside` for a link.
    """
    path = root / name
    if path.is_symlink() or any(
        part.is_symlink() for part in path.parents if part != root and root in part.parents
    ):
        raise error(
            "asset-outside", f"{name} is a symbolic link", place, "Put the file itself there."
        )
    if not path.is_file():
        raise error("pack-missing", f"there is no file {name}", place, "Add it to the pack.")
    if path.stat().st_size > MAX_BYTES:
        raise error("pack-yaml", f"{name} is larger than {MAX_BYTES // 1024} kB", place)
    return path.read_bytes()


def read_text(root: Path, name: str, place: Place) -> str:
    """Read a UTF-8 file of a pack that must be there.

    Raises:
        ScriptError: as `read_bytes`, or `pack-yaml` when it is not UTF-8.
    """
    try:
        return read_bytes(root, name, place).decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error("pack-yaml", "a file is not UTF-8", Place(name)) from cause


def pack_root(pack: Path | str) -> Path:
    """Return the folder of a pack: a path, or the name of one that came with Billreel.

    Raises:
        ScriptError: `pack-missing`.
    """
    path = Path(pack)
    if isinstance(pack, str) and _NAME.match(pack) and not (path / "pack.yaml").is_file():
        path = data_root() / "scenes" / pack
    if not (path / "pack.yaml").is_file():
        known = sorted(p.parent.name for p in (data_root() / "scenes").glob("*/pack.yaml"))
        raise error(
            "pack-missing",
            f"there is no pack '{path.name}'",
            None,
            f"Name a folder with a pack.yaml, or one of: {', '.join(known)}.",
        )
    return path.resolve()


def read_pack(root: Path, only: str | None = None) -> tuple[Pack | None, list[Problem]]:
    """Return a pack and everything wrong with the shape of its YAML; None without `pack.yaml`.

    `only` leaves the files of all other scenes unread.
    """
    try:
        document = parse_yaml(read_bytes(root, "pack.yaml", Place("pack.yaml")), "pack.yaml")
    except ScriptError as failure:
        return None, [problem_of(failure)]
    props = validate(PackProps, document)
    if isinstance(props, list):
        return None, props
    problems: list[Problem] = []
    scenes: dict[str, SceneFile] = {}
    listed = [("scenes", index, name) for index, name in enumerate(props.scenes)]
    listed += [("short", index, name) for index, name in enumerate(props.short)]
    listed += [("teaser", 0, props.teaser)] if props.teaser else []
    for key, index, name in listed:
        if name not in scenes and only in (None, name):
            place = document.place((key, index))
            try:
                found = _read_scene(root, name, place)
            except ScriptError as failure:
                found = [problem_of(failure)]
            if isinstance(found, SceneFile):
                scenes[name] = found
            else:
                problems += found
    offers = _read_offers(root, props)
    if isinstance(offers, list):
        return Pack(root, props, document, scenes), problems + offers
    return Pack(root, props, document, scenes, offers), problems


def _read_offers(root: Path, props: PackProps) -> Offers | list[Problem] | None:
    if not (root / OFFERS).exists():
        return None
    others = [*props.short, *([props.teaser] if props.teaser else [])]
    try:
        return read_offers(read_bytes(root, OFFERS, Place(OFFERS)), props.scenes, others)
    except ScriptError as failure:
        return [problem_of(failure)]


def _read_scene(root: Path, name: str, place: Place) -> SceneFile | list[Problem]:
    file = f"scenes/{name}.yaml"
    document = parse_yaml(read_bytes(root, file, place), file)
    props = validate(SceneProps, document)
    if isinstance(props, list):
        return props
    if props.scene != name:
        at = document.place(("scene",))
        return [
            Problem(
                "script-value",
                f"the file of scene '{name}' calls it otherwise.",
                at.file,
                at.line,
                at.column,
                f"Write `scene: {name}`.",
            )
        ]
    return SceneFile(props, document)


def load_pack(path: Path | str, only: str | None = None) -> Pack:
    """Load a pack from its folder, or by the name of one that came with Billreel ("telco").

    `only` names a scene and leaves the others unread, for a film of that scene alone.

    Raises:
        ScriptError: the first thing wrong with it, with file, line, column and remedy.
    """
    pack, problems = read_pack(pack_root(path), only)
    if problems or pack is None:
        first = problems[0]
        place = Place(first.file, first.line, first.column)
        raise error(first.code, first.message, place, first.remedy)
    return pack
