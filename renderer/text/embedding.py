"""What a brand's font file allows: whether its licence bits let us draw it into a film."""

from __future__ import annotations

from pathlib import Path

from renderer.errors import TextError

_RESTRICTED = 0x0002
_MOST_BYTES = 64 * 1024 * 1024


def check_embeddable(path: Path) -> None:
    """Refuse a font whose embedding bits forbid it, or that is no font.

    Raises `TextError` "bad-typeface" or "typeface-forbidden". Source: OpenType, OS/2 `fsType`.
    """
    from fontTools.ttLib import TTFont, TTLibError  # here: only a brand's own font needs it

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise TextError("bad-typeface", "the font file is over 64 MB", where=path.name)
        with path.open("rb") as file, TTFont(file, fontNumber=0) as font:
            bits = int(font["OS/2"].fsType) if "OS/2" in font else 0
    except (OSError, TTLibError, ValueError, ImportError) as error:
        raise TextError(
            "bad-typeface",
            "the file is not a font that can be read",
            where=path.name,
            remedy="Give an OTF or TTF file.",
        ) from error
    if bits & 0x000F == _RESTRICTED:
        raise TextError(
            "typeface-forbidden",
            "the font's embedding bits forbid drawing it into a film",
            where=path.name,
            remedy="Ask its maker for a licence that allows embedding, or choose another font.",
        )
