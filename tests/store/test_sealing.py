"""What is sealed is read by who has the key, and by nobody else."""

from __future__ import annotations

import secrets

import pytest

from renderer.store import seal, unseal

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
TEXT = b"Grace Hopper owes 42.18 GBP. " * 40


@pytest.mark.parametrize("body", [b"", b"\0", TEXT, bytes(70_000), secrets.token_bytes(4097)])
def test_what_was_sealed_comes_back(body: bytes) -> None:
    assert unseal(KEY, seal(KEY, body)) == body


def test_nothing_of_it_shows() -> None:
    sealed = seal(KEY, TEXT)
    assert b"Grace" not in sealed
    with pytest.raises(ValueError, match="another key"):
        unseal(OTHER, sealed)


def test_the_same_sealed_twice_is_never_the_same() -> None:
    assert seal(KEY, TEXT)[12:] != seal(KEY, TEXT)[12:]


@pytest.mark.parametrize("at", [0, 12, 40, -1])
def test_what_was_changed_is_not_believed(at: int) -> None:
    sealed = bytearray(seal(KEY, TEXT))
    sealed[at] ^= 1
    with pytest.raises(ValueError, match="not as it was"):
        unseal(KEY, bytes(sealed))


@pytest.mark.parametrize("length", [0, 1, 12, 27])
def test_what_is_too_short_to_be_sealed_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="not as it was"):
        unseal(KEY, bytes(length))
