"""A POST done once: the answer to an Idempotency-Key is kept in the transaction of what it did.

There is no state "in progress" that a server could leave behind when it is ended: either the work
and its answer are there, or neither. Of two requests with one key at the same time, the second
waits in the database until the first has committed, and gets its answer.

Source: draft-ietf-httpapi-idempotency-key-header.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.http import ServicesOf
from api.records import Answer, Key
from api.services import Services

_FORM = re.compile(r'"?([\x21\x23-\x7e]{1,255})"?', re.ASCII)
_TRIES = 3


@dataclass(frozen=True)
class Done:
    """What a request did.

    Args:
        body: the answer.
        status: its HTTP status.
        account_id: whose answer it is: erased with the account.
    """

    body: BaseModel
    status: int = HTTPStatus.CREATED
    account_id: str | None = None


class _TakenError(Exception):
    """Another request with the same key was first."""


@dataclass(frozen=True)
class Once:
    """A request that is done once.

    Args:
        name: the client's Idempotency-Key, or None: then it is done each time it is sent.
        content: all that makes it this request and no other: method, address and body.
    """

    services: Services
    name: str | None
    content: bytes

    def do(self, key: Key, work: Callable[[Session], Done]) -> Response:
        """Do `work` in one transaction, or answer as it was answered before.

        What `work` raises leaves nothing behind, and is not remembered.

        Raises:
            RequestError: `idempotency-key-reused`: the same key came with another request.
        """
        for _ in range(_TRIES):
            try:
                with self.services.database.writing() as session:
                    return self._do(session, key, work)
            except _TakenError:
                continue
        raise RequestError(
            "database-busy",
            "the same request is being served already",
            remedy="Ask again; it is done once.",
            ours=True,
            status=503,
            retry_s=1,
        )

    def _do(self, session: Session, key: Key, work: Callable[[Session], Done]) -> Response:
        if self.name is None:
            done = work(session)
            return _response(done.body.model_dump_json().encode(), done.status)
        vault = self.services.vault
        filed = vault.digests("idempotency key", f"{key.id} {self.name}".encode())
        print_ = vault.digest("request", self.content)
        known = session.scalar(
            select(Answer).where(Answer.key_id == key.id, Answer.digest.in_(filed))
        )
        if known is not None:
            return self._again(known)
        answer = Answer(
            key_id=key.id,
            digest=filed[0],
            fingerprint=print_,
            status=0,
            body_sealed=b"",
            created=self.services.clock(),
        )
        session.add(answer)
        try:
            session.flush()
        except IntegrityError:
            raise _TakenError from None
        done = work(session)
        body = done.body.model_dump_json().encode()
        answer.status, answer.account_id = done.status, done.account_id
        answer.body_sealed = vault.seal(self._purpose, body)
        return _response(body, done.status)

    def _again(self, known: Answer) -> Response:
        if known.fingerprint not in self.services.vault.digests("request", self.content):
            raise RequestError(
                "idempotency-key-reused",
                "this Idempotency-Key came with another request before",
                where="header/Idempotency-Key",
                remedy="Take a new key for every new request.",
            )
        body = self.services.vault.unseal(self._purpose, known.body_sealed)
        response = _response(body, known.status)
        response.headers["Idempotency-Replayed"] = "true"
        return response

    @property
    def _purpose(self) -> str:
        """An answer may hold a link: without the client's own key nobody can open it."""
        return f"answer {self.name}"


async def once(
    request: Request,
    services: ServicesOf,
    idempotency_key: Annotated[
        str | None,
        Header(
            max_length=257,
            description="Makes sending the request again safe: 1 to 255 visible ASCII characters, "
            "new for every new request. The answer is remembered for a day.",
        ),
    ] = None,
) -> Once:
    """Return the request as one that is done once.

    Raises:
        RequestError: `request-not-valid`.
    """
    content = b"\n".join((request.method.encode(), request.url.path.encode(), await request.body()))
    if idempotency_key is None:
        return Once(services, None, content)
    found = _FORM.fullmatch(idempotency_key)
    if found is None:
        raise RequestError(
            "request-not-valid",
            "this is no Idempotency-Key",
            where="header/Idempotency-Key",
            remedy="Take 1 to 255 visible ASCII characters, a UUID say.",
        )
    return Once(services, found[1], content)


OnceOf = Annotated[Once, Depends(once)]


def _response(body: bytes, status: int) -> Response:
    return Response(body, status, media_type="application/json")
