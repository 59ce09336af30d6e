"""Name of a folder -> the store in it, with the installation's secret."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from renderer.errors import RenderError
from renderer.store.folder import MOST_KEPT, FolderStore, publish_once
from renderer.store.keyring import Keyring
from renderer.store.shelf import Shelf

STORE, SECRET = "BILLREEL_STORE", "BILLREEL_SECRET"
_SECRET_BYTES = 32
_SHORTEST_SECRET = 16


def store_folder(
    given: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Path | None:
    """Choose where the store is: as given, else where `BILLREEL_STORE` says, else nowhere."""
    named = environment.get(STORE)
    return given or (Path(named) if named else None)


def open_store(
    folder: Path, most_bytes: int = MOST_KEPT, environment: Mapping[str, str] = os.environ
) -> Shelf:
    """Open the store in a folder, made if it is not there.

    Its keys take their secret from `BILLREEL_SECRET`, which several machines may share, else from
    the file `secret` in the folder, made once and readable by its owner only.

    Raises:
        RenderError: `store-unusable` when the folder cannot be written or its secret not be read,
            `secret-too-short`.
    """
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        secret = _secret(folder, environment.get(SECRET))
    except OSError as error:
        raise RenderError(
            "store-unusable",
            f"the store's folder cannot be used: {error.strerror}",
            where=str(folder),
            remedy="Name another folder, or one that you may write to.",
        ) from error
    return Shelf(FolderStore(folder, most_bytes), Keyring(secret))


def _secret(folder: Path, given: str | None) -> bytes:
    if given is not None:
        if len(given) < _SHORTEST_SECRET:
            raise RenderError(
                "secret-too-short",
                f"{SECRET} has fewer than {_SHORTEST_SECRET} characters",
                remedy="Take 64 random hexadecimal digits.",
            )
        return sha256(given.encode()).digest()
    path = folder / "secret"
    if not path.exists():
        publish_once(path, (secrets.token_bytes(_SECRET_BYTES),))
    secret = path.read_bytes()
    if len(secret) != _SECRET_BYTES:
        raise RenderError(
            "store-unusable",
            "the store's secret is damaged",
            where=str(path),
            remedy="Remove the store's folder: what it keeps can be made again.",
        )
    return secret
