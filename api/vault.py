"""The installation's secret, and what it is for: digests to find by, seals to tell again.

Each purpose has a key of its own (HMAC-SHA256 of the secret), so that what is made for one is worth
nothing for another. A secret is rotated by naming the new one first and the old ones after it:
everything is made with the first, and found and opened with any.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from renderer.errors import RenderError

_NONCE = 12
"""Bytes. Source: NIST SP 800-38D, 8.3: random nonces of 96 bits for at most 2^32 seals a key."""
_NAME = 4
"""Bytes that tell which secret sealed something."""


class Vault:
    """Makes digests and seals.

    Args:
        secret: at least 16 bytes that nobody can guess.
        old: secrets of before, newest first.
    """

    def __init__(self, secret: bytes, old: Sequence[bytes] = ()) -> None:
        self._secrets = (secret, *old)

    def digest(self, purpose: str, data: bytes) -> bytes:
        """Return the 32 bytes that `data` is filed under for a purpose."""
        return self.digests(purpose, data)[0]

    def digests(self, purpose: str, data: bytes) -> tuple[bytes, ...]:
        """Return what `data` may be filed under: with the secret of today, then with older ones."""
        return tuple(
            hmac.digest(_key(one, "digest", purpose), data, "sha256") for one in self._secrets
        )

    def seal(self, purpose: str, plain: bytes, bound: bytes = b"") -> bytes:
        """Encrypt `plain` (AES-256-GCM); it opens with the same purpose and `bound` only."""
        key, nonce = _key(self._secrets[0], "seal", purpose), secrets.token_bytes(_NONCE)
        return _name(key) + nonce + AESGCM(key).encrypt(nonce, plain, bound)

    def unseal(self, purpose: str, sealed: bytes, bound: bytes = b"") -> bytes:
        """Return what was sealed.

        Raises:
            RenderError: `seal-broken`: by a secret that is not named, or not as it was.
        """
        name, nonce, body = sealed[:_NAME], sealed[_NAME : _NAME + _NONCE], sealed[_NAME + _NONCE :]
        for secret in self._secrets:
            key = _key(secret, "seal", purpose)
            if _name(key) != name:
                continue
            try:
                return AESGCM(key).decrypt(nonce, body, bound)
            except InvalidTag:
                break
        raise RenderError(
            "seal-broken",
            "something was sealed with a secret that this installation does not name",
            remedy="Name it in BILLREEL_OLD_SECRETS.",
            ours=True,
        )


def _key(secret: bytes, kind: str, purpose: str) -> bytes:
    return hmac.digest(secret, f"billreel {kind} {purpose}".encode(), "sha256")


def _name(key: bytes) -> bytes:
    return hmac.digest(key, b"name", "sha256")[:_NAME]
