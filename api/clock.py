"""What time it is, as something that is handed in: so that expiry can be tested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the time now, in UTC and saying so."""


def system_clock() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)
