"""Which lane a request is in: what customers wait for is not held up by a cycle's uploads.

A door that does slow work says so here, by the beginning of its addresses.
"""

from __future__ import annotations

LANES = {"operator": 0.25, "films": 0.5, "pages": 1.0}
"""Lanes and their share of `concurrency` and `queue`."""
_STARTS = (("/v1/", "operator"), ("/m/", "films"))
FREE = frozenset({"/livez", "/readyz", "/metrics"})
"""Addresses that are answered however full the server is."""

SMALL_BODY = 64 * 1024
"""Bytes of a request's body, unless its route allows more."""


def lane_of(path: str) -> str | None:
    """Return the lane of an address, or None for those that never wait."""
    if path in FREE:
        return None
    return next((lane for start, lane in _STARTS if path.startswith(start)), "pages")
