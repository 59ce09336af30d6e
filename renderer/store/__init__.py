"""What was made before, kept under a key: by any stage, for any later film that needs the same."""

from renderer.store.folder import MOST_KEPT, FolderStore
from renderer.store.keyring import Keyring
from renderer.store.memory import MemoryStore
from renderer.store.model import Store
from renderer.store.open import open_store, store_folder
from renderer.store.sealing import seal, unseal
from renderer.store.shelf import Shelf
from renderer.store.source import source_of

__all__ = [
    "MOST_KEPT",
    "FolderStore",
    "Keyring",
    "MemoryStore",
    "Shelf",
    "Store",
    "open_store",
    "seal",
    "source_of",
    "store_folder",
    "unseal",
]
