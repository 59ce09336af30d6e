"""A document -> a bill, or a new version of one.

The bytes go to the object store first, under a name nobody knows; then one transaction makes them a
bill. A server that is ended in between leaves bytes without a record, which retention removes.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.films import BillFacts
from api.objects import Objects
from api.operator.references import (
    ACCOUNT,
    BILL,
    digests,
    find_account,
    find_bill,
    refuse_erased,
    sealed,
)
from api.operator.versions import check_revision, newest
from api.records import Account, Bill, BillVersion, Database, Key, Settlement, opaque
from api.records.audit import note
from api.records.locks import lock
from api.vault import Vault

_TRIES = 3
"""Of two first bills of an account at the same moment, one makes it and the other looks again."""


@dataclass(frozen=True)
class Upload:
    """A bill as it came.

    Args:
        reference: the operator's name of it.
        account: the operator's name of its account; None takes what the bill says.
        cycle: None takes the month in which its period ends.
        replaces: reference of a bill that this one corrects.
        revision: what the bill must be at, None for anything, 0 for not there yet.
    """

    reference: str
    data: bytes = field(repr=False)
    media_type: str
    facts: BillFacts = field(repr=False)
    account: str | None = None
    cycle: str | None = None
    replaces: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Put:
    """What became of an upload: `made` tells whether there is a new version."""

    bill: Bill
    version: BillVersion
    made: bool


class _AccountAppearedError(Exception):
    """Another upload made the account meanwhile."""


def put_bill(
    database: Database, objects: Objects, vault: Vault, key: Key, upload: Upload, now: datetime
) -> Put:
    """Keep an uploaded bill; the same bytes again change nothing.

    Raises:
        RequestError: `account-erased`, `bill-moved`, `changed-since`, `not-found` for `replaces`.
    """
    for _ in range(_TRIES):
        account_id = _account_id(database, vault, key, upload)
        document = f"accounts/{account_id}/{secrets.token_hex(16)}/document"
        kept = False
        objects.publish(document, upload.data)
        try:
            with database.writing() as session:
                put = _Putting(session, vault, key, upload, now).put(account_id, document)
            kept = put.made
            return put
        except (_AccountAppearedError, IntegrityError):
            continue
        finally:
            if not kept:
                objects.delete(document)
    raise RequestError(
        "changed-since",
        "the account is changed by others at the same time",
        remedy="Ask again.",
        status=409,
    )


def _account_reference(upload: Upload) -> str:
    """Name the account; a bill that does not say one has an account of its own."""
    return upload.account or upload.facts.account or f"bill {upload.reference}"


def _account_id(database: Database, vault: Vault, key: Key, upload: Upload) -> str:
    filed = digests(vault, ACCOUNT, key.operator_id, _account_reference(upload))
    with database.reading() as session:
        found = find_account(session, key.operator_id, filed)
    return found.id if found else opaque("acc")


@dataclass(frozen=True)
class _Putting:
    """One transaction."""

    session: Session
    vault: Vault
    key: Key
    upload: Upload
    now: datetime

    def put(self, account_id: str, document: str) -> Put:
        operator_id = self.key.operator_id
        names = digests(self.vault, BILL, operator_id, self.upload.reference)
        accounts = digests(self.vault, ACCOUNT, operator_id, _account_reference(self.upload))
        lock(self.session, accounts[0])
        refuse_erased(self.session, operator_id, accounts, names)
        bill = find_bill(self.session, operator_id, names, lock=True)
        check_revision(bill, self.upload.revision)
        account = self._account(account_id, accounts)
        print_ = self.vault.digest("document", account.id.encode() + self.upload.data)
        if bill is None:
            return self._first(account, document, print_, names[0])
        if bill.account_id != account.id:
            raise RequestError(
                "bill-moved",
                "the bill of this reference belongs to another account",
                remedy="Take another reference, or name the account it had.",
                status=409,
            )
        return self._next(bill, document, print_)

    def _account(self, account_id: str, filed: tuple[bytes, ...]) -> Account:
        found = find_account(self.session, self.key.operator_id, filed)
        if found is not None:
            if found.id != account_id:
                raise _AccountAppearedError
            return found
        reference = _account_reference(self.upload)
        made = Account(
            id=account_id,
            operator_id=self.key.operator_id,
            reference_digest=filed[0],
            reference_sealed=sealed(self.vault, ACCOUNT, self.key.operator_id, reference),
            created=self.now,
        )
        self.session.add(made)
        self.session.flush()
        return made

    def _first(self, account: Account, document: str, print_: bytes, filed: bytes) -> Put:
        facts, operator_id = self.upload.facts, self.key.operator_id
        bill = Bill(
            id=opaque("bil"),
            operator_id=operator_id,
            account_id=account.id,
            reference_digest=filed,
            reference_sealed=sealed(self.vault, BILL, operator_id, self.upload.reference),
            cycle=self.upload.cycle or _cycle(facts, self.now),
            version=1,
            open_minor=facts.due_minor,
            balance_source="bill",
            balance_as_of=self.now,
            created=self.now,
            changed=self.now,
        )
        self.session.add(bill)
        self.session.flush()
        version = self._version(bill, 1, document, print_)
        self._replace(bill)
        note(self.session, self.key, self.now, "bill.put", bill.id)
        return Put(bill, version, True)

    def _next(self, bill: Bill, document: str, print_: bytes) -> Put:
        last = newest(self.session, bill)
        facts = self.upload.facts
        if last.document_digest == print_:
            return Put(bill, last, False)
        bill.version += 1
        bill.revision += 1
        bill.changed = self.now
        bill.cycle = self.upload.cycle or bill.cycle
        # What was paid of the last version counts for this one: only the difference is new.
        moved = facts.due_minor - last.due_minor if facts.currency == last.currency else None
        if moved != 0:
            bill.open_minor = facts.due_minor if moved is None else bill.open_minor + moved
            bill.balance_version += 1
            bill.balance_source = "bill"
            bill.balance_as_of = self.now
            if bill.settlement is Settlement.PAID and bill.open_minor > 0:
                bill.settlement = Settlement.OPEN
        version = self._version(bill, bill.version, document, print_)
        self._replace(bill)
        note(self.session, self.key, self.now, "bill.put", bill.id)
        return Put(bill, version, True)

    def _version(self, bill: Bill, number: int, document: str, print_: bytes) -> BillVersion:
        facts = self.upload.facts
        made = BillVersion(
            id=opaque("ver"),
            bill_id=bill.id,
            number=number,
            document=document,
            media_type=self.upload.media_type,
            document_digest=print_,
            kind=facts.kind,
            issued=facts.issued,
            period_start=facts.period[0] if facts.period else None,
            period_end=facts.period[1] if facts.period else None,
            due=facts.due,
            currency=facts.currency,
            charges_minor=facts.charges_minor,
            due_minor=facts.due_minor,
            whole=facts.whole,
            language=facts.language,
            created=self.now,
        )
        self.session.add(made)
        self.session.flush()
        return made

    def _replace(self, bill: Bill) -> None:
        if self.upload.replaces is None:
            return
        filed = digests(self.vault, BILL, self.key.operator_id, self.upload.replaces)
        old = find_bill(self.session, self.key.operator_id, filed, lock=True)
        if old is None or old.account_id != bill.account_id or old.id == bill.id:
            raise RequestError(
                "replaced-bill-missing",
                "the bill that this one is said to replace is none of its account's",
                remedy="Name another bill of the same account.",
                status=409,
            )
        old.replaced_by, old.changed = bill.id, self.now
        old.revision += 1


def _cycle(facts: BillFacts, now: datetime) -> str:
    day = facts.period[1] if facts.period else facts.issued or now.date()
    return f"{day:%Y-%m}"
