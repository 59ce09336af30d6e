"""API keys: made once and shown once, found again by a keyed hash.

A fast hash is right for them: a key is 256 random bits, so there is nothing to try, and a slow one
would only make every request slow. It is keyed so that a copy of the database alone tells nobody
whether a key they hold is valid.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.operator.scopes import Scope
from api.records import Key, Operator
from api.vault import Vault

START = "brk_"
_FORM = re.compile(r"brk_[A-Za-z0-9_-]{43}", re.ASCII)
_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}", re.ASCII)
_PURPOSE = "api key"


@dataclass(frozen=True)
class NewKey:
    """A key as it is shown, once."""

    record: Key
    secret: str


def create_key(
    session: Session,
    vault: Vault,
    operator: str,
    name: str,
    scopes: Sequence[Scope],
    now: datetime,
    expires: datetime | None = None,
) -> NewKey:
    """Make a key for an operator, which is made too if there is none of that name.

    Args:
        name: of the person or system that will hold it.

    Raises:
        RequestError: `key-name`: a name is no plain word.
    """
    for word in (operator, name):
        if not _NAME.fullmatch(word):
            raise RequestError(
                "key-name",
                "operators and keys are named by plain words",
                remedy="Take small ASCII letters, digits and ._@-, at most 64.",
            )
    found = session.scalar(select(Operator).where(Operator.name == operator))
    if found is None:
        found = Operator(name=operator, created=now)
        session.add(found)
        session.flush()
    secret = START + secrets.token_urlsafe(32)
    record = Key(
        operator_id=found.id,
        name=name,
        scopes=sorted({scope.value for scope in scopes}),
        digest=vault.digest(_PURPOSE, secret.encode()),
        created=now,
        expires=expires,
    )
    session.add(record)
    session.flush()
    return NewKey(record, secret)


def find_key(session: Session, vault: Vault, secret: str, now: datetime) -> Key | None:
    """Return the record of a key that is valid now."""
    if not _FORM.fullmatch(secret):
        return None
    digests = vault.digests(_PURPOSE, secret.encode())
    found = session.scalar(select(Key).where(Key.digest.in_(digests)))
    if found is None or found.revoked is not None:
        return None
    return None if found.expires is not None and found.expires <= now else found


def revoke_key(session: Session, key_id: str, now: datetime) -> bool:
    """Revoke a key; False when there is none of that id that is not revoked."""
    found = session.get(Key, key_id)
    if found is None or found.revoked is not None:
        return False
    found.revoked = now
    return True
