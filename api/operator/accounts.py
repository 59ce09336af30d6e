"""What is kept of an account beside its bills: proofs of second factors, and its country."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.operator.references import ACCOUNT, digests, find_account, refuse_erased, sealed
from api.records import Account, Factor, FactorKind, Key
from api.records.audit import note
from api.records.locks import lock
from api.vault import Vault


def proof(vault: Vault, account_id: str, kind: FactorKind, answer: str) -> bytes:
    """Return what the right answer to a second factor is kept as.

    Few answers are possible, so it is keyed and bound to the account: without the installation's
    secret nothing can be tried, and equal answers of two accounts look different. Who has secret
    and database could try all; what stops guessing from outside is the lock-out.
    """
    return vault.digest("factor", f"{account_id} {kind} {answer}".encode())


def put_account(
    session: Session,
    vault: Vault,
    key: Key,
    reference: str,
    country: str | None,
    last_digits: str | None,
    birth_date: date | None,
    now: datetime,
) -> Account:
    """Make or change an account: all factors are as said here, and there are no others.

    Raises:
        RequestError: `account-erased`.
    """
    filed = digests(vault, ACCOUNT, key.operator_id, reference)
    lock(session, filed[0])
    refuse_erased(session, key.operator_id, filed, ())
    account = find_account(session, key.operator_id, filed)
    if account is None:
        account = Account(
            operator_id=key.operator_id,
            reference_digest=filed[0],
            reference_sealed=sealed(vault, ACCOUNT, key.operator_id, reference),
            created=now,
        )
        session.add(account)
    account.country = country
    session.flush()
    given = {
        FactorKind.LAST_DIGITS: last_digits,
        FactorKind.BIRTH_DATE: birth_date.isoformat() if birth_date else None,
    }
    session.execute(
        delete(Factor).where(Factor.account_id == account.id, Factor.kind.in_(list(given)))
    )
    for kind, answer in given.items():
        if answer is not None:
            made = proof(vault, account.id, kind, answer)
            session.add(Factor(account_id=account.id, kind=kind, proof=made, changed=now))
    note(session, key, now, "account.put", account.id)
    return account
