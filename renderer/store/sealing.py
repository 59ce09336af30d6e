"""Bytes that only who has the key can read.

SHAKE256 of key and nonce is as good as random to anybody without the key, and as long as it is
asked to be: what is sealed is added to it bit by bit. Whether sealed bytes are whole is for the
store to say, which has their hash.

Source: FIPS 202, appendix A.2 (extendable-output functions); G. Bertoni, J. Daemen, M. Peeters,
G. Van Assche, "Cryptographic sponge functions", 2011, 3.2.3 (keystreams).
"""

from __future__ import annotations

import secrets
from hashlib import shake_256

_NONCE = 16
"""Bytes in front; drawn anew each time, so that no two seals share a stream."""


def seal(key: bytes, body: bytes) -> bytes:
    """Return `body` such that only who has the key (32 bytes) can read it."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _added(key, nonce, body)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return what was sealed; with another key, or of other bytes, nothing that makes sense.

    Raises:
        ValueError: nothing was ever sealed in so few bytes.
    """
    if len(sealed) < _NONCE:
        raise ValueError("sealed bytes are cut short")
    return _added(key, sealed[:_NONCE], sealed[_NONCE:])


def _added(key: bytes, nonce: bytes, body: bytes) -> bytes:
    stream = shake_256(key + nonce).digest(len(body))
    both = int.from_bytes(body, "big") ^ int.from_bytes(stream, "big")
    return both.to_bytes(len(body), "big")
