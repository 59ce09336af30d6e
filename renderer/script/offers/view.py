"""`offer`: what the one scene of an offer sees of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from renderer.script.offers.file import Offers
from renderer.script.vocabulary.offers import OfferProps
from renderer.story.facts import Figure
from renderer.story.model import Saving


class NameMessage(str):
    """Id of the message that names an offer."""


class IncludesMessage(str):
    """Id of the message that says what an offer includes."""


class InsteadMessage(str):
    """Id of the message that says which charges an offer would have replaced."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """`offer` in a template.

    Args:
        id: as `offers.yaml` has it; name, includes, instead: ids of its messages.
        price: of a month; included: how much a month includes, where that is limited.
        bills: how many last bills the figures are of.
        spent: what the charges came to that it would have replaced; cost: what it would have.
        saving: `spent - cost`, always more than nothing.
        seller: who sends the bill, where it says so.
    """

    id: str
    name: NameMessage
    includes: IncludesMessage
    instead: InsteadMessage
    price: Figure
    bills: Figure
    spent: Figure
    cost: Figure
    saving: Figure
    included: Figure | None = None
    seller: Figure | None = None


def view_offer(offer: OfferProps, saving: Saving) -> OfferView:
    """Return what templates see of an offer and its saving."""
    return OfferView(
        id=offer.id,
        name=NameMessage(offer.name),
        includes=IncludesMessage(offer.includes),
        instead=InsteadMessage(offer.instead),
        price=saving.price,
        bills=saving.bills,
        spent=saving.spent,
        cost=saving.cost,
        saving=saving.amount,
        included=saving.included,
        seller=saving.seller,
    )


def messages(offers: Offers | None) -> Mapping[type, frozenset[str]]:
    """Return which messages each kind of id may mean, so that a check can look at all of them."""
    every = offers.props.offers if offers else []
    return {
        NameMessage: frozenset(one.name for one in every),
        IncludesMessage: frozenset(one.includes for one in every),
        InsteadMessage: frozenset(one.instead for one in every),
    }
