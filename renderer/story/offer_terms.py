"""What an offer states of itself, in numbers: enough to tell what it would have saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from renderer.bill.model import ChargeKind, Line, Source
from renderer.bill.values import Money, Quantity


@dataclass(frozen=True, slots=True)
class Replaced:
    """Charges that an offer makes needless: lines that are all of what is set here."""

    kinds: frozenset[ChargeKind] = frozenset()
    products: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    usage: str | None = None

    def holds(self, line: Line) -> bool:
        """Tell whether a line is such a charge; what a line does not say, it is not."""
        return (
            (not self.kinds or line.kind in self.kinds)
            and (not self.products or line.product in self.products)
            and (not self.countries or line.country in self.countries)
            and (self.usage is None or line.usage == self.usage)
        )


@dataclass(frozen=True, slots=True)
class Included:
    """How much an offer includes a month, of "data", "voice" or "messages".

    Args:
        on_top: it comes on top of the plan, so that it has to hold what was charged beyond it;
            else it takes the plan's place, and has to hold all that was used.
    """

    amount: Quantity
    source: Source
    usage: str
    on_top: bool = True


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """One offer.

    Args:
        prices: what a month of it costs, with all taxes, and where that is stated; by currency.
        replaces: charges that it makes needless; any of these.
        bills: how many last bills its saving is told of, 1 to 7, the present one among them.
        product: id by which bills charge it: who has it already is not offered it.
    """

    id: str
    prices: Mapping[str, tuple[Money, Source]]
    replaces: tuple[Replaced, ...]
    bills: int = 3
    included: Included | None = None
    product: str | None = None

    def replaced(self, line: Line) -> bool:
        """Tell whether the offer would have made this charge needless."""
        return any(one.holds(line) for one in self.replaces)
