"""What a finished cycle hands over: its manifest and links, published last and never changed.

An edition is a folder that appears whole. A cycle that goes on later (a bill was corrected, or what
was quarantined was tried again) publishes another one beside it; without any change, none.
"""

from __future__ import annotations

import csv
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from api.batch.cycle import order_hash
from api.batch.ledger_view import LedgerView
from api.batch.model import State
from api.batch.places import Places
from renderer.disk import sync_folder
from renderer.errors import RenderError

SCHEMA = 1
COLUMNS = ("customer", "bill", "shape", "language", "film", "url", "expires", "manifest")
"""Of links.csv. `expires` is empty: links that expire are minted by who serves the films."""
_NUMBER = "{:04}"


def publish_edition(
    ledger: LedgerView, places: Places, order: dict[str, Any], base: str | None
) -> tuple[Path, bool]:
    """Publish how the cycle stands, unless the last edition says the same.

    Args:
        order: what the cycle's films are decided by.
        base: where the cycle's folder will be found on the web.

    Returns:
        The edition's folder, and whether it is a new one.

    Raises:
        RenderError: `output-failed`, `ledger-failed`.
    """
    staged = places.staging / f"edition-{secrets.token_hex(8)}"
    try:
        staged.mkdir()
        links = _write_links(staged / "links.csv", ledger, places, base)
        manifest = _manifest(ledger, order, links)
        last = _last(places)
        if last is not None and (last / "cycle.json").read_bytes() == manifest:
            _point(places, last)
            return last, False
        with (staged / "cycle.json").open("xb") as file:
            _finish(file, manifest)
        staged.chmod(0o700)
        sync_folder(staged)
        number = int(last.name) + 1 if last else 1
        edition = places.editions / _NUMBER.format(number)
        staged.rename(edition)
        sync_folder(places.editions)
        _point(places, edition)
        return edition, True
    except OSError as error:
        raise RenderError(
            "output-failed",
            f"the edition could not be written: {(error.strerror or '').lower()}",
            str(places.editions),
            "All films are published. Make room, or the folder writable, and run the same again.",
        ) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _manifest(ledger: LedgerView, order: dict[str, Any], links: dict[str, Any]) -> bytes:
    counts = ledger.counts()
    content = {
        "schema": SCHEMA,
        "billreel": version("billreel"),
        "cycle": order["cycle"],
        "order": {**order, "sha256": order_hash(order)},
        "films": {state.value: counts[state] for state in State},
        "quarantined": dict(sorted(ledger.codes().items())),
        "links": links,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


class _Hashing:
    """A text file that is hashed as it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.total = file, sha256()

    def write(self, text: str) -> int:
        data = text.encode()
        self.total.update(data)
        return self._file.write(data)


def _write_links(
    path: Path, ledger: LedgerView, places: Places, base: str | None
) -> dict[str, Any]:
    count = 0
    with path.open("xb") as file:
        hashing = _Hashing(file)
        writer = csv.writer(hashing, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in _links(ledger, places, base):
            writer.writerow(row)
            count += 1
        _finish(file)
    return {"rows": count, "sha256": hashing.total.hexdigest()}


def _links(ledger: LedgerView, places: Places, base: str | None) -> Iterator[tuple[str, ...]]:
    for one in ledger.entries(State.RENDERED):
        film = places.relative(one.folder or "")
        url = f"{base.rstrip('/')}/{film}/index.html" if base else ""
        yield (
            one.key, one.bill or "", one.shape, one.language or "", film, url, "",
            one.manifest or "",
        )  # fmt: skip


def _finish(file: IO[bytes], data: bytes = b"") -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _last(places: Places) -> Path | None:
    """Return the last edition that there is."""
    names = [one.name for one in places.editions.iterdir() if one.name.isdecimal()]
    return places.editions / max(names, key=int) if names else None


def _point(places: Places, edition: Path) -> None:
    """Let `latest` lead to an edition: the one thing in a cycle that is ever replaced."""
    to = Path(places.editions.name) / edition.name
    if places.latest.is_symlink() and places.latest.readlink() == to:
        return
    link = places.staging / f"latest-{secrets.token_hex(8)}"
    link.symlink_to(to)
    link.replace(places.latest)
    sync_folder(places.folder)
