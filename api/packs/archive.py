"""A published pack's bytes, and the folder that a worker reads it from again."""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.objects import Objects
from api.objects.model import whole
from api.records import PublishedPack, Suspension
from renderer.errors import RenderError
from renderer.script import Pack
from renderer.script.files import content, digest

_STAGED = ".new-"


def pack_bytes(pack: Pack) -> bytes:
    """Return a pack's content as a tar file; equal packs give equal bytes."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in content(pack.root):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return target.getvalue()


def open_pack(objects: Objects, archive: str, sha256: str, folder: Path) -> Path:
    """Return the folder of a published pack, unpacked once a machine and checked by its hash.

    Args:
        folder: where packs are unpacked.

    Raises:
        RenderError: `object-missing`, `pack-changed`.
    """
    place = folder / sha256
    if place.is_dir():
        return place
    folder.mkdir(0o700, parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=_STAGED, dir=folder))
    try:
        with tarfile.open(fileobj=io.BytesIO(whole(objects, archive)), mode="r:") as tar:
            tar.extractall(staged, filter="data")
        if digest(staged) != sha256:
            raise RenderError(
                "pack-changed",
                "a published pack is not what it was when it was published",
                where=archive,
                remedy="Restore the object store, or publish the pack again.",
                ours=True,
            )
        try:
            os.rename(staged, place)  # noqa: PTH104  (fails where another was first)
        except OSError:
            if not place.is_dir():
                raise
        return place
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def sweep_unpacked(folder: Path, before: datetime) -> int:
    """Remove what was unpacked in part by a server that was ended; return how many there were."""
    stale = [
        path for path in folder.glob(f"{_STAGED}*") if path.stat().st_mtime < before.timestamp()
    ]
    for path in stale:
        shutil.rmtree(path, ignore_errors=True)
    return len(stale)


def is_suspended(session: Session, operator_id: str, cycle: str, pack_sha256: str | None) -> bool:
    """Tell whether a cycle, or a pack's content, is being corrected."""
    active = select(Suspension.id).where(
        Suspension.operator_id == operator_id, Suspension.resumed.is_(None)
    )
    concerned = Suspension.cycle == cycle
    if pack_sha256 is not None:
        concerned = concerned | (Suspension.pack_sha256 == pack_sha256)
    return session.scalar(active.where(concerned).limit(1)) is not None


def require_servable(
    session: Session, operator_id: str, pack_sha256: str, approval: bool
) -> PublishedPack:
    """Return a pack that may serve customers.

    Args:
        approval: whether a second person has to have approved it.

    Raises:
        RequestError: `pack-not-published`, `pack-not-approved`.
    """
    found = session.scalar(
        select(PublishedPack).where(
            PublishedPack.operator_id == operator_id, PublishedPack.sha256 == pack_sha256
        )
    )
    if found is None:
        raise RequestError(
            "pack-not-published",
            "no such pack is published",
            remedy="Publish it with `billreel pack publish`.",
            status=409,
        )
    if approval and found.approved is None:
        raise RequestError(
            "pack-not-approved",
            "nobody has approved this content of the pack yet",
            remedy="Let another person than its publisher run `billreel pack approve`.",
            status=409,
        )
    return found
