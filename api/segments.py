"""The store of segments as a server has it: under the secret of the installation."""

from __future__ import annotations

from pathlib import Path

from api.vault import Vault
from renderer.store import Shelf, open_store
from renderer.store.open import SECRET


def segments_secret(vault: Vault) -> str:
    """Return the secret that names things in the store of segments."""
    return vault.digest("segments", b"").hex()


def open_segments(folder: Path, secret: str, most_bytes: int) -> Shelf:
    """Open the store of segments under the installation's secret.

    Raises:
        RenderError: `store-unusable`.
    """
    return open_store(folder, most_bytes, {SECRET: secret})
