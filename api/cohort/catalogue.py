"""What an operator sells in one country: its price list, its words, its people's names.

Each locale is one data file; all operators, people and numbers in them are made up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from api.cohort.money import Tax

LOCALES = ("en", "fr", "de", "id", "ar", "ko")


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing on the price list.

    Args:
        price: a month's, in the way the country prints prices (with tax, or before it).
        data: gigabytes that a plan includes; `None` is unlimited.
        minutes: minutes that a plan includes; `None` is unlimited.
    """

    product: str
    name: str
    price: Decimal
    data: Decimal | None = None
    minutes: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Market:
    """One country's price list, words and conventions.

    Args:
        unit: the smallest amount its bills write.
        net: prices are printed before tax.
        phones: patterns of numbers that are kept for examples; `#` is any digit.
        form: how given and family name make a full name.
    """

    language: str
    locale: str
    currency: str
    unit: Decimal
    utc: str
    country: str
    net: bool
    phones: tuple[str, ...]
    tax: Tax
    other_rate: Decimal
    pay: Mapping[str, Mapping[str, str]]
    form: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    words: Mapping[str, str]
    prices: Mapping[str, Decimal]
    ranges: Mapping[str, tuple[Decimal, Decimal]]
    plans: tuple[Offer, ...]
    addons: tuple[Offer, ...]
    contents: tuple[Offer, ...]
    devices: tuple[Offer, ...]
    discounts: tuple[Offer, ...]
    shares: tuple[Offer, ...]
    fees: tuple[Offer, ...]
    rentals: tuple[Offer, ...]
    activation: Offer

    def plan(self, product: str) -> Offer:
        """Find a plan by its product id."""
        return next(one for one in self.plans if one.product == product)


@cache
def market(language: str) -> Market:
    """Read the market of one of `LOCALES`."""
    text = Path(__file__).with_name("locales").joinpath(f"{language}.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    prices: dict[str, Any] = data["prices"]
    people, offers = data["people"], data["offers"]
    return Market(
        language=language,
        locale=data["locale"],
        currency=data["currency"],
        unit=Decimal(data["unit"]),
        utc=data["utc"],
        country=data["country"],
        net=data.get("net", False),
        phones=tuple(data["phones"]),
        tax=Tax(data["tax"]["name"], Decimal(data["tax"]["rate"])),
        other_rate=Decimal(data["tax"]["other"]),
        pay=data["pay"],
        form=people["form"],
        given=tuple(people["given"]),
        family=tuple(people["family"]),
        words=data["words"],
        prices={name: Decimal(price) for name, price in prices.items() if isinstance(price, str)},
        ranges={
            name: (Decimal(price[0]), Decimal(price[1]))
            for name, price in prices.items()
            if isinstance(price, list)
        },
        plans=tuple(_plan(row) for row in offers["plans"]),
        activation=_offer(offers["activation"]),
        **{
            name: tuple(_offer(row) for row in offers[name])
            for name in (
                "addons", "contents", "devices", "discounts", "shares", "fees", "rentals",
            )
        },
    )  # fmt: skip


def _offer(row: Sequence[str]) -> Offer:
    return Offer(row[0], row[1], Decimal(row[2]))


def _plan(row: Sequence[str]) -> Offer:
    data, minutes = (Decimal(text) if text else None for text in row[3:5])
    return Offer(row[0], row[1], Decimal(row[2]), data, minutes)
