"""Which offer a film shows: of those that fit this bill and story, the one that saves most."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from renderer.script.limits import Budget
from renderer.script.offers.file import Offers
from renderer.script.offers.view import OfferView, view_offer
from renderer.script.scope import Scope
from renderer.story.model import Story


def choose(
    offers: Offers | None, story: Story, view: Mapping[str, object], budget: Budget
) -> OfferView | None:
    """Choose one offer, or none.

    The story has savings only of a customer who may be made an offer (`renderer.story.permission`);
    each offer's own `when` is asked here, with `offer` beside the names of the story. Most is
    saved by the month; of equals the first in the file is taken.

    Raises:
        ScriptError: a `when` fails on this story.
    """
    if offers is None or not story.savings:
        return None
    told = {one.offer: one for one in story.savings}
    found: list[OfferView] = []
    for at, props in enumerate(offers.props.offers):
        if props.id not in told:
            continue
        offer = view_offer(props, told[props.id])
        scope = Scope(budget, {**view, "offer": offer})
        if scope.evaluate(props.when, offers.document.place(("offers", at, "when"))):
            found.append(offer)
    return max(found, key=_monthly, default=None)


def _monthly(offer: OfferView) -> Fraction:
    return Fraction(offer.saving.number) / Fraction(offer.bills.number)
