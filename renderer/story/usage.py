"""What was used of each allowance, and what is left or was used beyond it."""

from __future__ import annotations

from decimal import Decimal

from renderer.bill.model import Allowance
from renderer.story.evidence import Evidence
from renderer.story.facts import Figure
from renderer.story.model import UsageSlice, UsageView

NEAR = Decimal("0.9")
"""Share of an allowance from which a film says that it is nearly used up."""

_STATES = ("over", "near", "within", "unlimited", "unknown")
_KINDS = ("data", "voice", "messages")


def tell_usage(now: Evidence) -> tuple[UsageView, ...]:
    """Tell every allowance: what needs a warning first, data before voice before messages."""
    views = [_view(now, index, one) for index, one in enumerate(now.bill.usage)]
    return tuple(sorted(views, key=_rank))


def _rank(view: UsageView) -> tuple[int, int]:
    kind = _KINDS.index(view.kind) if view.kind in _KINDS else len(_KINDS)
    return (_STATES.index(view.state), kind)


def _state(allowance: Allowance) -> str:
    if allowance.unlimited:
        return "unlimited"
    if allowance.included is None:
        return "unknown"
    used, included = allowance.used.amount, allowance.included.amount
    if used > included:
        return "over"
    return "near" if used and used >= NEAR * included else "within"


def _view(now: Evidence, index: int, allowance: Allowance) -> UsageView:
    path, name = f"usage.{index}", f"usage.{index}"
    state = _state(allowance)
    used = now.figure(f"{path}.used")
    limited = state in ("over", "near", "within")
    included = now.figure(f"{path}.included") if limited else None
    remaining = over = share = None
    if included is not None:
        if state == "over":
            over = now.book.derive(f"{name}.over", "difference", [used, included])
        else:
            remaining = now.book.derive(f"{name}.remaining", "difference", [included, used])
        if included:
            share = now.book.derive(f"{name}.share", "whole_share", [used, included])
    return UsageView(
        kind=allowance.kind,
        state=state,
        name=now.figure_if_any(f"{path}.name"),
        used=used,
        included=included,
        remaining=remaining,
        over=over,
        share=share,
        slices=_slices(now, path, allowance, used),
    )


def _slices(now: Evidence, path: str, allowance: Allowance, used: Figure) -> tuple[UsageSlice, ...]:
    """Take use by part of the period, unless the parts contradict the whole."""
    parts = [part for _, part in allowance.periods]
    if any(part.unit != used.unit for part in parts):
        return ()
    if sum((part.amount for part in parts), Decimal(0)) != used.number:
        return ()
    most = max((part.amount for part in parts), default=Decimal(0))
    return tuple(
        UsageSlice(
            now.figure(f"{path}.periods.{at}.0"),
            now.figure(f"{path}.periods.{at}.1"),
            peak=part.amount == most,
        )
        for at, part in enumerate(parts)
    )
