"""Why a charge moved: one family of causes a module, asked in the order of this table.

The first that finds its evidence complete names the cause; where none does, there is no cause.
docs/changes.md says what each needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from renderer.bill.model import ChargeKind
from renderer.story.causes.finding import Find, Finding, Moved, Rule, rule
from renderer.story.causes.once import credit, late_fee, one_time
from renderer.story.causes.plan import PlanChange, plan_changes
from renderer.story.causes.price import period_length, price_changed
from renderer.story.causes.product import product_added, product_removed
from renderer.story.causes.promotion import promotion_ended, promotion_resized, promotion_started
from renderer.story.causes.proration import proration
from renderer.story.causes.tax import RateMove, Share, rate_moves, terms_of
from renderer.story.causes.use import overage, roaming, usage
from renderer.story.comparison import Comparison

_K = ChargeKind
_PERIODIC = (_K.RECURRING, _K.DEVICE, _K.CONTENT)

RULES: tuple[Rule, ...] = (
    rule(usage, (_K.CONTENT,)),
    rule(promotion_started, (_K.DISCOUNT,)),
    rule(promotion_ended, (_K.DISCOUNT,)),
    rule(period_length, (_K.RECURRING,)),
    rule(price_changed, (*_PERIODIC, _K.USAGE, _K.OTHER)),
    rule(promotion_resized, (_K.DISCOUNT,)),
    rule(product_added, _PERIODIC),
    rule(product_removed, _PERIODIC),
    rule(proration, (*_PERIODIC, _K.DISCOUNT)),
    rule(overage, (_K.USAGE,)),
    rule(usage, (_K.USAGE,)),
    rule(roaming, (_K.ROAMING,)),
    rule(one_time, (_K.ONE_TIME,)),
    rule(credit, (_K.CREDIT,)),
    rule(late_fee, (_K.PENALTY,)),
)
"""Every cause of one charge, the more particular before the more general."""

_BY_KIND: Mapping[ChargeKind, tuple[Find, ...]] = MappingProxyType(
    {kind: tuple(one.find for one in RULES if kind in one.kinds) for kind in ChargeKind}
)


def cause_of(moved: Moved, bills: Comparison) -> Finding | None:
    """Name why one charge moved, where the evidence is complete."""
    for find in _BY_KIND[moved.pair.charge.line.kind]:
        if (finding := find(moved, bills)) is not None:
            return finding
    return None


__all__ = [
    "RULES",
    "Finding",
    "Moved",
    "PlanChange",
    "RateMove",
    "Share",
    "cause_of",
    "plan_changes",
    "rate_moves",
    "terms_of",
]
