"""The parts of a server that commands use, opened by the same settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.services import Ground
    from api.settings import Settings


@contextmanager
def ground(settings: Settings | None = None) -> Iterator[Ground]:
    """Open secret, database and object store for a command.

    Raises:
        RenderError: what of it cannot be used.
    """
    from api.services import open_ground  # here: help needs no database
    from api.settings import load_settings

    parts = open_ground(settings or load_settings())
    try:
        yield parts
    finally:
        parts.database.close()
