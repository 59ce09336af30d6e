"""Which way letters run."""

from __future__ import annotations

from unicodedata import bidirectional


def is_rtl(char: str) -> bool:
    """Return whether a character is a right-to-left letter. Source: UAX #9, types R and AL."""
    return bidirectional(char) in ("R", "AL")


def holds_rtl(text: str) -> bool:
    """Return whether a text holds a right-to-left letter."""
    return any(map(is_rtl, text))
