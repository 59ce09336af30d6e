"""Identifiers as a film may show them."""

from __future__ import annotations

DOT = "•"
_SHOWN = 2
_FEWEST = 7
"""An identifier with fewer digits shows its last two only, or two dots would hide it."""
_JOINTS = frozenset(" -./()+\u00a0\u202f\u2011")


def mask(identifier: str) -> str:
    """Hide an identifier but for its first two and last two digits: 06 •• •• •• 47.

    Separators stay where they are; an identifier without any is set in pairs. Letters are hidden.
    With fewer than seven digits only the last two stay, with two or fewer none does.
    """
    text = identifier.strip()
    digits = [at for at, mark in enumerate(text) if mark.isdecimal()]
    shown = set(digits[-_SHOWN:]) if len(digits) > _SHOWN else set()
    if len(digits) >= _FEWEST:
        shown.update(digits[:_SHOWN])
    hidden = "".join(
        mark if at in shown or mark in _JOINTS else DOT for at, mark in enumerate(text)
    )
    return _paired(hidden) if not any(mark in _JOINTS for mark in text.lstrip("+")) else hidden


def _paired(text: str) -> str:
    """Set an unspaced identifier in pairs from its end, so that the shown pairs stay whole."""
    lead = "+" if text.startswith("+") else ""
    body = text[len(lead) :]
    if body[:_SHOWN].isdecimal():
        head, rest = [body[:_SHOWN]], body[_SHOWN:]
    else:
        head, rest = [], body
    odd = len(rest) % 2
    groups = [rest[at : at + 2] for at in range(odd, len(rest), 2)]
    if odd and groups:
        groups[0] = rest[0] + groups[0]
    elif odd:
        groups = [rest]
    return lead + " ".join(head + groups)
