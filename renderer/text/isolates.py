"""Unicode isolates: kept whole when a text is cut into lines.

Source: UAX #9, isolating run sequences (LRI U+2066, RLI U+2067, FSI U+2068, PDI U+2069).
"""

from __future__ import annotations

_OPENERS = "\u2066\u2067\u2068"
_PDI = "\u2069"


def well_formed(text: str) -> str:
    """Return a text with every isolate closed and no closing without an opening."""
    kept = []
    depth = 0
    for character in text:
        if character in _OPENERS:
            depth += 1
        elif character == _PDI:
            if depth == 0:
                continue
            depth -= 1
        kept.append(character)
    return "".join(kept) + _PDI * depth


def piece(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` as a text of its own: isolates open before it are opened again.

    Isolates that hold nothing are left out.
    """
    open_before = [text[index] for index in _open_at(text, start)]
    cut = well_formed("".join(open_before) + text[start:end])
    while (emptied := _without_empty(cut)) != cut:
        cut = emptied
    return cut


def depths(text: str) -> list[int]:
    """Return for each character how many isolates it stands in."""
    found = []
    depth = 0
    for character in text:
        if character == _PDI:
            depth = max(0, depth - 1)
        found.append(depth)
        if character in _OPENERS:
            depth += 1
    return found


def in_direction(text: str, direction: str) -> str:
    """Return a line such that a left-to-right paragraph sets it in `direction`."""
    return f"\u2067{text}\u2069" if direction == "rtl" else text


def _open_at(text: str, position: int) -> list[int]:
    stack: list[int] = []
    for index, character in enumerate(text[:position]):
        if character in _OPENERS:
            stack.append(index)
        elif character == _PDI and stack:
            stack.pop()
    return stack


def _without_empty(text: str) -> str:
    for opener in _OPENERS:
        text = text.replace(opener + _PDI, "")
    return text
