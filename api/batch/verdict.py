"""`Outcome` -> `Settled`: what becomes of an item that came back."""

from __future__ import annotations

from dataclasses import replace

from api.batch.model import Item, Kind, Outcome, Settled, State

KILLED = 2
"""How many times as often as it may fail its worker may be ended from outside."""

FINE = frozenset({Kind.MADE, Kind.FOUND, Kind.SAME})
"""Of these there is a film."""


def settle(item: Item, outcome: Outcome, attempts: int) -> Settled:
    """Judge an item.

    What its bill or pack is to blame for is quarantined at once. All else is tried again behind
    what has not failed; the last time in a worker of its own, newly started (`with_care`), so that
    nothing is quarantined for what another film did, or somebody outside.

    Args:
        attempts: how often an item may fail, at least 2.
    """
    tries, killed = item.tries, item.killed
    settled = Settled(
        item, State.PENDING, tries, killed, outcome.mark, outcome.made, outcome.code, outcome.place
    )
    match outcome.kind:
        case kind if kind in FINE:
            return replace(settled, state=State.RENDERED, tries=0, killed=0)
        case Kind.REFUSED:
            return replace(settled, state=State.QUARANTINED, tries=tries + 1)
        case Kind.GONE:
            return replace(settled, state=State.SKIPPED)
        case Kind.BLOCKED:
            return replace(settled, code=None, place=None)
        case Kind.KILLED:
            over = item.fresh and killed + 1 >= attempts * KILLED
            state = State.QUARANTINED if over else State.PENDING
            return replace(settled, state=state, killed=killed + 1)
    over = item.fresh and tries + 1 >= attempts
    return replace(settled, state=State.QUARANTINED if over else State.PENDING, tries=tries + 1)


def with_care(item: Item, attempts: int) -> Item:
    """Give an item a worker of its own when it may be quarantined the next time it fails."""
    last = item.tries + 1 >= attempts or item.killed + 1 >= attempts * KILLED
    return replace(item, fresh=last)
