"""What requests and answers are made of: names, amounts, moments."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from babel.numbers import get_currency_precision
from fastapi import Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from api.films.facts import minor
from renderer.bill.values import Money
from renderer.errors import RenderError

REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$"
ID = r"^[a-z]{3}_[A-Za-z0-9_-]{22}$"

Reference = Annotated[
    str,
    Path(
        pattern=REFERENCE,
        description="Your name for the bill. It stands in addresses, which others may log: take "
        "one that tells nothing about the customer.",
    ),
]
ReferenceWord = Annotated[str, StringConstraints(pattern=REFERENCE)]
Cycle = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Moment = AwareDatetime


class Strict(BaseModel):
    """The body of a request: a member that is not known is an error."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class Amount(Strict):
    """An amount of money, as TM Forum writes it."""

    unit: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        description="ISO 4217 code."
    )
    value: Decimal = Field(
        max_digits=18, decimal_places=4, description="In major units; as a string, exact."
    )

    def minor(self) -> int:
        """Return the amount in minor units of its currency.

        Raises:
            RenderError: `amount-too-large`.
        """
        try:
            return minor(Money(self.value, self.unit))
        except RenderError as error:
            error.where = "body"
            raise


def amount(minor_units: int, currency: str) -> Amount:
    """Return minor units of a currency as an amount."""
    value = Decimal(minor_units).scaleb(-get_currency_precision(currency))
    return Amount.model_construct(unit=currency, value=value)
