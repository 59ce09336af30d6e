"""What files of video call a language."""

from __future__ import annotations


def three_letters(language: str) -> str:
    """Return a language's name in three letters, "und" where it has none here."""
    return _ISO_639_2.get(language.split("-")[0], "und")


_ISO_639_2 = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "he": "heb", "hi": "hin",
    "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "ms": "msa", "nl": "nld", "pl": "pol",
    "pt": "por", "th": "tha", "tr": "tur", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""MP4 names a track's language in three letters. Source: ISO 639-2/T."""
