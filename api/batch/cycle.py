"""CYCLE.yaml -> `Cycle`: read, checked against itself and the pack, its paths resolved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.batch.cycle_file import CycleIn
from renderer.errors import RenderError, ScriptError
from renderer.script.place import Place, did_you_mean
from renderer.script.tree import Document
from renderer.script.tree import Path as Steps
from renderer.script.validation import validate
from renderer.script.yaml_source import parse_yaml

if TYPE_CHECKING:
    from renderer.script import Pack

LARGEST = 256 * 1024
"""Bytes of a CYCLE.yaml."""


@dataclass(frozen=True)
class Cycle:
    """A cycle as its file tells it.

    Args:
        told: what stands there.
        file: the file, absolute; what it names is looked for beside it.
        text: its bytes, so that workers read what the driver read.
        document: the same with places.
    """

    told: CycleIn
    file: Path
    text: bytes
    document: Document

    @property
    def id(self) -> str:
        """Return the cycle's id."""
        return self.told.cycle

    def path(self, named: str) -> Path:
        """Return a path that the file names."""
        return self.file.parent / Path(named).expanduser()

    @cached_property
    def folder(self) -> Path:
        """Return the cycle's folder."""
        return self.path(self.told.output) / self.id

    @cached_property
    def store(self) -> Path:
        """Return the store's folder."""
        return self.path(self.told.store.folder)

    @property
    def most_kept(self) -> int:
        """Return how many bytes the store may hold."""
        return round(self.told.store.gb * 10**9)

    @cached_property
    def pack(self) -> str | Path:
        """Return the pack's folder where it stands beside the file, else its name."""
        beside = self.path(self.told.pack)
        return beside if (beside / "pack.yaml").is_file() else self.told.pack

    def error(self, message: str, steps: Steps, remedy: str | None = None) -> RenderError:
        """Make the error for something that the file says."""
        return _not_valid(message, self.document.place(steps), remedy)


def open_cycle(path: Path) -> Cycle:
    """Read a CYCLE.yaml.

    Raises:
        RenderError: `cycle-missing`; `cycle-not-valid` with line, column and the nearest known key.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise RenderError(
            "cycle-missing",
            f"the cycle's file cannot be read: {(error.strerror or 'unknown reason').lower()}",
            str(path),
            "Name a CYCLE.yaml; docs/batch.md says how one is written.",
        ) from error
    return read_cycle(data, path.absolute())


def read_cycle(data: bytes, file: Path) -> Cycle:
    """Read a cycle from the bytes of its file; otherwise as `open_cycle`."""
    try:
        document = parse_yaml(data, str(file))
    except ScriptError as error:
        raise RenderError(
            "cycle-not-valid", error.message, error.where, "Write plain YAML."
        ) from error
    told = validate(CycleIn, document)
    if isinstance(told, list):
        first = told[0]
        remedy = first.remedy if first.code == "script-key" else None
        place = Place(first.file, first.line, first.column)
        raise _not_valid(first.message, place, remedy)
    cycle = Cycle(told, file, data, document)
    _check_folders(cycle)
    return cycle


def _not_valid(message: str, place: Place, remedy: str | None = None) -> RenderError:
    told = remedy or "docs/batch.md tells the file field by field."
    return RenderError("cycle-not-valid", message.removesuffix("."), str(place), told)


def _check_folders(cycle: Cycle) -> None:
    """Refuse films written among the bills: they would be taken for bills the next time."""
    bills = cycle.told.bills
    named = bills.customers or bills.files
    if named is not None:
        source = cycle.path(named.folder).resolve()
        if cycle.folder.resolve().is_relative_to(source):
            raise cycle.error(
                "the films would be written among the bills",
                ("output",),
                "Name a folder outside that of the bills.",
            )


def check_with(cycle: Cycle, pack: Pack) -> None:
    """Check what a cycle chooses against what its pack and Billreel have.

    Raises:
        RenderError: `cycle-not-valid`, at the choice that cannot be made.
    """
    told = cycle.told
    language = told.language.always or told.language.otherwise
    kind = "always" if told.language.always else "otherwise"
    named: tuple[tuple[str | None, tuple[str, ...], Steps, str], ...] = (
        (told.brand, pack.brands, ("brand",), "brand"),
        (language, pack.languages, ("language", kind), "language"),
        *((one, pack.shapes, ("shapes", at), "shape") for at, one in enumerate(told.shapes)),
    )
    for name, known, steps, what in named:
        if name is not None and name not in known:
            raise cycle.error(f"the pack has no such {what}", steps, did_you_mean(name, known))
    _check_choices(cycle)


def _check_choices(cycle: Cycle) -> None:
    from renderer.pipeline import HEIGHTS  # here: reading a cycle needs no encoder
    from renderer.script.offers.address import require_address
    from renderer.speech.open import VOICES

    told = cycle.told
    for name in ("voice", "fallback_voice"):
        voice = getattr(told, name)
        if voice is not None and voice not in VOICES:
            raise cycle.error("there is no such voice", (name,), did_you_mean(voice, VOICES))
    offered = HEIGHTS[told.shapes[0]]
    if told.height is not None and told.height not in offered:
        remedy = f"It can be {' or '.join(map(str, offered))}."
        raise cycle.error(f"a {told.shapes[0]} film cannot be so high", ("height",), remedy)
    if told.offers:
        try:
            require_address(told.actions)
        except ScriptError:
            remedy = "Say actions: {offer: https://…/{id}}, or leave offers off."
            raise cycle.error("offers lead nowhere", ("offers",), remedy) from None


_CHOICES = (
    "brand", "shapes", "height", "language", "voice", "fallback_voice", "music", "actions",
    "offers", "day", "hls", "shards",
)  # fmt: skip


def order_of(cycle: Cycle, pack: Pack, sign: Callable[[str, Any], str]) -> dict[str, Any]:
    """Return all that decides what the films of a cycle are, and where, besides the bills.

    Args:
        sign: `Keyring.key` of the cycle's store. Films have their names by it, so that a store
            with another secret is another order.
    """
    told = cycle.told.model_dump(mode="json", include=set(_CHOICES))
    third_party = cycle.told.send_text_to_third_party
    return {
        "cycle": cycle.id,
        "pack": {"id": pack.id, "version": pack.version, "sha256": pack.sha256},
        **{name: told[name] for name in _CHOICES},
        **({"send_text_to_third_party": True} if third_party else {}),
        "names": sign("cycle", cycle.id)[:16],
    }


def order_hash(order: dict[str, Any]) -> str:
    """Return the sha256 of an order, in hex."""
    text = json.dumps(order, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
