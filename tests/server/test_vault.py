"""Digests and seals are for one purpose, and outlive a rotated secret that is still named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.vault import Vault
from renderer.errors import RenderError

VAULT = Vault(b"a" * 32)
ROTATED = Vault(b"b" * 32, [b"a" * 32])


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_opens_with_its_purpose_and_bound_only(plain: bytes, purpose: str):
    sealed = VAULT.seal(purpose, plain, b"bound")
    assert VAULT.unseal(purpose, sealed, b"bound") == plain
    for other in ((purpose + "x", b"bound"), (purpose, b"other")):
        with pytest.raises(RenderError, match="seal-broken"):
            VAULT.unseal(other[0], sealed, other[1])


@given(st.integers(0, 47), st.integers(1, 255))
def test_a_seal_that_was_changed_anywhere_does_not_open(place: int, change: int):
    sealed = bytearray(VAULT.seal("x", b"sixteen bytes ..."))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(RenderError, match="seal-broken"):
        VAULT.unseal("x", bytes(sealed))


def test_equal_things_have_equal_digests_and_different_seals():
    assert VAULT.digest("x", b"1") == VAULT.digest("x", b"1")
    assert VAULT.digest("x", b"1") != VAULT.digest("y", b"1")
    assert VAULT.seal("x", b"1") != VAULT.seal("x", b"1")


def test_a_rotated_secret_finds_and_opens_what_the_old_one_made():
    assert VAULT.digest("x", b"1") in ROTATED.digests("x", b"1")
    assert ROTATED.digest("x", b"1") not in VAULT.digests("x", b"1")
    assert ROTATED.unseal("x", VAULT.seal("x", b"1")) == b"1"
    with pytest.raises(RenderError, match="seal-broken"):
        VAULT.unseal("x", ROTATED.seal("x", b"1"))


@pytest.mark.parametrize("sealed", [b"", b"x", b"x" * 16, b"x" * 100])
def test_what_is_no_seal_does_not_open(sealed: bytes):
    with pytest.raises(RenderError, match="seal-broken"):
        VAULT.unseal("x", sealed)
