"""An entry of a store as bytes: a header that proves it whole, then what was put.

    8 bytes   "billreel"
    2         format version, 1
    8         length of the body
    32        SHA-256 of the key (32 bytes) and the body

Numbers are big-endian. The key is part of the sum, so an entry under another's name is not read.
"""

from __future__ import annotations

from hashlib import sha256
from struct import Struct

_HEADER = Struct(">8sHQ32s")
_MAGIC = b"billreel"
_VERSION = 1
MOST_BYTES = 1 << 28
"""Of an entry: nothing that is kept comes near."""


def sealed(key: str, body: bytes) -> bytes:
    """Return the header to write before `body`."""
    return _HEADER.pack(_MAGIC, _VERSION, len(body), _sum(key, body))


def opened(key: str, entry: bytes) -> bytes | None:
    """Return the body of an entry read under `key`, or None when it is not wholly what was put."""
    if len(entry) < _HEADER.size:
        return None
    magic, version, length, digest = _HEADER.unpack_from(entry)
    body = entry[_HEADER.size :]
    if (magic, version, length) != (_MAGIC, _VERSION, len(body)) or digest != _sum(key, body):
        return None
    return body


def _sum(key: str, body: bytes) -> bytes:
    total = sha256(bytes.fromhex(key))
    total.update(body)
    return total.digest()
