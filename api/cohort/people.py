"""Who the accounts belong to: made-up people with names as long as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from api.cohort.catalogue import Market


@dataclass(frozen=True, slots=True)
class Person:
    """A customer's names."""

    name: str
    given: str


def draw_person(rng: Random, market: Market) -> Person:
    """Draw a name; some have two given names, some two family names."""
    given = rng.choice(market.given)
    family = rng.choice(market.family)
    if market.language != "ko" and rng.random() < 0.12:
        middle = rng.choice(market.given)
        if middle != given:
            return Person(market.form.format(given=f"{given} {middle}", family=family), given)
    return Person(market.form.format(given=given, family=family), given)


def draw_numbers(rng: Random, market: Market, count: int) -> tuple[str, ...]:
    """Draw different phone numbers out of the ranges that are kept for examples."""
    numbers: dict[str, None] = {}
    while len(numbers) < count:
        pattern = rng.choice(market.phones)
        digits = (str(rng.randrange(10)) if mark == "#" else mark for mark in pattern)
        numbers["".join(digits)] = None
    return tuple(numbers)
