"""Words as a script holds them: one message in one language, seen and spoken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in code points, half open.

    Args:
        start, end: in the seen text.
        spoken_start, spoken_end: the same words in the spoken text.
        fact: id of the fact it shows, or None for a named span (`SPAN`) without data.
        name: the message variable (`$amount` -> "amount") or the span's own id.
    """

    start: int
    end: int
    spoken_start: int
    spoken_end: int
    name: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One message in one language, in both modes, with the spans that tie them together.

    `seen` may hold Unicode isolates (U+2066..U+2069); spans count them. `spoken` holds none.
    """

    message: str
    seen: str
    spoken: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How one language writes a number of one kind, so that a counter can count without words.

    A value v is written `prefix + digits(v) + suffix`, with `fraction` decimals after `decimal`
    and `group` between each three digits before it.
    """

    prefix: str
    suffix: str
    decimal: str
    group: str
    fraction: int
