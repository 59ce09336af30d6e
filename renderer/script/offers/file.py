"""`offers.yaml` as a pack holds it, and its terms for the story to reckon with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from renderer.bill.model import Source
from renderer.bill.units import unit_of
from renderer.bill.values import Money, Quantity
from renderer.script.place import did_you_mean
from renderer.script.problem import Problem
from renderer.script.tree import Document
from renderer.script.validation import validate
from renderer.script.vocabulary.offers import OfferProps, OffersProps
from renderer.script.yaml_source import parse_yaml
from renderer.story.offer_terms import Included, OfferTerms, Replaced

NAME = "offers.yaml"


@dataclass(frozen=True)
class Offers:
    """What a pack may offer.

    Args:
        sha256: of the file's bytes: prices are facts that it is the source of.
    """

    props: OffersProps
    document: Document
    sha256: str

    @property
    def scene(self) -> str:
        """Return the id of the one scene that shows an offer."""
        return self.props.scene

    @property
    def terms(self) -> tuple[OfferTerms, ...]:
        """Return the terms of every offer, in the file's order."""
        return tuple(
            OfferTerms(
                id=one.id,
                prices={
                    currency: (
                        Money(Decimal(amount), currency),
                        self._source(at, "price", currency, raw=amount),
                    )
                    for currency, amount in one.price.items()
                },
                replaces=tuple(
                    Replaced(
                        frozenset(some.kinds),
                        frozenset(some.products),
                        frozenset(some.countries),
                        some.usage,
                    )
                    for some in one.replaces
                ),
                bills=one.bills,
                included=self._included(at, one),
                product=one.product,
            )
            for at, one in enumerate(self.props.offers)
        )

    def _included(self, at: int, offer: OfferProps) -> Included | None:
        held = offer.included
        if held is None:
            return None
        source = self._source(at, "included", "amount", raw=held.amount)
        amount = Quantity(Decimal(held.amount), unit_of(held.unit))
        return Included(amount, source, held.usage, held.on_top)

    def _source(self, at: int, *steps: str, raw: str) -> Source:
        return Source(self.sha256, "/".join(("", "offers", str(at), *steps)), raw)


def read_offers(
    data: bytes, scenes: Sequence[str], others: Sequence[str]
) -> Offers | list[Problem]:
    """Read the file, or tell everything that is wrong with its shape.

    Args:
        scenes: of the film; others: of the short film and the teaser, which show no offer.

    Raises:
        ScriptError: it is not YAML.
    """
    document = parse_yaml(data, NAME)
    props = validate(OffersProps, document)
    if isinstance(props, list):
        return props
    if scenes.count(props.scene) != 1 or props.scene in others:
        place = document.place(("scene",))
        named = did_you_mean(props.scene, scenes) if props.scene not in scenes else ""
        return [
            Problem(
                "offer-scene",
                f"the scene '{props.scene}' does not stand in `scenes` once, and nowhere else.",
                place.file,
                place.line,
                place.column,
                named or "List it once in pack.yaml: a film shows one offer at most.",
            )
        ]
    return Offers(props, document, sha256(data).hexdigest())
