"""What is to be removed outside the database, written down when its records are removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from api.records.traces import Removal
from api.records.videos import Video

_KEY = 32
"""Bytes of a name in the store of segments."""


def remove_kept(session: Session, videos: Iterable[Video], now: datetime) -> None:
    """Have the parts of videos' films removed from the store of segments."""
    packed = [video.kept or b"" for video in videos]
    names = {one[at : at + _KEY].hex() for one in packed for at in range(0, len(one), _KEY)}
    session.add_all(Removal(kind="kept", name=name, created=now) for name in sorted(names))


def remove_objects(session: Session, names: Iterable[str], now: datetime) -> None:
    """Have objects removed, by key or by the prefix of several."""
    session.add_all(Removal(kind="objects", name=name, created=now) for name in names)
