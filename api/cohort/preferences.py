"""What the operator's CRM knows of a customer: language, channel, consents."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from api.cohort.account import Account
from api.cohort.cycles import DAY

PURPOSES = (("bill-video", 0.95), ("marketing", 0.45), ("usage_data", 0.4))
"""What consents are asked for, and how many customers give them."""


def preferences(account: Account) -> dict[str, Any]:
    """Draw a customer's preferences; the same for the same account."""
    ledger = account.ledger
    rng = Random(f"{ledger.number}/{ledger.person.name}/preferences")  # noqa: S311 -- repeatable
    told: dict[str, Any] = {
        "language": ledger.market.locale,
        "channel": rng.choice(("email", "email", "app", "sms", "portal")),
        "givenName": ledger.person.given,
        "customerSince": str(ledger.since),
    }
    if ledger.market.language != "en":
        told["address"] = "formal"
    issued = ledger.cycles[ledger.bills[-1]].issued
    told["consents"] = [
        {
            "purpose": purpose,
            "given": rng.random() < share,
            "recorded": str(_recorded(rng, ledger.since, issued)),
            "source": rng.choice(("customer portal", "contract", "shop")),
        }
        for purpose, share in PURPOSES
        if rng.random() < 0.9
    ]
    return told


def _recorded(rng: Random, since: date, issued: date) -> date:
    return since + rng.randrange(max((issued - since).days, 1)) * DAY
