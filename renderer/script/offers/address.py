"""Where an offer's details are: an address that the operator gives, with the offer's id in it."""

from __future__ import annotations

from collections.abc import Mapping

from renderer.errors import ScriptError
from renderer.script.offers.labelled import ACTION

PLACE = "{id}"


def require_address(actions: Mapping[str, str]) -> None:
    """Check that offers lead somewhere: one that cannot be read up is not made.

    Raises:
        ScriptError: `offer-without-address`.
    """
    if ACTION not in actions:
        raise ScriptError(
            "offer-without-address",
            "Offers are on, but there is no address of their details.",
            remedy="Say `--action offer=https://…/{id}`, or leave offers off.",
        )


def addressed(actions: Mapping[str, str], offer: str | None) -> dict[str, str]:
    """Return where actions lead in a film that shows this offer, or none."""
    told = {name: address for name, address in actions.items() if name != ACTION}
    if offer is not None and ACTION in actions:
        told[ACTION] = actions[ACTION].replace(PLACE, offer)
    return told
