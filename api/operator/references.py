"""What an operator calls its accounts and bills, and how that is filed.

A reference may be a customer's number. It is found by its HMAC and told again from its seal, so the
database by itself knows no customer; a plain hash could be guessed, for numbers are few.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError, not_found
from api.records import Account, Bill, Tombstone
from api.vault import Vault

ACCOUNT, BILL = "account", "bill"


def digests(vault: Vault, kind: str, operator_id: str, reference: str) -> tuple[bytes, ...]:
    """Return what a reference may be filed under, that of today first."""
    return vault.digests(f"{kind} reference", f"{operator_id}\n{reference}".encode())


def sealed(vault: Vault, kind: str, operator_id: str, reference: str) -> bytes:
    """Encrypt a reference, for its operator."""
    return vault.seal(f"{kind} reference", reference.encode(), operator_id.encode())


def told(vault: Vault, kind: str, operator_id: str, seal: bytes) -> str:
    """Return a reference from its seal."""
    return vault.unseal(f"{kind} reference", seal, operator_id.encode()).decode()


def find_account(session: Session, operator_id: str, filed: Sequence[bytes]) -> Account | None:
    """Return an operator's account by what its reference is filed under."""
    return session.scalar(
        select(Account).where(
            Account.operator_id == operator_id, Account.reference_digest.in_(filed)
        )
    )


def find_bill(
    session: Session, operator_id: str, filed: Sequence[bytes], *, lock: bool = False
) -> Bill | None:
    """Return an operator's bill by what its reference is filed under.

    Args:
        lock: nobody else changes it until the transaction ends.
    """
    wanted = select(Bill).where(Bill.operator_id == operator_id, Bill.reference_digest.in_(filed))
    return session.scalar(wanted.with_for_update() if lock else wanted)


def bill_of(
    session: Session, vault: Vault, operator_id: str, reference: str, *, lock: bool = False
) -> Bill:
    """Return an operator's bill by its reference.

    Raises:
        RequestError: `not-found`.
    """
    filed = digests(vault, BILL, operator_id, reference)
    found = find_bill(session, operator_id, filed, lock=lock)
    if found is None:
        raise not_found()
    return found


def refuse_erased(
    session: Session, operator_id: str, accounts: Sequence[bytes], bills: Sequence[bytes]
) -> None:
    """Refuse what belongs to a customer who was erased.

    Raises:
        RequestError: `account-erased`.
    """
    buried = select(Tombstone.erased).where(Tombstone.operator_id == operator_id)
    of_account = (Tombstone.kind == ACCOUNT) & Tombstone.digest.in_(accounts)
    of_bill = (Tombstone.kind == BILL) & Tombstone.digest.in_(bills)
    if session.scalar(buried.where(of_account | of_bill).limit(1)) is not None:
        raise RequestError(
            "account-erased",
            "this customer was erased, and nothing of theirs is taken any more",
            remedy="Leave them out of the cycle.",
            status=409,
        )
