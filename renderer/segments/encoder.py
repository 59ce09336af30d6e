"""What decides a film's bytes besides its pictures and sound, for manifests and store keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

import av

from renderer.segments.settings import Settings
from renderer.segments.sound_track import BIT_RATE
from renderer.segments.video import Segment


def encoder_facts(segments: Sequence[Segment], settings: Settings | None = None) -> dict[str, Any]:
    """Name encoder, versions and settings, and the hash of the avcC that all segments share."""
    first = segments[0]
    return {
        "video": first.encoder,
        "pyav": av.__version__,
        "libraries": {
            name: ".".join(map(str, version)) for name, version in av.library_versions.items()
        },
        "settings": asdict(settings or Settings()),
        "width": first.width,
        "height": first.height,
        "avcc_sha256": sha256(first.extradata).hexdigest(),
        "audio": {"codec": "aac", "bit_rate": BIT_RATE},
    }
