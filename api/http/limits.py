"""How large a request may be, and which lane it is in, by method and address alone.

What customers wait for is not held up by a cycle's uploads.

A door that does slow work says so here, by the beginning of its addresses.
"""

from __future__ import annotations

LANES = {"operator": 0.25, "films": 0.5, "pages": 1.0}
"""Lanes and their share of `concurrency` and `queue`."""
_STARTS = (("/v1/", "operator"), ("/m/", "films"))
FREE = frozenset({"/livez", "/readyz", "/metrics"})
"""Addresses that are answered however full the server is."""

SMALL_BODY = 64 * 1024
"""Bytes that a request's body may have, unless a bill or its original is put."""
LARGE_BODY = 16 * 1024 * 1024
_LARGE = ("PUT", "/v1/bills/")


def body_bound(method: str, path: str) -> int:
    """Return how many bytes a request's body may have."""
    large = method == _LARGE[0] and path.startswith(_LARGE[1])
    return LARGE_BODY if large else SMALL_BODY


def lane_of(path: str) -> str | None:
    """Return the lane of an address, or None for those that never wait."""
    if path in FREE:
        return None
    return next((lane for start, lane in _STARTS if path.startswith(start)), "pages")
