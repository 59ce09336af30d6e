"""`offers.yaml`: what may be offered, in terms that savings are reckoned by."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from babel.numbers import list_currencies
from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from renderer.bill.currency import minor_unit
from renderer.bill.model import ChargeKind
from renderer.script.vocabulary.dynamic import Data
from renderer.script.vocabulary.scene import NAME
from renderer.script.vocabulary.strict import Strict

Usage = Literal["data", "voice", "messages"]
Message = Annotated[str, Field(pattern=NAME)]
Product = Annotated[str, Field(min_length=1, max_length=200)]


def _quoted(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise PydanticCustomError(
            "amount", "an amount stands in quotes", {"remedy": f'For example "{value}".'}
        )
    return value


Amount = Annotated[
    str,
    BeforeValidator(_quoted, json_schema_input_type=str),
    Field(pattern=r"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?$"),
]
"""Quoted, so that it is exactly what the file says: YAML would read 9.90 as a binary fraction."""


class ReplacesProps(Strict):
    """Charges that an offer makes needless: lines that are all of what stands here."""

    kinds: list[ChargeKind] = Field(default_factory=list, max_length=10)
    products: list[Product] = Field(default_factory=list, max_length=200)
    countries: list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]] = Field(
        default_factory=list, max_length=250
    )
    usage: Usage | Literal["other"] | None = None

    @model_validator(mode="after")
    def _says_which(self) -> ReplacesProps:
        if not (self.kinds or self.products):
            raise PydanticCustomError(
                "replaces",
                "these would be charges of every kind",
                {"remedy": "Name `kinds` or `products`."},
            )
        return self


class IncludedProps(Strict):
    """How much a month of an offer includes."""

    amount: Amount
    unit: str = Field(min_length=1, max_length=40)
    usage: Usage
    on_top: bool = True


class OfferProps(Strict):
    """One offer; `name`, `includes` and `instead` are message ids."""

    id: str = Field(pattern=NAME, max_length=60)
    name: Message
    includes: Message
    instead: Message
    price: dict[str, Amount] = Field(min_length=1, max_length=40)
    replaces: list[ReplacesProps] = Field(min_length=1, max_length=20)
    included: IncludedProps | None = None
    bills: int = Field(default=3, ge=1, le=7)
    product: Product | None = None
    when: Data = True

    @model_validator(mode="after")
    def _payable(self) -> OfferProps:
        for currency, amount in self.price.items():
            if currency not in list_currencies():
                raise ValueError(f"'{currency[:20]}' is not a currency of ISO 4217")
            if Decimal(amount) % minor_unit(currency):
                raise ValueError(f"no such price can be paid in {currency}")
        return self


class OffersProps(Strict):
    """All offers of a pack.

    Args:
        scene: the one scene that shows an offer; label: a message that says it is one.
    """

    offers_schema: Literal[1] = Field(alias="schema")
    scene: str = Field(pattern=NAME)
    label: Message
    offers: list[OfferProps] = Field(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _each_once(self) -> OffersProps:
        seen: set[str] = set()
        for one in self.offers:
            if one.id in seen:
                raise ValueError(f"two offers have the id '{one.id}'")
            seen.add(one.id)
        return self
