"""Bytes that only who has the key can read, and that nobody can change unnoticed: AES-256-GCM."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
"""Bytes in front, drawn anew each time.

Source: NIST SP 800-38D, 8.3: random nonces of 96 bits for at most 2^32 seals a key.
"""


def seal(key: bytes, body: bytes) -> bytes:
    """Return `body` such that only who has the key (32 bytes) can read it."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, body, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        ValueError: it was sealed with another key, or is not what it was.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except (InvalidTag, ValueError) as error:
        raise ValueError("sealed with another key, or not as it was") from error
