"""Packs as they are published: content that cannot change any more, named by its hash."""

from api.packs.archive import open_pack, pack_bytes, require_servable, sweep_unpacked
from api.packs.publish import approve_pack, publish_pack

__all__ = [
    "approve_pack",
    "open_pack",
    "pack_bytes",
    "publish_pack",
    "require_servable",
    "sweep_unpacked",
]
